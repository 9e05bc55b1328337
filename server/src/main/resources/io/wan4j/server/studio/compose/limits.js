// Looks into a file before it is uploaded, and holds it against the limits of the model's card.

/** Formats by file ending and by MIME type, in the cards' words. */
const FORMATS = {
  jpg: "jpeg", jpeg: "jpeg", png: "png", bmp: "bmp", webp: "webp", tif: "tiff", tiff: "tiff",
  mp4: "mp4", mov: "mov", wav: "wav", mp3: "mp3", docx: "docx", ppt: "ppt", pptx: "pptx", pdf: "pdf",
};
const KINDS = {
  image: ["jpeg", "png", "bmp", "webp", "tiff"], video: ["mp4", "mov"], audio: ["wav", "mp3"], document: ["docx", "ppt", "pptx", "pdf"],
};
const TYPES = {
  "image/jpeg": "jpeg", "image/png": "png", "image/bmp": "bmp", "image/webp": "webp", "image/tiff": "tiff", "video/mp4": "mp4",
  "video/quicktime": "mov", "audio/wav": "wav", "audio/x-wav": "wav", "audio/mpeg": "mp3", "audio/mp3": "mp3",
};

const THUMBNAIL = 240;
const LONGEST_LOOK = 8000;

export const formatOf = (file) => FORMATS[/\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase()] ?? TYPES[file.type] ?? "";
export const kindOf = (format) => Object.keys(KINDS).find((kind) => KINDS[kind].includes(format)) ?? "";

/** What a file picker shall offer for these limits. */
export const accepted = (limits) =>
  limits.flatMap((limit) => limit.formats.flatMap((format) => Object.keys(FORMATS).filter((ending) => FORMATS[ending] === format).map((ending) => `.${ending}`))).join(",");

/**
 * What can be seen of a file without the server. Numbers that cannot be told are left out.
 *
 * @returns {Promise<{kind: string, format: string, width?: number, height?: number, seconds?: number, preview?: string}>}
 */
export async function inspect(file, blob) {
  const format = formatOf(file);
  const kind = kindOf(format);
  const facts = { kind, format };
  try {
    if (kind === "image") Object.assign(facts, await lookAtImage(blob));
    if (kind === "video") Object.assign(facts, await lookAtVideo(blob));
    if (kind === "audio") Object.assign(facts, await listen(blob));
  } catch {
    // The browser cannot read what the server perhaps can; the server checks again in any case.
    facts.unread = true;
  }
  return facts;
}

async function lookAtImage(blob) {
  const image = new Image();
  image.src = blob;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight, preview: thumbnail(image, image.naturalWidth, image.naturalHeight) };
}

async function lookAtVideo(blob) {
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "auto";
  video.src = blob;
  await happens(video, "loadeddata");
  const facts = { width: video.videoWidth, height: video.videoHeight, seconds: video.duration };
  facts.preview = thumbnail(video, facts.width, facts.height);
  video.removeAttribute("src");
  return facts;
}

async function listen(blob) {
  const audio = new Audio();
  audio.preload = "metadata";
  audio.src = blob;
  await happens(audio, "loadedmetadata");
  return { seconds: audio.duration };
}

function happens(media, event) {
  return new Promise((resolve, reject) => {
    media.addEventListener(event, resolve, { once: true });
    media.addEventListener("error", () => reject(new Error("unreadable")), { once: true });
    setTimeout(() => reject(new Error("late")), LONGEST_LOOK);
  });
}

function thumbnail(source, width, height) {
  const scale = Math.min(1, THUMBNAIL / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d").drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.72);
}

/**
 * Why a file cannot be taken, in numbers.
 *
 * @returns {{key: string, values: object}|null} a key of words, or nothing when it fits
 */
export function refusal(file, facts, limits) {
  const limit = limits.find((each) => each.formats.includes(facts.format));
  if (!limit) return { key: "limit.format", values: { formats: limits.flatMap((each) => each.formats).join(", "), given: facts.format || file.name } };
  const mega = file.size / 1048576;
  if (limit.max_megabytes && mega > limit.max_megabytes) return { key: "limit.size", values: { limit: limit.max_megabytes, given: mega.toFixed(1) } };
  const { width, height, seconds } = facts;
  if (width && height) {
    const given = `${width}×${height}`;
    if (limit.min_side && Math.min(width, height) < limit.min_side) return { key: "limit.small", values: { limit: limit.min_side, given } };
    if (limit.max_side && Math.max(width, height) > limit.max_side) return { key: "limit.large", values: { limit: limit.max_side, given } };
    if (limit.max_aspect && Math.max(width / height, height / width) > limit.max_aspect) return { key: "limit.shape", values: { limit: limit.max_aspect, given } };
  }
  if (seconds) {
    const given = seconds.toFixed(1);
    if (limit.min_seconds && seconds < limit.min_seconds - 0.05) return { key: "limit.short", values: { limit: limit.min_seconds, given } };
    if (limit.max_seconds && seconds > limit.max_seconds + 0.05) return { key: "limit.long", values: { limit: limit.max_seconds, given } };
  }
  return null;
}

/** The limits in one line, for people. */
export function describe(limits, t) {
  return limits.map((limit) => [
    limit.formats.join(" "),
    limit.max_megabytes && `≤ ${limit.max_megabytes} MiB`,
    limit.min_side && limit.max_side && `${limit.min_side}–${limit.max_side} px`,
    limit.max_seconds && `${limit.min_seconds || 0}–${limit.max_seconds} s`,
  ].filter(Boolean).join(" · ")).join(` ${t("or")} `);
}
