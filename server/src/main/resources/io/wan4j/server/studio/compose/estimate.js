// Price, time and storyboard of a draft while it is written: asked of the server without a task.

import { el, calm, replace } from "../shared/dom.js";
import { t, money, span, number } from "../shared/words.js";
import { dryRun, ask } from "../shared/api.js";

const PAUSE = 200;
/** The shape of a sheet's pictures where the order names none. */
const USUAL_SIZE = "1280*720";

export class Estimate {
  constructor() {
    this.sheet = el("figure.storyboard", { "aria-label": t("storyboard") });
    this.shots = el("ol.shots");
    this.price = el("p.price", { role: "status" });
    this.picture = el("img", { alt: t("storyboard.alt"), hidden: true, onload: () => { this.picture.hidden = false; } });
    this.blank = el("p.quiet.blank", {}, t("storyboard.blank"));
    this.sheet.append(
      el("button.enlarge", { type: "button", onclick: () => this.enlarge() }, this.picture, el("span.unseen", {}, t("storyboard.enlarge"))),
      this.blank);
    this.hasSheets = true;
    this.soon = calm(PAUSE, (...args) => this.run(...args));
  }

  /** Asks anew when the draft has been quiet for a moment. */
  ask(card, body, ready) {
    this.abort?.abort();
    this.soon(card, body, ready);
  }

  async run(card, body, ready) {
    const abort = (this.abort = new AbortController());
    if (!ready) return this.showNothing();
    // Both at once: the sheet shall be there within a second.
    const sheet = this.hasSheets && body.input.prompt ? this.draw(card, body, abort.signal) : null;
    try {
      this.show(await dryRun(card, body, abort.signal));
    } catch (failure) {
      if (failure.name !== "AbortError" && failure.status !== 401) replace(this.price, el("span.quiet", {}, failure.message));
    }
    await sheet;
  }

  /** The sheet as large as the window; Escape closes it. */
  enlarge() {
    const dialog = el("dialog.sheet-dialog", { "aria-label": t("storyboard"), onclick: () => dialog.close(), onclose: () => dialog.remove() },
      el("img", { src: this.picture.src, alt: t("storyboard.alt") }),
      el("form.row.end", { method: "dialog" }, el("button.button", {}, t("close"))));
    document.body.append(dialog);
    dialog.showModal();
  }

  showNothing() {
    this.price.replaceChildren();
    this.shots.replaceChildren();
    this.picture.hidden = true;
    this.blank.hidden = false;
  }

  show(found) {
    if (!found.possible) {
      this.price.replaceChildren(el("span.refused", {}, found.message));
      this.shots.replaceChildren();
      return;
    }
    const cost = found.price_at_most;
    this.price.replaceChildren(
      el("b.figure", { title: t("price.note") }, money(cost.total, cost.currency)),
      el("span.quiet", {}, [
        `${found.size.replace("*", "×")}${found.size_follows_input ? "*" : ""}`,
        t("unit.s", { n: number(found.seconds, 1) }),
        found.expected_seconds > 0 && t("ready-in", { time: span(found.expected_seconds) }),
      ].filter(Boolean).join(" · ")));
    this.shots.replaceChildren(...found.shots.map((shot) =>
      el("li", {}, el("span.figure", {}, `${number(shot.from, 1)}–${number(shot.until, 1)}s`), el("span", {}, shot.summary))));
  }

  /** The picture is a nicety: a server without it leaves the list of shots. */
  async draw(card, body, signal) {
    const { resolution, ratio, size, duration, shot_type } = body.parameters;
    const shape = size ?? card.size.table.find((row) => row.tier === resolution && row.ratio === ratio)?.size ?? USUAL_SIZE;
    const order = { prompt: body.input.prompt, duration: duration || card.duration.default_seconds || card.duration.choices[0], size: shape, prompt_extend: card.prompt.extend && body.parameters.prompt_extend !== false, shot_type: shot_type === "auto" ? undefined : shot_type };
    try {
      const reply = await ask("wan4j/v1/storyboard", { method: "POST", accept: "image/png", signal, body: order });
      const link = URL.createObjectURL(await reply.blob());
      if (this.link) URL.revokeObjectURL(this.link);
      this.link = link;
      this.picture.src = link;
      this.blank.hidden = true;
    } catch (failure) {
      if (failure.name === "AbortError") return;
      if (failure.status === 404 || failure.status === 406) this.hasSheets = false;
      this.picture.hidden = true;
      this.blank.hidden = false;
      this.blank.textContent = this.hasSheets ? failure.message : t("storyboard.none");
    }
  }
}
