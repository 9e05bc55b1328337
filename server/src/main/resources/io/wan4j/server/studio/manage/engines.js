// What makes the films here, what it can make, and what waits for it.

import { el, picture } from "../shared/dom.js";
import { t, span, bytes } from "../shared/words.js";
import { get } from "../shared/api.js";

const EVERY = 2000;
const PICTURES = { text: "text", first_frame: "first", first_and_last_frame: "ends", continuation: "continue", references: "references", edit: "edit", effect: "effect" };

export class EnginesPage {
  async open() {
    this.counts = el("div.sheet.stack", { role: "status" });
    const [{ engines }, queue] = await Promise.all([get("wan4j/v1/engines"), get("wan4j/v1/queue")]);
    this.show(queue);
    this.timer = setInterval(() => document.hidden || get("wan4j/v1/queue").then((next) => this.show(next), () => {}), EVERY);
    return el("div.stack", {}, this.counts, engines.map((engine) => this.engine(engine)));
  }

  close() {
    clearInterval(this.timer);
  }

  show(queue) {
    const text = JSON.stringify(queue);
    if (text === this.told) return;
    this.told = text;
    const figure = (name, value, note) => el("div.figure-box", {}, el("dt", {}, name), el("dd", {}, value, note && el("span.small.quiet", {}, ` ${note}`)));
    this.counts.replaceChildren(
      el("h2", {}, t("queue")),
      el("dl.figures", {},
        figure(t("queue.slots"), el("span.slot-lights", { role: "img", "aria-label": t("queue.busy", { n: Math.min(queue.running, queue.slots), of: queue.slots }) },
          Array.from({ length: Math.min(queue.slots, 16) }, (_, i) => el(`i${i < queue.running ? ".on" : ""}`))), t("queue.busy", { n: Math.min(queue.running, queue.slots), of: queue.slots })),
        figure(t("queue.waiting"), String(queue.waiting), t("queue.yours", { n: queue.own_waiting })),
        figure(t("queue.running"), String(queue.running), t("queue.yours", { n: queue.own_running }))));
  }

  engine(engine) {
    return el("section.sheet.stack", { "aria-label": engine.name },
      el("div.head", {}, el("h2", {}, engine.name), el(`span${engine.healthy ? ".good" : ".bad-word"}`, {}, t(engine.healthy ? "engine.well" : "engine.ill"))),
      el("p.quiet", {}, t(`engine.${engine.name}`)),
      el("ul.abilities", {}, engine.tasks.map((task) => el(`li${task.possible ? "" : ".unable"}`, {},
        picture("tasks", PICTURES[task.task], { viewBox: "0 0 72 44" }),
        el("div", {}, el("b", {}, t(`task.${PICTURES[task.task]}`)),
          el("p.small.quiet", {}, task.possible ? t("engine.able", { time: span(task.expected_seconds), memory: bytes(task.memory_bytes) }) : task.reason))))),
      el("p.small.quiet", {}, t("engine.sample")));
  }
}
