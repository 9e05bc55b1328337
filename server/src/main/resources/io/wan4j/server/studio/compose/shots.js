// Shots in the prompt's own words: "Shot 1 [0-3s] …". The text is the truth; blocks are read from it
// and written back to it.

const HEAD = /(?:^|(?<=\s))(?:shot|镜头|第)\s*(\d+)\s*(?:个?镜头)?\s*[[(【]\s*(\d+(?:\.\d+)?)\s*(?:s|秒)?\s*[-–~至]\s*(\d+(?:\.\d+)?)\s*(?:s|sec|seconds|秒)?\s*[\])】]\s*[:：]?\s*/gi;

/**
 * @typedef {{from: number, until: number, text: string, start: number, end: number}} Shot
 *     start and end: where its own words stand in the prompt
 */

/** @returns {{opening: string, shots: Shot[]}} opening: what stands before the first shot */
export function readShots(prompt) {
  const heads = [...prompt.matchAll(HEAD)];
  const shots = heads.map((head, i) => {
    const start = head.index + head[0].length;
    const end = i + 1 < heads.length ? heads[i + 1].index : prompt.length;
    return { from: Number(head[2]), until: Number(head[3]), text: prompt.slice(start, end).trim(), start, end };
  });
  return { opening: (heads.length ? prompt.slice(0, heads[0].index) : prompt).trim(), shots };
}

const seconds = (value) => String(Math.round(value * 10) / 10);

/** The prompt that says so. */
export function writeShots({ opening, shots }, chinese = false) {
  const lines = shots.map((shot, i) => chinese
    ? `镜头${i + 1} [${seconds(shot.from)}-${seconds(shot.until)}秒] ${shot.text}`
    : `Shot ${i + 1} [${seconds(shot.from)}-${seconds(shot.until)}s] ${shot.text}`);
  return [opening, ...lines].filter((line) => line.trim()).join("\n");
}

export const isChinese = (text) => /[\u4e00-\u9fff]/.test(text);

/** Cuts the film, or one shot of it, in two halves. */
export function split(prompt, index, duration) {
  const read = readShots(prompt);
  const chinese = isChinese(prompt);
  if (!read.shots.length) {
    const cut = Math.max(1, Math.round(duration / 2));
    read.shots = [{ from: 0, until: cut, text: read.opening }, { from: cut, until: duration, text: "" }];
    read.opening = "";
    return writeShots(read, chinese);
  }
  const shot = read.shots[index];
  const cut = Math.round((shot.from + shot.until)) / 2;
  if (cut - shot.from < 0.5 || shot.until - cut < 0.5) return prompt;
  read.shots.splice(index, 1, { ...shot, until: cut }, { from: cut, until: shot.until, text: "" });
  return writeShots(read, chinese);
}

/** Takes a shot out; its neighbour takes its time. */
export function remove(prompt, index) {
  const read = readShots(prompt);
  const [gone] = read.shots.splice(index, 1);
  if (!read.shots.length) return [read.opening, gone.text].filter(Boolean).join("\n");
  const neighbour = read.shots[Math.max(0, index - 1)];
  if (index > 0) neighbour.until = gone.until;
  else neighbour.from = gone.from;
  return writeShots(read, isChinese(prompt));
}

/** Moves the cut after a shot, half a second from its neighbours at least. */
export function moveCut(prompt, index, time) {
  const read = readShots(prompt);
  const [before, after] = [read.shots[index], read.shots[index + 1]];
  const cut = Math.min(after.until - 0.5, Math.max(before.from + 0.5, Math.round(time * 2) / 2));
  before.until = cut;
  after.from = cut;
  return writeShots(read, isChinese(prompt));
}

/**
 * Stretches the shots to another length of the film.
 *
 * @param {number} [before] only shots that end there; all when left out
 */
export function stretch(prompt, duration, before) {
  const read = readShots(prompt);
  const last = read.shots.at(-1)?.until;
  if (before !== undefined && last !== before) return prompt;
  if (!last || last === duration || !duration) return prompt;
  const scale = duration / last;
  const to = (time) => Math.round(time * scale * 2) / 2;
  read.shots.forEach((shot, i) => {
    shot.from = i ? read.shots[i - 1].until : 0;
    shot.until = i === read.shots.length - 1 ? duration : Math.max(shot.from + 0.5, to(shot.until));
  });
  return writeShots(read, isChinese(prompt));
}
