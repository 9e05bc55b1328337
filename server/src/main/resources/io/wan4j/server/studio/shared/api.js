// The server's public routes. The key lives in the session's storage alone and travels in one header.

const KEY = "wan4j.key";

export const key = () => sessionStorage.getItem(KEY) ?? "";
export const signIn = (word) => sessionStorage.setItem(KEY, word);
export const signOut = () => sessionStorage.removeItem(KEY);

/** Told when the server does not let the key in (any more). */
export const doors = new EventTarget();

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Asks the server.
 *
 * @param {string} path without a leading slash
 * @param {{method?: string, body?: object, headers?: object, signal?: AbortSignal, accept?: string, trying?: boolean}} options
 *     trying: whether the key is only being tried, and nobody needs to be told that it is refused
 * @returns {Promise<Response>} of a success; failures throw an ApiError
 */
export async function ask(path, { method = "GET", body, headers = {}, signal, accept = "application/json", trying = false } = {}) {
  const used = key();
  let reply;
  try {
    reply = await fetch(path, {
      method, signal, cache: "no-store",
      headers: { Authorization: `Bearer ${used}`, Accept: accept, ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new ApiError(0, "NoConnection", failure.message);
  }
  if (reply.ok) return reply;
  const error = await reply.json().catch(() => ({}));
  if (reply.status === 401 && used === key() && !trying) doors.dispatchEvent(new Event("closed"));
  throw new ApiError(reply.status, error.code ?? "Error", error.message ?? reply.statusText);
}

export const get = async (path, options) => (await ask(path, options)).json();
export const post = async (path, body = {}, options = {}) => (await ask(path, { ...options, method: "POST", body })).json();

const CREATE = "api/v1/services/aigc/video-generation/video-synthesis";
const CREATE_FROM_IMAGES = "api/v1/services/aigc/image2video/video-synthesis";

/** Where the cloud takes a model. */
export const createPath = (card) => (card?.path === "image2video" ? CREATE_FROM_IMAGES : CREATE);

export const createTask = (card, body) => post(createPath(card), body, { headers: { "X-DashScope-Async": "enable" } });

/** @param {number[]} [seconds] lengths of the order's videos, where all are known */
export async function dryRun(card, body, signal, seconds = []) {
  const headers = { "X-DashScope-Async": "enable", "X-Wan4j-Dry-Run": "true", "X-Wan4j-Video-Seconds": seconds.map((each) => each.toFixed(2)).join(", ") };
  return (await post(createPath(card), body, { headers, signal })).dry_run;
}

/** A link of the server's as seen from this page, which may have come by another address. */
export function local(url) {
  const at = url.indexOf("/files/");
  return at < 0 ? url : url.slice(at + 1);
}

/**
 * Uploads a file for a model.
 *
 * @param {(share: number) => void} progress
 * @returns {Promise<string>} its oss:// URL
 */
export async function upload(file, model, progress, signal) {
  const { data } = await get(`api/v1/uploads?action=getPolicy&model=${encodeURIComponent(model)}`, { signal });
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(file.name)?.[0].toLowerCase() ?? "";
  const stem = file.name.slice(0, file.name.length - ending.length).replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "") || "file";
  const name = `${data.upload_dir}/${stem}${ending}`;
  const form = new FormData();
  const fields = {
    OSSAccessKeyId: data.oss_access_key_id, Signature: data.signature, policy: data.policy, key: name,
    "x-oss-object-acl": data.x_oss_object_acl, "x-oss-forbid-overwrite": data.x_oss_forbid_overwrite, success_action_status: "200",
  };
  Object.entries(fields).forEach(([field, value]) => form.append(field, value));
  form.append("file", file);
  await send("oss", form, progress, signal);
  return `oss://${name}`;
}

/** fetch() tells nothing of how far a body is; XMLHttpRequest does. */
function send(path, form, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => request.status === 200 ? resolve()
      : reject(new ApiError(request.status, request.responseXML?.querySelector("Code")?.textContent ?? "UploadRefused",
        request.responseXML?.querySelector("Message")?.textContent ?? request.statusText));
    request.onerror = () => reject(new ApiError(0, "NoConnection", "The connection was lost."));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
