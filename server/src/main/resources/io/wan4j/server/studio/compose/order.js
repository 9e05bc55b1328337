// From the draft to the body of the create call, and back.

import { shapes, lengths, waysOf } from "./catalogue.js";

/** Stands for a file that has not been uploaded yet where only the form is checked. */
const NOT_YET = { image: "https://file.invalid/picture.png", video: "https://file.invalid/clip.mp4", audio: "https://file.invalid/sound.wav", document: "https://file.invalid/pages.pdf", page: "https://file.invalid/page" };

/** @returns {{model: string, input: object, parameters: object}} the body, exactly as it is sent */
export function bodyOf(draft, way) {
  const input = {};
  const { card, fn } = way;
  if (fn) input.function = fn.name;
  if (draft.prompt.trim() && !way.effect) input.prompt = draft.prompt.trim();
  if (draft.negative.trim() && card.prompt.negative_limit) input.negative_prompt = draft.negative.trim();
  if (way.effect) input.template = draft.template;
  for (const slot of way.slots) {
    const assets = (draft.slots[slot.role] ?? []).filter((asset) => !asset.refused).slice(0, slot.most);
    if (!assets.length) continue;
    const urls = assets.map((asset) => asset.url || NOT_YET[asset.kind]);
    if (slot.field === "media") (input.media ??= []).push(...assets.map((asset, i) => entry(slot.role, urls[i], asset)));
    else input[slot.field] = slot.list ? urls : urls[0];
  }
  return { model: card.name, input, parameters: parametersOf(draft, way) };
}

const entry = (type, url, asset) => ({ type, url, ...(asset.voice?.url ? { reference_voice: asset.voice.url } : {}) });

function parametersOf(draft, way) {
  const { card } = way;
  const parameters = {};
  const ratios = shapes(way, draft.resolution);
  if (card.size.by === "size") {
    const entry = card.size.table.find((row) => row.tier === draft.resolution && row.ratio === draft.ratio);
    if (ratios.length && entry) parameters.size = entry.size;
  } else {
    parameters.resolution = draft.resolution;
    if (ratios.length && draft.ratio) parameters.ratio = draft.ratio;
  }
  if (!lengths(way, draft).fixed) parameters.duration = draft.duration;
  if (draft.seed !== "") parameters.seed = Number(draft.seed);
  if (card.prompt.extend && !draft.extend) parameters.prompt_extend = false;
  if (draft.watermark) parameters.watermark = true;
  if (card.shot_types.length && draft.shotType !== card.shot_types[0]) parameters.shot_type = draft.shotType;
  if (card.sound === "switchable" && !draft.audio) parameters.audio = false;
  if (card.audio_settings.length && draft.audioSetting !== card.audio_settings[0]) parameters.audio_setting = draft.audioSetting;
  for (const control of way.fn?.controls ?? []) {
    const value = draft.controls[control.name];
    if (value !== undefined && value !== "") parameters[control.name] = value;
  }
  return parameters;
}

/** Lengths of the order's videos in its order; nothing where one is not known. @returns {number[]} */
export function videoSeconds(draft, way) {
  const videos = way.slots.flatMap((slot) => (draft.slots[slot.role] ?? []).filter((asset) => !asset.refused).slice(0, slot.most)).filter((asset) => asset.kind === "video");
  return videos.every((asset) => asset.seconds) ? videos.map((asset) => asset.seconds) : [];
}

/** What still keeps the draft from being sent: keys of words, with values. */
export function lacks(draft, way) {
  const missing = [];
  const filled = (role) => (draft.slots[role] ?? []).some((asset) => !asset.refused);
  for (const slot of way.slots) if (slot.least && !filled(slot.role)) missing.push({ key: "lacks.slot", role: slot.role });
  if (way.oneOf.length && !way.oneOf.some(filled)) missing.push({ key: "lacks.slot", role: way.oneOf[0] });
  if (way.card.prompt.need === "always" && !draft.prompt.trim()) missing.push({ key: "lacks.prompt" });
  if (way.card.prompt.need === "without_media" && !draft.prompt.trim() && !way.slots.some((slot) => filled(slot.role))) missing.push({ key: "lacks.prompt" });
  const assets = way.slots.flatMap((slot) => draft.slots[slot.role] ?? []);
  if (assets.some((asset) => asset.busy)) missing.push({ key: "lacks.upload" });
  return missing;
}

/**
 * A draft that says what a body says.
 *
 * @returns {{draft: object, lost: string[]}} lost: fields that the studio cannot show
 * @throws {Error} with a key of words when the body is no order of a known model
 */
export function draftOf(body, cards, empty) {
  const card = cards.find((each) => each.name === body?.model || each.aliases.includes(body?.model));
  if (!card) throw new Error("read.model");
  const input = body.input ?? {};
  const parameters = body.parameters ?? {};
  const way = bestWay(waysOf([card]), input);
  const draft = { ...empty, task: way.task, way: way.id, prompt: text(input.prompt), negative: text(input.negative_prompt), template: text(input.template) };
  const used = new Set(["prompt", "negative_prompt", "template", "function", "media"]);
  for (const slot of way.slots) {
    const found = valuesOf(slot, input);
    if (slot.field !== "media") used.add(slot.field);
    if (found.length) draft.slots[slot.role] = found.map((each) => asset(each, slot));
  }
  readParameters(draft, way, parameters);
  const shown = new Set(["resolution", "ratio", "size", "duration", "seed", "prompt_extend", "watermark", "shot_type", "audio", "audio_setting", ...(way.fn?.controls ?? []).map((control) => control.name)]);
  const lost = [...Object.keys(input).filter((name) => !used.has(name) && input[name] !== null), ...Object.keys(parameters).filter((name) => !shown.has(name) && parameters[name] !== null)];
  if (way.effect && draft.prompt) lost.unshift("prompt");
  return { draft, lost };
}

const text = (value) => (typeof value === "string" ? value : "");

function bestWay(ways, input) {
  const score = (way) => {
    if (input.function && way.fn?.name !== input.function) return -1;
    if (Boolean(input.template) !== way.effect) return -1;
    const filled = way.slots.filter((slot) => valuesOf(slot, input).length).length;
    const short = way.slots.filter((slot) => slot.least && !valuesOf(slot, input).length).length;
    return 10 + filled * 2 - short * 3;
  };
  return ways.reduce((best, way) => (score(way) > score(best) ? way : best));
}

function valuesOf(slot, input) {
  if (slot.field === "media") return (Array.isArray(input.media) ? input.media : []).filter((each) => each?.type === slot.role && typeof each.url === "string");
  const value = input[slot.field];
  return (Array.isArray(value) ? value : value ? [value] : []).filter((url) => typeof url === "string").map((url) => ({ url }));
}

function asset(found, slot) {
  const name = found.url.startsWith("data:") ? "data" : decodeURIComponent(found.url.split(/[?#]/)[0].split("/").pop() || found.url);
  const voice = found.reference_voice ? { url: found.reference_voice, name: "voice", kind: "audio" } : undefined;
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const kinds = slot.limits.map((limit) => limit.kind);
  const kind = slot.limits.find((limit) => limit.formats.some((format) => format === ending || (format === "jpeg" && ending === "jpg")))?.kind ?? kinds[0] ?? "image";
  return { url: found.url, name, kind, voice };
}

function readParameters(draft, way, parameters) {
  const { size } = way.card;
  const known = size.table.find((row) => row.size === parameters.size);
  draft.resolution = known?.tier ?? text(parameters.resolution) ?? "";
  draft.ratio = known?.ratio ?? text(parameters.ratio);
  draft.resolution ||= size.default_tier;
  draft.ratio ||= size.by === "ratio" ? size.default_ratio : (size.table.find((row) => row.size === size.default_size)?.ratio ?? "");
  draft.duration = Number.isInteger(parameters.duration) ? parameters.duration : way.card.duration.default_seconds;
  draft.seed = Number.isInteger(parameters.seed) ? String(parameters.seed) : "";
  draft.extend = parameters.prompt_extend !== false;
  draft.watermark = parameters.watermark === true;
  draft.shotType = text(parameters.shot_type);
  draft.audio = parameters.audio !== false;
  draft.audioSetting = text(parameters.audio_setting);
  for (const control of way.fn?.controls ?? []) if (parameters[control.name] !== undefined) draft.controls[control.name] = parameters[control.name];
}
