// Model, size, length and the other parameters, as far as the chosen model has them.

import { el, field, choice, select, check } from "../shared/dom.js";
import { t, has } from "../shared/words.js";
import { shapes, lengths } from "./catalogue.js";

const SHAPES = { "16:9": [16, 9], "9:16": [9, 16], "1:1": [12, 12], "4:3": [13.3, 10], "3:4": [10, 13.3] };

export class Settings {
  /**
   * @param {object} draft
   * @param {(what: string) => void} changed told which field
   */
  constructor(draft, changed) {
    this.draft = draft;
    this.changed = changed;
    this.element = el("div.settings.stack");
    this.effects = el("div.chips.effects", { role: "group", "aria-label": t("effect") });
  }

  set(field, value) {
    this.draft[field] = value;
    this.changed(field);
  }

  draw(way, ways) {
    const focused = document.activeElement?.name ? null : document.activeElement?.id;
    const range = lengths(way, this.draft);
    this.element.replaceChildren(...[
      this.model(way, ways),
      this.size(way),
      this.length(range),
      ...this.controls(way),
      this.sounds(way),
      this.more(way),
    ].filter(Boolean));
    this.effects.replaceChildren(...(way.effect ? way.card.templates : []).map((name) => this.effect(name)));
    if (focused) document.getElementById(focused)?.focus();
  }

  model(way, ways) {
    const label = (each) => each.card.name + (each.fn ? ` · ${t(`function.${each.fn.name}`)}` : "");
    const box = select(ways.map((each) => ({ value: each.id, label: label(each) })), way.id, (value) => this.set("way", value));
    box.id = "model";
    return field(t("model"), box);
  }

  effect(name) {
    const on = name === this.draft.template;
    return el(`button.chip${on ? ".on" : ""}`, { type: "button", id: `effect-${name}`, "aria-pressed": String(on), onclick: () => this.set("template", name) },
      has(`effect.${name}`) ? t(`effect.${name}`) : name);
  }

  size(way) {
    const ratios = shapes(way, this.draft.resolution);
    return el("div.row.pair", {},
      el("div.field", {}, el("span.label", {}, t("resolution")),
        choice(t("resolution"), [...way.card.size.tiers].reverse().map((tier) => ({ value: tier, label: tier })), this.draft.resolution, (value) => this.set("resolution", value))),
      ratios.length > 0 && el("div.field.shapes", {}, el("span.label", {}, t("ratio")),
        choice(t("ratio"), ratios.map((ratio) => ({ value: ratio, spoken: ratio || t("ratio.input"), label: [shape(ratio), el("span.figure", {}, ratio === "adaptive" ? t("adaptive") : ratio || t("ratio.clip"))] })), this.draft.ratio, (value) => this.set("ratio", value))));
  }

  length(range) {
    if (range.fixed) return el("p.small.quiet", {}, t("length.fixed", { n: range.fixed }));
    if (range.choices) {
      return el("div.field", {}, el("span.label", {}, t("length")),
        choice(t("length"), range.choices.map((n) => ({ value: String(n), label: t("unit.s", { n }) })), String(this.draft.duration), (value) => this.set("duration", Number(value))));
    }
    const shown = el("output.figure", {}, this.draft.duration ? t("unit.s", { n: this.draft.duration }) : t("length.input"));
    const least = range.input ? 0 : range.from;
    const share = (value) => (value - least) / (range.to - least);
    const slider = el("input", { type: "range", id: "duration", style: { "--share": share(this.draft.duration) }, min: least, max: range.to, step: 1, value: String(this.draft.duration),
      oninput: (event) => {
        const asked = Number(event.target.value);
        const value = range.input && asked > 0 && asked < range.from ? range.from : asked;
        event.target.style.setProperty("--share", share(value));
        shown.textContent = value ? t("unit.s", { n: value }) : t("length.input");
        this.set("duration", value);
      } });
    return el("div.field", {}, el("div.row.spread", {}, el("label.label", { for: "duration" }, t("length")), shown), slider);
  }

  /** The parameters of a function of the editing model. */
  controls(way) {
    return (way.fn?.controls ?? []).map((control) => {
      const set = (value) => {
        this.draft.controls[control.name] = value;
        this.changed("controls");
      };
      if (control.choices.length) {
        const box = select([{ value: "", label: control.default_choice || "–" }, ...control.choices.filter(Boolean).map((name) => ({ value: name, label: name }))], this.draft.controls[control.name] ?? "", set);
        return field(control.name, box);
      }
      const box = el("input", { type: "number", min: control.from, max: control.to, step: control.whole ? 1 : 0.05, placeholder: String(control.default_number), value: this.draft.controls[control.name] ?? "",
        onchange: (event) => set(event.target.value === "" ? "" : Number(event.target.value)) });
      return field(control.name, box, `${control.from} – ${control.to}`);
    });
  }

  sounds(way) {
    const { card } = way;
    return el("div.stack.tight", {},
      card.sound === "switchable" && check(t("with-sound"), this.draft.audio, (value) => this.set("audio", value)),
      card.audio_settings.length > 0 && field(t("audio-setting"), select(card.audio_settings.map((name) => ({ value: name, label: t(`audio.${name}`) })), this.draft.audioSetting, (value) => this.set("audioSetting", value))),
      card.sound === "silent" && el("p.small.quiet", {}, t("silent-model")));
  }

  more(way) {
    const { card } = way;
    return el("details.more", { open: this.opened, ontoggle: (event) => { this.opened = event.target.open; } },
      el("summary", {}, t("more-settings")),
      el("div.stack", {},
        field(t("seed"), el("input", { type: "number", id: "seed", min: 0, max: 2147483647, step: 1, placeholder: t("seed.any"), value: this.draft.seed,
          onchange: (event) => this.set("seed", event.target.value === "" ? "" : String(Math.min(2147483647, Math.max(0, Math.round(Number(event.target.value)))))) }), t("seed.note")),
        card.prompt.negative_limit > 0 && field(t("negative"), el("input", { type: "text", id: "negative", value: this.draft.negative, oninput: (event) => this.set("negative", event.target.value) })),
        card.shot_types.length > 0 && el("div.field", {}, el("span.label", {}, t("shot-type")), choice(t("shot-type"), card.shot_types.map((name) => ({ value: name, label: t(`shots.${name}`) })), this.draft.shotType, (value) => this.set("shotType", value))),
        card.prompt.extend && check(t("extend"), this.draft.extend, (value) => this.set("extend", value)),
        check(t("watermark"), this.draft.watermark, (value) => this.set("watermark", value))));
  }
}

function shape(ratio) {
  const [width, height] = SHAPES[ratio] ?? [0, 0];
  return width ? el("i.shape", { style: { "--w": `${width * 0.055}rem`, "--h": `${height * 0.055}rem` } }) : null;
}
