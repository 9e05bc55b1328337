// The studio: who is let in, which view is shown, and the bar above it.

import { el, icon, field } from "./shared/dom.js";
import { t, loadWords, chooseLanguage, currentLanguage } from "./shared/words.js";
import { key, signIn, signOut, get, doors } from "./shared/api.js";
import * as tasks from "./shared/tasks.js";
import { toast } from "./shared/toast.js";
import { ComposeView } from "./compose/view.js";
import { GalleryView } from "./films/gallery.js";
import { FilmView } from "./films/film.js";
import { CompareView } from "./films/compare.js";
import { ManageView } from "./manage/view.js";

const root = document.getElementById("studio");
const go = (place) => { location.hash = place; };

let view = null;
let order = null;
let main = null;
let bar = null;
let lost = null;
let turn = 0;
let unwatch = () => {};

await loadWords();
doors.addEventListener("closed", () => {
  const known = key() !== "";
  leave();
  drawDoor(known ? t("door.refused") : "");
});
addEventListener("hashchange", () => key() && show());
if (key()) enter();
else drawDoor();

function leave() {
  signOut();
  tasks.end();
  view?.close();
  view = null;
}

/** The sign-in: all that is seen without a key. */
function drawDoor(message = "") {
  const input = el("input", { type: "password", id: "key", autocomplete: "current-password", placeholder: "sk-…", required: true, "aria-describedby": "door-told" });
  const told = el("p.small.told", { id: "door-told", role: "alert" }, message);
  const enterByKey = async (event) => {
    event.preventDefault();
    signIn(input.value.trim());
    try {
      await get("wan4j/v1/account", { trying: true });
      enter();
    } catch (failure) {
      signOut();
      told.textContent = failure.status === 401 ? t("door.wrong") : failure.message;
      input.select();
    }
  };
  document.title = `${t("door.title")} · wan4j studio`;
  root.replaceChildren(
    el("header.bar", {}, wordmark(false), el("div.tools", {}, lights(), languages())),
    el("main.door", { id: "main" },
      el("figure.picture", {}, el("img", { src: "studio/pictures/door.jpg", alt: "", width: 960, height: 1266 }), el("figcaption.small", {}, t("door.film"))),
      el("form", { onsubmit: enterByKey },
        el("h1", {}, t("door.title")), el("p.quiet", {}, t("door.words")),
        field(t("door.key"), input), told,
        el("button.button.main.large", { type: "submit" }, t("door.enter")),
        el("p.small.quiet", {}, t("door.where")))));
  input.focus({ preventScroll: true });
}

function wordmark(link) {
  return el(link ? "a.wordmark" : "span.wordmark", link ? { href: "#compose" } : {}, el("img", { src: "studio/pictures/mark.svg", alt: "", width: 24, height: 24 }), el("b", {}, "wan4j"), " ", el("span", {}, "studio"));
}

function lights() {
  const isLight = () => document.documentElement.dataset.theme === "light";
  const button = el("button.button.plain.icon", { type: "button", onclick: () => {
    const next = isLight() ? "dark" : "light";
    document.documentElement.dataset.theme = next;
    try { localStorage.setItem("wan4j.theme", next); } catch { /* not remembered, then */ }
    dress();
  } });
  const dress = () => {
    const word = t(isLight() ? "lights.dark" : "lights.light");
    button.replaceChildren(icon(isLight() ? "moon" : "sun"));
    button.setAttribute("aria-label", word);
    button.title = word;
  };
  dress();
  return button;
}

function languages() {
  const next = currentLanguage() === "en" ? "zh" : "en";
  return el("button.button.plain", { type: "button", lang: next === "zh" ? "zh-Hans" : "en", "data-language": next, onclick: async () => {
    await chooseLanguage(next);
    view?.close();
    view = null;
    if (key()) enter();
    else drawDoor();
  } }, next === "zh" ? "中文" : "English");
}

function enter() {
  const link = (place, word) => el("a", { href: `#${place}`, "data-place": place }, t(word));
  const films = link("films", "nav.films");
  const count = el("span.count", { hidden: true });
  films.append(count);
  bar = el("nav", { "aria-label": t("nav") }, link("compose", "nav.compose"), films, link("manage", "nav.manage"));
  main = el("main", { id: "main", tabindex: "-1" });
  lost = el("p.link-lost", { hidden: true, role: "status" }, t("connection.lost"));
  root.replaceChildren(
    el("a.skip", { href: "#main", onclick: (event) => { event.preventDefault(); main.focus(); } }, t("skip")),
    el("header.bar", {}, wordmark(true), bar, el("div.tools", {}, lights(), languages(),
      el("button.button.plain.icon", { type: "button", id: "leave", "aria-label": t("leave"), title: t("leave"), onclick: () => { leave(); drawDoor(); } }, icon("leave")))),
    lost, main);
  unwatch();
  unwatch = tasks.watch(() => {
    const n = tasks.moving().length;
    count.hidden = n === 0;
    count.textContent = String(n);
    count.setAttribute("aria-label", t("nav.moving", { n }));
  });
  tasks.start((connected) => { lost.hidden = connected; });
  show();
}

function viewOf(place) {
  const [name, ...rest] = place.split("/").map(decodeURIComponent);
  const compose = (body) => { order = body; go("compose"); };
  if (name === "films" && rest[0]) return new FilmView(go, rest[0], compose);
  if (name === "films") return new GalleryView(go);
  if (name === "compare" && rest[1]) return new CompareView(rest[0], rest[1]);
  if (name === "manage") return new ManageView(go, rest[0]);
  return new ComposeView(go);
}

async function show() {
  const mine = ++turn;
  const place = location.hash.slice(1) || "compose";
  view?.close();
  view = null;
  const next = viewOf(place);
  const given = next instanceof ComposeView ? order : null;
  order = null;
  for (const link of bar.querySelectorAll("a")) {
    if (place.split("/")[0] === link.dataset.place || (place.startsWith("compare") && link.dataset.place === "films")) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  try {
    const element = await next.open(given);
    if (mine !== turn) return next.close();
    view = next;
    main.replaceChildren(element);
    document.title = `${next.title} · wan4j studio`;
    scrollTo(0, 0);
  } catch (failure) {
    if (mine !== turn || failure.status === 401) return;
    main.replaceChildren(el("div.empty", {}, el("p", {}, failure.status === 404 ? t("not-found") : failure.message), el("a.button", { href: "#films" }, t("back-to-films"))));
    toast(failure.message);
  }
}
