// The words of the page in the reader's language, and how numbers and times are written.

const LANGUAGES = ["en", "zh"];
let language = "en";
let words = {};
let errors = {};

/** Loads the language that was chosen before, or else the browser's. */
export async function loadWords() {
  const chosen = remembered() ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
  language = LANGUAGES.includes(chosen) ? chosen : "en";
  const wanted = [fetch(`studio/words/${language}.json`)];
  if (language !== "en") wanted.push(fetch(`studio/words/errors-${language}.json`));
  const replies = await Promise.all(wanted);
  [words, errors = {}] = await Promise.all(replies.map((reply) => reply.json()));
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
}

function remembered() {
  try {
    return localStorage.getItem("wan4j.language");
  } catch {
    return null;
  }
}

export const currentLanguage = () => language;

/** Remembers the language; the page is to be drawn again afterwards. */
export async function chooseLanguage(next) {
  try {
    localStorage.setItem("wan4j.language", next);
  } catch {
    // Not remembered, then.
  }
  await loadWords();
}

/** The text of a key, its {names} filled in; a key without a text is shown as it is. */
export function t(key, values = {}) {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export const has = (key) => key in words;

/** What an error means and what to do, in the reader's language. */
export function explained(explanation) {
  return { ...explanation, ...(errors[explanation.name] ?? {}) };
}

export function money(amount, currency) {
  return new Intl.NumberFormat(language, { style: "currency", currency, minimumFractionDigits: 2, maximumFractionDigits: 2, currencyDisplay: "narrowSymbol" }).format(amount);
}

export const number = (value, digits = 0) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);

export function bytes(count) {
  const mega = count / 1048576;
  return mega >= 1000 ? `${number(mega / 1024, 1)} GiB` : mega >= 1 ? `${number(mega, 1)} MiB` : `${number(count / 1024)} KiB`;
}

/** Seconds in people's words: 8 s, 2 min 5 s. */
export function span(seconds) {
  if (seconds < 60) return t("unit.s", { n: number(seconds, seconds < 10 ? 1 : 0) });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t("unit.min", { m: minutes, s: Math.round(seconds % 60) });
  const hours = seconds / 3600;
  return hours < 48 ? t("unit.h", { n: number(hours, hours < 10 ? 1 : 0) }) : t("unit.d", { n: number(hours / 24, 0) });
}

export const when = (millis) =>
  new Intl.DateTimeFormat(language, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" }).format(millis);

/** A day of the calendar, as 2026-11-27. */
export const dayOf = (iso) =>
  new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));

/** Seconds and frames: 00:04:12. */
export function timecode(seconds, rate) {
  const frames = Math.max(0, Math.round(seconds * rate));
  const two = (n) => String(n).padStart(2, "0");
  return `${two(Math.floor(frames / rate / 60))}:${two(Math.floor(frames / rate) % 60)}:${two(frames % rate)}`;
}
