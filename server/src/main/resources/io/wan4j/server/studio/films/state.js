// How a task stands, in words and as a bar.

import { el } from "../shared/dom.js";
import { t, has, span, when } from "../shared/words.js";
import { status } from "../shared/tasks.js";

export const stageWord = (stage) => (has(`stage.${stage}`) ? t(`stage.${stage}`) : stage);

/** One line: waiting as third, painting 42 %, done in 8 s, … */
export function standing(body) {
  const { progress, task } = body;
  switch (status(body)) {
    case "PENDING":
      return progress.queue_position > 1 ? t("state.waiting-at", { n: progress.queue_position }) : t("state.waiting");
    case "RUNNING":
      return `${stageWord(progress.stage)} · ${Math.round(progress.fraction * 100)} %`;
    case "SUCCEEDED":
      return t("state.done", { time: span((task.ended_at - task.started_at) / 1000) });
    case "FAILED":
      return t("state.failed");
    case "CANCELED":
      return t("state.canceled");
    default:
      return status(body);
  }
}

export function bar(body) {
  const share = status(body) === "PENDING" ? 0 : body.progress.fraction;
  return el("div.progress", {
    role: "progressbar", "aria-label": t("progress"), "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": Math.round(share * 100),
    style: { "--share": share },
  });
}

/** When a film will be gone, or that it stays. */
export function expiry(body) {
  if (body.task.kept) return t("kept");
  if (!body.task.expires_at) return "";
  const left = (body.task.expires_at - Date.now()) / 1000;
  return left > 0 ? t("expires-in", { time: span(left), at: when(body.task.expires_at) }) : t("expired");
}
