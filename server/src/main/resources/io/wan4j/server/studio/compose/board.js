// The storyboard of a draft: what the server understands, shot by shot, with a picture of each.

import { el } from "../shared/dom.js";
import { t, number } from "../shared/words.js";
import { ask } from "../shared/api.js";

/** The shape of the pictures where the order names none. */
const USUAL_SIZE = "1280*720";

export class Board {
  constructor() {
    this.list = el("ol.shots");
    this.blank = el("p.quiet.blank", {}, t("storyboard.blank"));
    this.larger = el("button.button.plain.small.enlarge", { type: "button", hidden: true, onclick: () => this.enlarge() }, t("storyboard.enlarge"));
    this.element = el("section.sheet.board.storyboard", { "aria-label": t("storyboard"), "data-drawn": 0 },
      el("div.head", {}, el("h2", {}, t("storyboard")), this.larger), this.list, this.blank);
    this.shots = [];
    this.stills = null;
    this.hasPictures = true;
  }

  clear() {
    this.shots = [];
    this.order = null;
    this.stills = null;
    this.show();
  }

  /** @param {Array<{from: number, until: number, summary: string}>} shots what the dry run found */
  tell(shots) {
    if (JSON.stringify(shots) === JSON.stringify(this.shots)) return;
    this.shots = shots;
    this.show();
  }

  /** Asks for the pictures; they are a nicety: a server without them leaves the words. */
  async draw(card, body, signal) {
    const { resolution, ratio, size, duration, shot_type } = body.parameters;
    if (!this.hasPictures || !body.input.prompt) return;
    const shape = size ?? card.size.table.find((row) => row.tier === resolution && row.ratio === ratio)?.size ?? USUAL_SIZE;
    this.order = { prompt: body.input.prompt, duration: duration || card.duration.default_seconds || card.duration.choices[0], size: shape, prompt_extend: card.prompt.extend && body.parameters.prompt_extend !== false, shot_type: shot_type === "auto" ? undefined : shot_type };
    try {
      const [width, height] = shape.split("*").map(Number);
      const image = await this.picture("frames", signal);
      const high = (image.naturalWidth * height) / width;
      this.stills = { link: image.src, count: Math.round(image.naturalHeight / high), width, height };
      this.show();
      this.element.dataset.drawn = Number(this.element.dataset.drawn) + 1;
    } catch (failure) {
      if (failure.name === "AbortError") return;
      if (failure.status === 404 || failure.status === 406) this.hasPictures = false;
      this.stills = null;
      this.show();
      this.blank.hidden = false;
      this.blank.textContent = this.hasPictures ? failure.message : t("storyboard.none");
    }
  }

  /** @returns {Promise<HTMLImageElement>} with its pixels */
  async picture(layout, signal) {
    const reply = await ask("wan4j/v1/storyboard", { method: "POST", accept: "image/png", signal, body: { ...this.order, layout } });
    const image = new Image();
    image.src = URL.createObjectURL(await reply.blob());
    await image.decode();
    return image;
  }

  show() {
    const { stills, shots } = this;
    const old = this.list.querySelector("img")?.src;
    const rows = stills ? Math.max(shots.length, stills.count) : shots.length;
    this.list.replaceChildren(...Array.from({ length: rows }, (_, i) => this.row(shots[i], i)));
    this.blank.hidden = rows > 0;
    this.larger.hidden = !stills;
    if (old && old !== stills?.link) URL.revokeObjectURL(old);
  }

  row(shot, i) {
    const { stills } = this;
    const still = stills && i < stills.count && el("span.still", { style: { "--shape": `${stills.width} / ${stills.height}`, "--row": i } }, el("img", { src: stills.link, alt: "" }));
    return el("li", {}, still,
      el("span.telling", {}, shot && el("b.figure", {}, t("unit.s", { n: `${number(shot.from, 1)}–${number(shot.until, 1)}` })), shot && el("span", {}, shot.summary)));
  }

  /** The director's sheet as large as the window; Escape closes it. */
  async enlarge() {
    const image = await this.picture("sheet").catch(() => null);
    if (!image) return;
    image.alt = t("storyboard.alt");
    const dialog = el("dialog.sheet-dialog", { "aria-label": t("storyboard"), onclick: () => dialog.close(), onclose: () => { dialog.remove(); URL.revokeObjectURL(image.src); } },
      image, el("form.row.end", { method: "dialog" }, el("button.button", {}, t("close"))));
    document.body.append(dialog);
    dialog.showModal();
  }
}
