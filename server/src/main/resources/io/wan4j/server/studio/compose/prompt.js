// The prompt: a text, and its shots as blocks on a time line. The text is the truth.

import { el, icon, freshId } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { readShots, split, remove, moveCut, stretch } from "./shots.js";

export class PromptEditor {
  /**
   * @param {object} draft
   * @param {() => void} changed
   */
  constructor(draft, changed) {
    this.draft = draft;
    this.changed = changed;
    this.chosen = 0;
    const id = freshId("prompt");
    this.text = el("textarea.prompt", { id, rows: 6, placeholder: t("prompt.placeholder"), value: draft.prompt, spellcheck: "true",
      oninput: () => this.typed(), onclick: () => this.follow(), onkeyup: () => this.follow() });
    this.count = el("span.small.quiet.figure");
    this.line = el("div.time-line");
    this.element = el("div.stack", {},
      el("div.head", {}, el("label", { for: id }, el("h2", {}, t("prompt"))), this.count),
      this.text,
      this.line);
  }

  typed() {
    this.draft.prompt = this.text.value;
    this.drawLine();
    this.changed();
  }

  /** The block in which the caret stands is the chosen one. */
  follow() {
    const at = this.text.selectionStart;
    const { shots } = readShots(this.draft.prompt);
    const index = shots.findIndex((shot) => at <= shot.end);
    if (index >= 0 && index !== this.chosen) {
      this.chosen = index;
      this.drawLine();
    }
  }

  set(prompt) {
    this.draft.prompt = prompt;
    this.text.value = prompt;
    this.drawLine();
    this.changed();
  }

  /** Puts words at the caret, with the spaces and marks that they need there. */
  insert(words) {
    const { selectionStart: from, selectionEnd: until, value } = this.text;
    const before = value.slice(0, from);
    const wide = /[\u4e00-\u9fff]/.test(words);
    const joint = !before.trim() || /[\s([“"]$/.test(before) ? "" : /[.,;:!?，。；：！？\]】]$/.test(before) ? (wide ? "" : " ") : /^(Image|Video|character|图|视频)/.test(words) ? (wide ? "" : " ") : wide ? "，" : ", ";
    this.text.setRangeText(joint + words, from, until, "end");
    this.text.focus();
    this.typed();
  }

  /** The length of the film has changed. */
  lengthened() {
    const { shots } = readShots(this.draft.prompt);
    if (shots.length) this.set(stretch(this.draft.prompt, this.draft.duration));
    else this.drawLine();
  }

  draw(way) {
    this.way = way;
    if (this.text.value !== this.draft.prompt) this.text.value = this.draft.prompt;
    this.drawLine();
  }

  drawLine() {
    const limit = this.way?.card.prompt.limit ?? 0;
    const length = [...this.draft.prompt].length;
    this.count.textContent = limit ? `${length} / ${limit}` : String(length);
    this.count.classList.toggle("over", limit > 0 && length > limit);
    const { shots } = readShots(this.draft.prompt);
    const whole = shots.at(-1)?.until || this.draft.duration || 5;
    this.chosen = Math.min(this.chosen, Math.max(0, shots.length - 1));
    const focused = document.activeElement?.dataset?.cut;
    this.line.replaceChildren(this.track(shots, whole), this.tools(shots, whole));
    if (focused !== undefined) this.line.querySelector(`[data-cut="${focused}"]`)?.focus();
  }

  track(shots, whole) {
    const blocks = shots.length ? shots : [{ from: 0, until: whole, text: this.draft.prompt }];
    const track = el("div.track", { role: "group", "aria-label": t("time-line") });
    blocks.forEach((shot, i) => {
      const style = { "--from": shot.from / whole, "--length": (shot.until - shot.from) / whole };
      track.append(el(`button.block${i === this.chosen && shots.length ? ".chosen" : ""}`, {
        type: "button", style, "aria-pressed": String(i === this.chosen && shots.length > 0), onclick: () => this.choose(i),
      }, el("b", {}, shots.length ? `${t("shot")} ${i + 1}` : t("whole-film"), shots.length > 0 && el("span.unseen", {}, t("shot-time", { from: shot.from, until: shot.until }))), " ", el("span", {}, shot.text)));
      if (i < shots.length - 1) track.append(this.cut(track, shots, i, whole));
    });
    const marks = el("div.marks.figure", { "aria-hidden": "true" }, [0, ...(shots.length ? shots.map((shot) => shot.until) : [whole])].map((time) => el("span", { style: { "--from": Math.min(1, time / whole) } }, `${time}s`)));
    return el("div", {}, track, marks);
  }

  /** The edge between two shots: dragged, or moved by the arrow keys. */
  cut(track, shots, index, whole) {
    const at = shots[index].until;
    const move = (time) => this.set(moveCut(this.draft.prompt, index, time));
    return el("div.cut", {
      role: "slider", tabindex: 0, "data-cut": index, style: { "--from": at / whole },
      "aria-label": t("cut-after", { n: index + 1 }), "aria-valuenow": at, "aria-valuemin": shots[index].from + 0.5, "aria-valuemax": shots[index + 1].until - 0.5, "aria-valuetext": `${at} s`,
      onkeydown: (event) => {
        const step = { ArrowLeft: -0.5, ArrowRight: 0.5, ArrowDown: -0.5, ArrowUp: 0.5 }[event.key];
        if (step) {
          event.preventDefault();
          move(at + step);
        }
      },
      onpointerdown: (event) => {
        event.preventDefault();
        const box = track.getBoundingClientRect();
        const drag = (each) => move(((each.clientX - box.left) / box.width) * whole);
        const done = () => removeEventListener("pointermove", drag);
        addEventListener("pointermove", drag);
        addEventListener("pointerup", done, { once: true });
      },
    });
  }

  choose(index) {
    this.chosen = index;
    const { shots } = readShots(this.draft.prompt);
    if (shots[index]) {
      this.text.focus();
      this.text.setSelectionRange(shots[index].start, shots[index].end);
    } else {
      this.text.focus();
    }
    this.drawLine();
  }

  tools(shots) {
    return el("div.row", {},
      el("button.button.plain.small.split", { type: "button", onclick: () => this.set(split(this.draft.prompt, this.chosen, this.draft.duration || 5)) },
        icon("cut"), shots.length ? t("split-shot", { n: this.chosen + 1 }) : t("split-film")),
      shots.length > 0 && el("button.button.plain.small", { type: "button", onclick: () => this.set(remove(this.draft.prompt, this.chosen)) }, icon("cross"), t("remove-shot", { n: this.chosen + 1 })));
  }
}
