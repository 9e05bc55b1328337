// What can be made, read out of the model cards: which models serve a task, and which files each takes.

export const TASKS = ["text", "first", "ends", "continue", "references", "edit", "effect"];

/**
 * One way of doing a task with a model.
 *
 * @typedef {object} Way
 * @property {string} task one of TASKS
 * @property {object} card the model's card
 * @property {string} id the model's name, with /function where it has several
 * @property {object|null} fn the card's function
 * @property {Slot[]} slots
 * @property {string[]} oneOf roles of which at least one must be filled
 * @property {boolean} effect whether a template is chosen
 *
 * @typedef {object} Slot
 * @property {string} role first_frame, reference_image, driving_audio, …
 * @property {string} field where it goes in input: "media" or the name of a field
 * @property {boolean} list whether the field holds a list
 * @property {number} least
 * @property {number} most
 * @property {object[]} limits what a file must be like, one for each kind of file
 * @property {object[]} voice the same for the voice of a reference
 * @property {string} [unless] the role that closes this place while it is filled
 */

/** All ways, newest models first within each task. @returns {Way[]} */
export function waysOf(cards) {
  return cards.flatMap(waysOfCard);
}

function waysOfCard(card) {
  switch (card.family) {
    case "text_to_video":
      return [way("text", card, card.inputs.map((input) => fieldSlot(input)))];
    case "image_to_video":
      return card.media.types.length ? sets(card) : pictures(card, "first");
    case "first_and_last_frame_to_video":
      return pictures(card, "ends");
    case "reference_to_video":
      return [way("references", card, card.media.types.length ? references(card) : card.inputs.map((input) => fieldSlot(input)),
        { oneOf: card.media.types.length ? ["reference_image", "reference_video"] : ["reference"] })];
    case "video_edit":
      return [way("edit", card, card.media.types.map((type) => mediaSlot(type, type.at_least)))];
    case "general":
      return general(card);
    case "vace":
      return card.functions.map((fn) => vace(card, fn));
    default:
      return [];
  }
}

const way = (task, card, slots, more = {}) => ({ task, card, id: card.name, fn: null, slots, oneOf: [], effect: false, ...more });

const mediaSlot = (type, least = 0, most = type.at_most || 9) =>
  ({ role: type.type, field: "media", list: true, least, most, limits: type.limits, voice: type.voice });

function fieldSlot(input, least = input.need === "always" ? 1 : 0) {
  return { role: input.role, field: input.names[0], list: input.list, least, most: input.list ? input.at_most || 9 : 1, limits: input.limits, voice: [] };
}

/** Wan 2.7's image-to-video: what may stand together tells the tasks apart. */
function sets(card) {
  const type = (name) => card.media.types.find((entry) => entry.type === name);
  const sound = () => mediaSlot(type("driving_audio"));
  return [
    way("first", card, [mediaSlot(type("first_frame"), 1), sound()]),
    way("ends", card, [mediaSlot(type("first_frame"), 1), mediaSlot(type("last_frame"), 1), sound()]),
    way("continue", card, [mediaSlot(type("first_clip"), 1), mediaSlot(type("last_frame"))]),
  ];
}

/** Older models take pictures in fields; some of them play effects, with or without a last frame. */
function pictures(card, task) {
  const ways = [way(task, card, card.inputs.map((input) => fieldSlot(input, input.role === "driving_audio" ? 0 : 1)))];
  if (card.templates.length) {
    const first = card.inputs.filter((input) => input.need === "always");
    ways.push(way("effect", card, first.map((input) => fieldSlot(input)), { effect: true }));
  }
  return ways;
}

function references(card) {
  return card.media.types.map((type) => {
    const most = card.media.most_references && type.type !== "first_frame" ? Math.min(type.at_most, card.media.most_references) : type.at_most;
    return mediaSlot(type, 0, most);
  });
}

/** Wan 3.0 does everything that its media say. */
function general(card) {
  const slot = (name, least) => mediaSlot(card.media.types.find((type) => type.type === name), least);
  // A document or a page, never both.
  const pages = () => [{ ...slot("file"), unless: "link" }, { ...slot("link"), unless: "file" }];
  return [
    way("text", card, pages()),
    way("first", card, [slot("first_frame", 1)]),
    way("ends", card, [slot("first_frame", 1), slot("last_frame", 1)]),
    way("references", card, [slot("reference_image"), slot("reference_video"), slot("reference_audio"), ...pages()], { oneOf: ["reference_image", "reference_video"] }),
  ];
}

function vace(card, fn) {
  const task = { image_reference: "references", video_extension: "continue" }[fn.name] ?? "edit";
  const oneOf = fn.inputs.filter((input) => fn.one_of.includes(input.names[0])).map((input) => input.role);
  return way(task, card, fn.inputs.map((input) => fieldSlot(input)), { id: `${card.name}/${fn.name}`, fn, oneOf });
}

/** The shapes that can be asked for; the empty one is the input's own. None where the model decides. */
export function shapes(way, tier) {
  const { size } = way.card;
  if (size.by === "ratio") return size.default_ratio ? size.ratios : ["", ...size.ratios];
  if (size.by === "size" && (!way.fn || way.fn.takes_size)) return size.table.filter((entry) => entry.tier === tier).map((entry) => entry.ratio);
  return [];
}

/** Lengths that can be asked for, as a list or a range; nothing where the model decides. */
export function lengths(way, draft) {
  const rule = way.card.duration;
  if (rule.choices.length === 1) return { fixed: rule.choices[0] };
  if (rule.choices.length) return { choices: rule.choices };
  const withVideo = (draft.slots.reference_video ?? []).length > 0 && rule.to_with_video;
  return { from: rule.from, to: withVideo || rule.to, input: rule.zero_is_input };
}
