// What failed lately: the cloud's code, what it means and what to do.

import { el } from "../shared/dom.js";
import { t, when, explained } from "../shared/words.js";
import * as tasks from "../shared/tasks.js";

export class ErrorsPage {
  async open() {
    const { tasks: failed } = await tasks.search({ status: "FAILED", page_size: "50" });
    if (!failed.length) return el("div.empty.sheet", {}, t("errors.none"));
    return el("ul.stack.failures", {}, failed.map((body) => el("li.sheet.stack.tight", {},
      el("div.head", {}, el("code.code-word", {}, body.output.code), el("span.small.quiet", {}, `${when(body.task.ended_at)} · ${body.task.model}`)),
      (body.explanations ?? []).map(explained).map((each) => el("p", {}, el("strong", {}, each.means), " ", el("span.quiet", {}, each.todo))),
      el("code.small.quiet.message", {}, body.output.message),
      el("a.small", { href: `#films/${tasks.id(body)}` }, body.task.prompt.slice(0, 140) || t("films.without-words")))));
  }
}
