// The composition on the table. It is kept in the session's storage, so that a reload loses nothing.

import { waysOf, TASKS, shapes, lengths } from "./catalogue.js";

const STORE = "wan4j.draft";

const EMPTY = {
  task: "text", way: "", slots: {}, prompt: "", negative: "", resolution: "", ratio: "", duration: 5,
  seed: "", watermark: false, extend: true, shotType: "", audio: true, audioSetting: "", template: "", controls: {},
};

export const fresh = () => structuredClone(EMPTY);

export function remembered() {
  try {
    return { ...fresh(), ...JSON.parse(sessionStorage.getItem(STORE) ?? "{}") };
  } catch {
    return fresh();
  }
}

/** Files are kept by their oss:// URLs and small pictures; what is on its way is not. */
export function remember(draft) {
  const slots = Object.fromEntries(Object.entries(draft.slots).map(([role, assets]) =>
    [role, assets.filter((asset) => asset.url).map(({ blob, busy, share, abort, ...kept }) => kept)]));
  try {
    sessionStorage.setItem(STORE, JSON.stringify({ ...draft, slots }));
  } catch {
    // The storage is full: the draft lives on this page only.
  }
}

/** Brings a draft in line with what the chosen model offers. @returns {import("./catalogue.js").Way} */
export function settle(draft, cards) {
  const ways = waysOf(cards);
  if (!TASKS.includes(draft.task)) draft.task = "text";
  const mine = ways.filter((way) => way.task === draft.task);
  const way = mine.find((candidate) => candidate.id === draft.way) ?? preferred(mine);
  draft.way = way.id;
  const { size, duration } = way.card;
  if (!size.tiers.includes(draft.resolution)) draft.resolution = size.tiers.includes("720P") ? "720P" : size.default_tier;
  const ratios = shapes(way, draft.resolution);
  if (!ratios.includes(draft.ratio)) draft.ratio = ratios.includes("16:9") && !ratios.includes("") ? "16:9" : ratios[0] ?? "";
  const range = lengths(way, draft);
  if (range.fixed) draft.duration = range.fixed;
  else if (range.choices) draft.duration = range.choices.includes(draft.duration) ? draft.duration : range.choices[0];
  else if (!(range.input && draft.duration === 0)) {
    draft.duration = Math.min(range.to, Math.max(range.from, Math.round(draft.duration) || duration.default_seconds || 5));
  }
  if (!way.card.shot_types.includes(draft.shotType)) draft.shotType = way.card.shot_types[0] ?? "";
  if (!way.card.audio_settings.includes(draft.audioSetting)) draft.audioSetting = way.card.audio_settings[0] ?? "";
  if (way.effect && !way.card.templates.includes(draft.template)) draft.template = way.card.templates[0];
  return way;
}

/** The newest generation that is not a preview of the next. */
const preferred = (ways) => ways.find((way) => way.card.generation === "2.7") ?? ways.find((way) => way.card.generation !== "3.0") ?? ways[0];
