// Camera moves, shot sizes, references and spoken lines, put into the prompt at the caret.

import { el, picture, icon, field } from "../shared/dom.js";
import { t, currentLanguage } from "../shared/words.js";
import { isChinese } from "./shots.js";
import { chipOf } from "./media.js";

/** Readable data: what each button writes, in words that the storyboard knows. */
export const loadPalette = async () => (await fetch("studio/compose/palette.json")).json();

export class Palette {
  /**
   * @param {object} data palette.json
   * @param {object} draft
   * @param {(words: string) => void} insert
   */
  constructor(data, draft, insert) {
    this.data = data;
    this.draft = draft;
    this.insert = insert;
    this.references = el("div.chips", { role: "group", "aria-label": t("palette.references") });
    this.element = el("div.palette", {},
      this.references,
      this.group(t("palette.moves"), data.moves),
      this.group(t("palette.sizes"), data.sizes),
      this.speech());
  }

  words(entry) {
    return isChinese(this.draft.prompt) || (!this.draft.prompt && currentLanguage() === "zh") ? entry.zh : entry.en;
  }

  group(label, entries) {
    return el("details.palette-group", { open: matchMedia("(min-width: 46rem)").matches },
      el("summary", {}, label),
      el("div.tiles", { role: "group", "aria-label": label }, entries.map((entry) =>
        el("button.tile", { type: "button", "data-id": entry.id, title: entry.en, onclick: () => this.insert(this.words(entry)) },
          picture("camera", entry.id, { viewBox: "0 0 48 32" }), el("span", {}, t(`camera.${entry.id}`))))));
  }

  /** Who says what, in the form in which the guides write it. */
  speech() {
    const who = el("input", { type: "text", placeholder: t("speech.who-example") });
    const line = el("input", { type: "text", placeholder: t("speech.line-example") });
    const add = () => {
      if (!line.value.trim()) return line.focus();
      const chinese = isChinese(line.value);
      const name = who.value.trim() || (chinese ? "旁白" : "The narrator");
      this.insert(chinese ? `${name}说：“${line.value.trim()}”` : `${name} says: "${line.value.trim().replaceAll('"', "'")}"`);
      line.value = "";
    };
    line.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        add();
      }
    });
    return el("details.palette-group", {}, el("summary", {}, t("palette.speech")),
      el("div.speech", {}, field(t("speech.who"), who), field(t("speech.line"), line),
        el("button.button", { type: "button", onclick: add }, icon("voice"), t("speech.add"))));
  }

  /** A chip for each reference there is. */
  draw(way) {
    const chips = way.slots.flatMap((slot) => (this.draft.slots[slot.role] ?? []).slice(0, slot.most).map((asset, i) => ({ asset, word: chipOf(this.draft, way, slot.role, i) }))).filter((chip) => chip.word);
    this.references.hidden = !chips.length;
    this.references.replaceChildren(...chips.map(({ asset, word }) =>
      el("button.chip", { type: "button", onclick: () => this.insert(word) }, asset.preview ? el("img", { src: asset.preview, alt: "" }) : icon("plus"), word)));
  }
}
