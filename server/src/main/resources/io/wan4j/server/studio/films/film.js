// One film: how it comes about, then the player, and all that is known of it.

import { el, picture, replace } from "../shared/dom.js";
import { t, money, bytes, when, span, explained, number } from "../shared/words.js";
import { local, dryRun } from "../shared/api.js";
import * as tasks from "../shared/tasks.js";
import { modelCards } from "../compose/view.js";
import { standing, bar, expiry } from "./state.js";
import { actions } from "./actions.js";
import { Player } from "./player.js";
import { Preview } from "./preview.js";

export class FilmView {
  constructor(go, taskId, compose) {
    this.go = go;
    this.taskId = taskId;
    this.compose = compose;
    this.title = t("film");
  }

  async open() {
    this.stage = el("div.stage");
    this.picture = el("img.look", { alt: t("preview"), hidden: true });
    this.preview = new Preview(this.picture);
    this.standing = el("p.standing", { role: "status" });
    this.buttons = el("div.row.actions");
    this.facts = el("dl.facts");
    this.words = el("p.prompt-text");
    this.error = el("div.stack.tight");
    this.element = el("article.film-view", {},
      this.stage,
      el("div.stack.about", {}, el("h1.unseen", {}, t("film")), this.standing, this.error, this.words, this.buttons, this.facts));
    const body = await tasks.load(this.taskId);
    this.show(body);
    this.unwatch = tasks.watch((changed) => tasks.id(changed) === this.taskId && this.show(changed));
    return this.element;
  }

  close() {
    this.unwatch?.();
    this.preview.close();
  }

  show(body) {
    const status = tasks.status(body);
    this.element.dataset.status = status;
    this.standing.textContent = standing(body);
    this.words.textContent = body.task.prompt;
    if (status === "RUNNING") this.preview.show(body);
    this.showStage(body, status);
    this.showActions(body, status);
    this.showError(body, status);
    this.showFacts(body);
  }

  showStage(body, status) {
    if (status === "SUCCEEDED") {
      if (!this.player) {
        this.player = new Player(local(body.output.video_url), t("film.label", { prompt: body.task.prompt.slice(0, 120) }), body.progress.frame_rate);
        this.stage.replaceChildren(this.player.element);
        this.marks();
      }
      return;
    }
    this.bar?.remove();
    this.bar = tasks.isOver(body) ? null : bar(body);
    replace(this.stage, el("div.screen.waiting", {}, tasks.isOver(body) ? picture("tasks", "clip", { class: "no-film" }) : this.picture, status === "RUNNING" && el("span.big", {}, `${Math.round(body.progress.fraction * 100)} %`), this.bar));
  }

  /** The shots as the server understands the order. */
  async marks() {
    try {
      const [order, cards] = await Promise.all([tasks.request(this.taskId), modelCards()]);
      const found = await dryRun(cards.find((card) => card.name === order.model || card.aliases.includes(order.model)), order);
      if (found.possible) this.player.mark(found.shots);
    } catch {
      // A film without marks is a film still.
    }
  }

  /** Buttons stay the same nodes while nothing about them changes, so that focus stays too. */
  showActions(body, status) {
    const state = `${tasks.isOver(body)} ${status} ${body.task.kept}`;
    if (state === this.state) return;
    const focused = document.activeElement?.dataset?.action;
    this.state = state;
    this.buttons.replaceChildren(...actions(body, { go: this.go, compose: this.compose }));
    if (focused) this.buttons.querySelector(`[data-action="${focused}"]`)?.focus();
  }

  showError(body, status) {
    if (status !== "FAILED") return this.error.replaceChildren();
    const explanations = (body.explanations ?? []).map(explained);
    replace(this.error, el("div.notice.bad.stack.tight", { role: "alert" },
      explanations.length ? explanations.map((each) => el("div", {}, el("strong", {}, each.means), " ", el("span.then", {}, each.todo))) : el("strong", {}, t("error.unknown")),
      el("code.small", {}, `${body.output.code}: ${body.output.message}`)));
  }

  showFacts(body) {
    const { task, usage, progress } = body;
    const facts = [
      [t("model"), task.model],
      [t("facts.ordered"), when(task.submitted_at)],
      task.started_at && task.ended_at && [t("facts.took"), span((task.ended_at - task.started_at) / 1000)],
      usage && [t("length"), t("unit.s", { n: number(usage.output_video_duration ?? usage.video_duration ?? usage.duration, 1) })],
      progress.bytes && [t("facts.bytes"), bytes(progress.bytes)],
      task.price && [t("facts.price"), money(task.price.total, task.price.currency)],
      tasks.isOver(body) && [t("facts.expiry"), expiry(body)],
      progress.attempt > 1 && [t("facts.attempt"), String(progress.attempt)],
      ...(progress.notes ?? []).map((note) => [t("facts.note"), note]),
      body.output.actual_prompt && [t("facts.rewritten"), body.output.actual_prompt],
      [t("facts.id"), tasks.id(body)],
    ].filter(Boolean);
    const text = JSON.stringify(facts);
    if (text === this.told) return;
    this.told = text;
    this.facts.replaceChildren(...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  }
}
