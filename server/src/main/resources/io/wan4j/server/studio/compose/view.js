// Compose: everything a film is made from, on one page.

import { el, picture, icon, calm } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { get, createTask } from "../shared/api.js";
import { toast } from "../shared/toast.js";
import { load as loadTask } from "../shared/tasks.js";
import { TASKS, waysOf } from "./catalogue.js";
import { bodyOf, draftOf, lacks, videoSeconds } from "./order.js";
import { fresh, remembered, remember, settle } from "./draft.js";
import { MediaSlots } from "./media.js";
import { PromptEditor } from "./prompt.js";
import { stretch } from "./shots.js";
import { Palette, loadPalette } from "./palette.js";
import { Settings } from "./settings.js";
import { Estimate } from "./estimate.js";
import { SharePanel } from "../share/panel.js";

let catalogue = null;

/** The model cards, asked for once. */
export async function modelCards() {
  catalogue ??= (await get("wan4j/v1/models")).models;
  return catalogue;
}

export class ComposeView {
  constructor(go) {
    this.go = go;
    this.title = t("nav.compose");
    this.saveSoon = calm(200, () => remember(this.draft));
  }

  /** @param {object} [order] a body to begin with in place of the draft on the table */
  async open(order) {
    const [cards, palette] = await Promise.all([modelCards(), loadPalette()]);
    this.cards = cards;
    this.ways = waysOf(cards);
    this.palette = palette;
    this.draft = remembered();
    if (order) this.read(order);
    this.element = el("div.compose");
    this.build();
    this.paste = (event) => this.pasted(event);
    document.addEventListener("paste", this.paste);
    return this.element;
  }

  close() {
    document.removeEventListener("paste", this.paste);
    this.estimate.soon.cancel();
    this.saveSoon.cancel();
    remember(this.draft);
  }

  build() {
    this.tasks = el("div.tasks", { role: "radiogroup", "aria-label": t("task") });
    this.slots = new MediaSlots(this.draft, () => this.update());
    this.prompt = new PromptEditor(this.draft, () => this.update());
    this.tools = new Palette(this.palette, this.draft, (words) => this.prompt.insert(words));
    this.settings = new Settings(this.draft, (what) => this.setting(what));
    this.estimate = new Estimate();
    this.share = new SharePanel((body) => { this.read(body, true); this.build(); });
    this.writing = el("section.sheet.stack", { "aria-label": t("prompt") }, this.prompt.element, this.tools.element);
    this.effects = el("section.sheet.stack", { "aria-label": t("effect") }, el("h2", {}, t("effect")), this.settings.effects);
    this.missing = el("p.small.quiet.missing", { id: "missing" });
    this.button = el("button.button.main.large.make", { type: "submit", "aria-describedby": "missing" }, icon("spark"), t("make"));
    this.element.replaceChildren(
      el("h1.unseen", {}, t("nav.compose")),
      this.tasks,
      el("form.table", { onsubmit: (event) => { event.preventDefault(); this.submit(); } },
        el("div.stack.writing", {},
          this.slots.element,
          this.effects,
          this.writing,
          this.slots.extras),
        el("aside.stack.desk", { "aria-label": t("settings") },
          this.estimate.board.element,
          el("section.sheet.stack", {}, this.settings.element),
          el("div.order", {}, this.estimate.price, this.missing, this.button))),
      this.share.element,
      el("div.row", {}, el("button.button.plain.small", { type: "button", onclick: () => this.clear() }, icon("cross"), t("start-over"))));
    this.update(true);
  }

  clear() {
    this.draft = fresh();
    this.build();
  }

  /** Takes an order in the wire's form. @throws {Error} with a key of words */
  read(body, strict = false) {
    try {
      const { draft, lost } = draftOf(body, this.cards, fresh());
      this.draft = draft;
      if (lost.length) toast(t("read.lost", { names: lost.join(", ") }));
    } catch (failure) {
      if (strict) throw failure;
      toast(t(failure.message));
    }
  }

  drawTasks() {
    const at = this.tasks.scrollLeft;
    this.tasks.replaceChildren(...TASKS.map((task) => el("label.task", {},
      el("input", { type: "radio", name: "task", value: task, checked: task === this.draft.task, onchange: () => this.choose(task) }),
      el("span.card", {}, picture("tasks", task, { viewBox: "0 0 72 44" }), el("b", {}, t(`task.${task}`)), el("span.small.quiet", {}, t(`task.${task}.note`))))));
    // On a phone the tasks are a row to be pushed along; the chosen one is in sight.
    this.tasks.scrollLeft = at;
    requestAnimationFrame(() => {
      const card = this.tasks.querySelector(":checked").parentNode;
      this.tasks.scrollLeft = card.offsetLeft - this.tasks.offsetLeft - (this.tasks.clientWidth - card.clientWidth) / 2;
    });
  }

  choose(task) {
    this.draft.task = task;
    this.draft.way = "";
    // An edit keeps its clip's shape unless another is asked for.
    if (task === "edit") this.draft.ratio = "";
    this.update(true);
    this.tasks.querySelector(`input[value="${task}"]`).focus();
  }

  setting(what) {
    this.update(["way", "resolution", "template", "controls"].includes(what));
    if (what === "duration") this.prompt.lengthened();
  }

  /** Shows what follows from the draft; everything anew when the model or the task is another one. */
  update(everything = false) {
    const before = this.draft.duration;
    const way = (this.way = settle(this.draft, this.cards));
    // An effect needs no words, and has no shots.
    for (const part of [this.writing, this.estimate.board.element]) part.hidden = way.effect;
    this.effects.hidden = !way.effect;
    if (this.draft.duration !== before && !way.effect) this.draft.prompt = stretch(this.draft.prompt, this.draft.duration, before);
    if (everything) {
      this.drawTasks();
      this.slots.draw(way);
      this.settings.draw(way, this.ways.filter((each) => each.task === way.task));
      this.prompt.draw(way);
    }
    this.tools.draw(way);
    const body = bodyOf(this.draft, way);
    const missing = lacks(this.draft, way);
    const worth = missing.every((lack) => lack.key === "lacks.upload") && !this.refused();
    this.missing.textContent = missing.length ? t(missing[0].key, { name: missing[0].role ? t(`role.${missing[0].role}`) : "" }) : "";
    this.button.disabled = missing.length > 0 || this.sending === true;
    this.share.draw(way, body);
    this.estimate.ask(way.card, body, worth, videoSeconds(this.draft, way));
    this.saveSoon();
  }

  refused() {
    return this.way.slots.some((slot) => (this.draft.slots[slot.role] ?? []).some((asset) => asset.refused));
  }

  pasted(event) {
    const files = [...event.clipboardData.files];
    if (files.length && this.slots.paste(files)) event.preventDefault();
  }

  async submit() {
    if (this.button.disabled) return;
    this.sending = true;
    this.button.disabled = true;
    try {
      const reply = await createTask(this.way.card, bodyOf(this.draft, this.way));
      const taskId = reply.output.task_id;
      await loadTask(taskId);
      remember(this.draft);
      this.go(`films/${taskId}`);
    } catch (failure) {
      toast(failure.message);
    }
    this.sending = false;
    this.button.disabled = false;
  }
}
