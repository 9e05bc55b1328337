// The places for files: drop, paste or choose; what is there is seen at once and uploaded meanwhile.

import { el, icon, picture } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { upload } from "../shared/api.js";
import { inspect, refusal, accepted, describe, formatOf, kindOf } from "./limits.js";

const EXTRAS = new Set(["driving_audio", "file", "link"]);

/** The word by which a prompt calls a reference: Image 1, Video 2, character3. */
export function chipOf(draft, way, role, index) {
  if (role === "reference") return `character${index + 1}`;
  if (role === "reference_image") return t("chip.image", { n: index + 1 });
  if (role === "reference_video") return t("chip.video", { n: index + 1 });
  return "";
}

/** By its name and what it says it is; formats that no limit names count by the browser's word. */
const kindOfFile = (file) => kindOf(formatOf(file)) || file.type.split("/")[0];

const isPage = (slot) => slot.limits[0]?.kind === "page";

/** What a link is called: its file, or its host. */
const nameOf = (link) => link.split(/[?#]/)[0].replace(/\/+$/, "").split("/").pop();

export class MediaSlots {
  /**
   * @param {object} draft
   * @param {() => void} changed told when files came or went
   */
  constructor(draft, changed) {
    this.draft = draft;
    this.changed = changed;
    this.element = el("div.slots");
    /** What a film can do without, for below the prompt. */
    this.extras = el("div.slots.extras");
    this.way = null;
  }

  draw(way) {
    this.way = way;
    const isExtra = (slot) => EXTRAS.has(slot.role);
    const fill = (place, slots) => {
      const open = slots.filter((slot) => !slot.unless || !this.assets(slot.unless).length);
      place.hidden = !open.length;
      place.replaceChildren(...open.map((slot) => this.slot(slot)));
    };
    fill(this.element, way.slots.filter((slot) => !isExtra(slot)));
    fill(this.extras, way.slots.filter(isExtra));
  }

  assets(role) {
    return (this.draft.slots[role] ??= []);
  }

  slot(slot) {
    const assets = this.assets(slot.role).slice(0, slot.most);
    const full = assets.length >= slot.most;
    const name = t(`role.${slot.role}`);
    const anyOf = this.way.oneOf.includes(slot.role) && !this.way.oneOf.some((role) => this.assets(role).some((asset) => !asset.refused));
    const wide = slot === this.way.slots[0] && slot.most > 2 && this.way.slots.length > 1;
    const place = el(`div.slot${wide ? ".wide" : ""}`, { "data-role": slot.role, role: "group", "aria-label": name },
      el("div.head", {}, el("h3", {}, name), el("span.small.quiet", {}, t(slot.least ? "needed" : anyOf ? "one-needed" : "optional"))),
      el("div.assets", {}, assets.map((asset, i) => this.asset(slot, asset, i)), !full && (isPage(slot) ? this.address(slot, name) : this.door(slot, name))),
      el("p.small.quiet", {}, isPage(slot) ? t("link.note") : describe(slot.limits, t)));
    this.listenForDrops(place, slot);
    return place;
  }

  door(slot, name) {
    const input = el("input.unseen", { type: "file", accept: accepted(slot.limits), multiple: slot.most > 1, tabindex: "-1", "aria-label": t("choose-for", { name }),
      onchange: (event) => this.take(slot, [...event.target.files]) });
    return el("div.door-in", {},
      el("button.drop", { type: "button", onclick: () => input.click() },
        picture("tasks", { video: "clip", audio: "sound", document: "page" }[slot.limits[0]?.kind] ?? "frame"),
        el("span", {}, t("drop-here"), el("span.unseen", {}, `: ${name}`))),
      input);
  }

  /** A page is no file: its address is written, or a link is dropped. */
  address(slot, name) {
    return el("input.address", { type: "url", inputmode: "url", placeholder: "https://…", "aria-label": name, "data-address": slot.role,
      onkeydown: (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        event.target.blur();
      },
      oninput: (event) => event.target.setCustomValidity(""),
      onchange: (event) => {
        if (!event.target.value.trim() || this.takeLink(slot, event.target.value.trim())) return;
        event.target.setCustomValidity(t("link.wrong"));
        event.target.reportValidity();
      } });
  }

  listenForDrops(place, slot) {
    let depth = 0;
    const over = (step) => {
      depth = Math.max(0, depth + step);
      place.classList.toggle("over", depth > 0);
    };
    place.addEventListener("dragenter", (event) => { event.preventDefault(); over(1); });
    place.addEventListener("dragover", (event) => { event.preventDefault(); event.dataTransfer.dropEffect = "copy"; });
    place.addEventListener("dragleave", () => over(-1));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      depth = 0;
      place.classList.remove("over");
      const files = [...event.dataTransfer.files];
      if (files.length && !isPage(slot)) this.take(slot, files);
      else this.takeLink(slot, event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain"));
    });
  }

  /** A pasted file goes to the first place that still has room for its kind. @returns {boolean} whether one had */
  paste(files) {
    const file = files[0];
    const kind = kindOfFile(file);
    const slot = this.way.slots.find((each) => each.limits.some((limit) => limit.kind === kind) && this.assets(each.role).length < each.most);
    if (slot) this.take(slot, files);
    return Boolean(slot);
  }

  /** @returns {boolean} whether it was one that can be taken */
  takeLink(slot, link) {
    if (!/^(https?|oss):\/\/[^/]/.test(link) || this.assets(slot.role).length >= slot.most) return false;
    const kind = slot.limits[0]?.kind ?? "image";
    this.assets(slot.role).push({ url: link.trim(), name: nameOf(link), kind });
    this.refresh();
    return true;
  }

  async take(slot, files) {
    const room = slot.most - this.assets(slot.role).length;
    await Promise.all(files.slice(0, Math.max(0, room)).map(async (file) => {
      const asset = { name: file.name || t("pasted"), busy: true, share: 0, blob: URL.createObjectURL(file), kind: kindOfFile(file) };
      this.assets(slot.role).push(asset);
      this.refresh();
      await this.check(asset, file, slot.limits);
    }));
  }

  async check(asset, file, limits) {
    const facts = await inspect(file, asset.blob);
    Object.assign(asset, facts, { bytes: file.size });
    asset.refused = refusal(file, facts, limits);
    if (asset.refused) asset.busy = false;
    this.refresh();
    if (asset.refused) return;
    const abort = new AbortController();
    asset.abort = abort;
    try {
      asset.url = await upload(file, this.way.card.name, (share) => this.progress(asset, share), abort.signal);
    } catch (failure) {
      if (failure.name === "AbortError") return;
      asset.refused = { key: "limit.upload", values: { message: failure.message } };
    }
    asset.busy = false;
    this.refresh();
  }

  progress(asset, share) {
    asset.share = share;
    asset.bar?.style.setProperty("--share", share);
  }

  refresh() {
    this.draw(this.way);
    this.changed();
  }

  asset(slot, asset, index) {
    const chip = chipOf(this.draft, this.way, slot.role, index);
    const facts = [asset.width && `${asset.width}×${asset.height}`, asset.seconds && `${asset.seconds.toFixed(1)} s`].filter(Boolean).join(" · ");
    asset.bar = el("span.bar-of", { style: { "--share": asset.share ?? 0 }, hidden: !asset.busy });
    return el(`figure.asset${asset.refused ? ".refused" : ""}`, { "data-state": asset.refused ? "refused" : asset.busy ? "busy" : "ready" },
      this.look(asset), asset.bar,
      chip && el("span.name-in-prompt", {}, chip),
      el("figcaption", {}, el("span.file", { title: asset.name }, asset.name), facts && el("span.quiet.figure", {}, facts)),
      asset.refused && el("p.small.why", { role: "alert" }, t(asset.refused.key, asset.refused.values)),
      this.voice(slot, asset),
      el("button.button.icon.remove", { type: "button", "aria-label": t("remove-file", { name: asset.name }), onclick: () => this.remove(slot, index) }, icon("cross")));
  }

  look(asset) {
    if (asset.kind === "image" && (asset.preview || asset.blob)) return el("img", { src: asset.preview ?? asset.blob, alt: "" });
    if (asset.kind === "video" && asset.blob) return el("video", { src: asset.blob, muted: true, loop: true, playsinline: true, onmouseenter: (e) => e.target.play(), onmouseleave: (e) => e.target.pause() });
    if (asset.preview) return el("img", { src: asset.preview, alt: "" });
    return el("span.no-look", {}, picture("tasks", { video: "clip", audio: "sound", document: "page", page: "page" }[asset.kind] ?? "frame"));
  }

  /** References may be given a voice. */
  voice(slot, asset) {
    if (!slot.voice?.length || asset.refused) return null;
    if (asset.voice) {
      return el("div.row.voice.small", {}, icon("voice"), el("span", {}, asset.voice.refused ? t(asset.voice.refused.key, asset.voice.refused.values) : asset.voice.name),
        el("button.button.plain.icon", { type: "button", "aria-label": t("remove-voice"), onclick: () => { delete asset.voice; this.refresh(); } }, icon("cross")));
    }
    const input = el("input.unseen", { type: "file", accept: accepted(slot.voice), tabindex: "-1", "aria-label": t("add-voice"), onchange: async (event) => {
      const file = event.target.files[0];
      if (!file) return;
      asset.voice = { name: file.name, busy: true, kind: "audio", blob: URL.createObjectURL(file) };
      this.refresh();
      await this.check(asset.voice, file, slot.voice);
    } });
    return el("div.voice", {}, el("button.button.plain.small", { type: "button", onclick: () => input.click() }, icon("voice"), t("add-voice")), input);
  }

  remove(slot, index) {
    const [gone] = this.assets(slot.role).splice(index, 1);
    gone.abort?.abort();
    if (gone.blob) URL.revokeObjectURL(gone.blob);
    this.refresh();
  }
}
