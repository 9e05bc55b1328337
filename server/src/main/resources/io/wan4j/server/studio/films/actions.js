// What can be done with a task.

import { el, icon } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { local } from "../shared/api.js";
import { copy } from "../shared/copy.js";
import { toast } from "../shared/toast.js";
import * as tasks from "../shared/tasks.js";

/** Runs something that asks the server; what goes wrong is said. */
export async function attempt(work) {
  try {
    return await work();
  } catch (failure) {
    toast(failure.message);
    return null;
  }
}

/**
 * The buttons that fit the task's state.
 *
 * @param {{go: (place: string) => void, compose: (order: object) => void}} ways
 */
export function actions(body, { go, compose }) {
  const id = tasks.id(body);
  const button = (sign, word, onclick, more = {}) => el("button.button", { type: "button", onclick, ...more }, icon(sign), t(word));
  const again = async () => {
    const next = await attempt(() => tasks.retry(id));
    if (next) go(`films/${tasks.id(next)}`);
  };
  const change = async () => {
    const order = await attempt(() => tasks.request(id));
    if (order) compose(order);
  };
  const common = [button("pen", "action.change", change, { "data-action": "change" })];
  if (!tasks.isOver(body)) {
    return [button("cross", "action.cancel", () => attempt(() => tasks.stopTask(id)), { "data-action": "cancel" }), ...common];
  }
  if (tasks.status(body) !== "SUCCEEDED") {
    return [button("again", "action.retry", again, { "data-action": "retry" }), ...common];
  }
  const film = local(body.output.video_url);
  return [
    el("a.button.main", { href: film, download: `${id}.mp4`, "data-action": "download" }, icon("down"), t("action.download")),
    button("link", "action.link", () => copy(new URL(film, document.baseURI).href), { "data-action": "link" }),
    button(body.task.kept ? "kept" : "keep", body.task.kept ? "action.let-go" : "action.keep", () => attempt(() => tasks.keep(id, !body.task.kept)), { "data-action": "keep", "aria-pressed": String(body.task.kept) }),
    button("again", "action.again", again, { "data-action": "again" }),
    ...common,
  ];
}
