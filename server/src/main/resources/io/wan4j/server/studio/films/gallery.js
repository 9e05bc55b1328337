// All films of the account: what is on the way first, then the newest; searched and filtered.

import { el, icon, picture, calm, check, replace } from "../shared/dom.js";
import { t, when } from "../shared/words.js";
import { local } from "../shared/api.js";
import * as tasks from "../shared/tasks.js";
import { standing, bar, expiry } from "./state.js";
import { Preview } from "./preview.js";
import { attempt } from "./actions.js";

const STATES = ["", "SUCCEEDED", "PENDING,RUNNING", "FAILED", "CANCELED"];

export class GalleryView {
  constructor(go) {
    this.go = go;
    this.title = t("nav.films");
    this.query = { q: "", status: "", kept: false, page: 1 };
    this.cards = new Map();
    this.chosen = new Set();
  }

  async open() {
    this.grid = el("ul.grid");
    this.more = el("div.row.end");
    this.total = el("p.quiet.small", { role: "status" });
    this.compare = el("button.button", { type: "button", hidden: true, onclick: () => this.go(`compare/${[...this.chosen].join("/")}`) }, icon("compare"), t("action.compare"));
    this.hint = el("p.small.quiet", { role: "status", hidden: true }, t("films.one-more"));
    const search = calm(250, (value) => this.ask({ q: value }));
    this.element = el("div.stack.films", {},
      el("div.head", {}, el("h1", {}, t("nav.films")), this.total),
      el("div.row.filters", { role: "search" },
        el("label.search", {}, icon("search"), el("span.unseen", {}, t("films.search")), el("input", { type: "search", placeholder: t("films.search"), oninput: (event) => search(event.target.value) })),
        el("select", { "aria-label": t("films.state"), onchange: (event) => this.ask({ status: event.target.value }) }, STATES.map((value) => el("option", { value }, t(`films.state.${value || "all"}`)))),
        check(t("films.kept-only"), false, (kept) => this.ask({ kept })),
        this.hint, this.compare),
      this.grid, this.more);
    this.filters = this.element.querySelector(".filters");
    this.unwatch = tasks.watch((body) => this.changed(body));
    await this.ask({});
    return this.element;
  }

  close() {
    this.unwatch();
    this.cards.forEach((card) => card.close());
  }

  /** Asks from the first page on. */
  async ask(change) {
    Object.assign(this.query, change, { page: 1 });
    const page = await attempt(() => this.page());
    if (!page) return;
    this.shown = page.tasks.map(tasks.id);
    this.draw(page);
  }

  page() {
    const { q, status, kept, page } = this.query;
    return tasks.search({ q, status, kept: String(kept), page_no: String(page), page_size: "24" });
  }

  async next() {
    this.query.page += 1;
    const page = await attempt(() => this.page());
    if (!page) return;
    this.shown.push(...page.tasks.map(tasks.id).filter((taskId) => !this.shown.includes(taskId)));
    this.draw(page);
  }

  draw(page) {
    this.total.textContent = t("films.total", { n: page.total });
    // Where there is nothing yet, there is nothing to look for.
    const untouched = page.total === 0 && !this.searching;
    this.total.hidden = untouched;
    this.filters.hidden = untouched;
    const cards = this.shown.map((taskId) => this.card(tasks.task(taskId)));
    replace(this.grid, cards.length ? cards.map((card) => card.element) : this.nothing());
    this.more.replaceChildren(...(page.page_no < page.total_page ? [el("button.button", { type: "button", onclick: () => this.next() }, t("films.more"))] : []));
  }

  get searching() {
    return Boolean(this.query.q || this.query.status || this.query.kept);
  }

  nothing() {
    if (this.searching) return el("li.empty", {}, el("p", {}, t("films.none-found")));
    return el("li.empty.first", {}, picture("tasks", "text", { viewBox: "0 0 72 44" }), el("h2", {}, t("films.none")), el("p", {}, t("films.none-words")), el("a.button.main.large", { href: "#compose" }, t("films.begin")));
  }

  card(body) {
    const taskId = tasks.id(body);
    let card = this.cards.get(taskId);
    if (!card) {
      card = new FilmCard(body, (on) => this.choose(taskId, on));
      this.cards.set(taskId, card);
    } else {
      card.show(body);
    }
    return card;
  }

  choose(taskId, on) {
    if (on) this.chosen.add(taskId);
    else this.chosen.delete(taskId);
    if (this.chosen.size > 2) {
      const [oldest] = this.chosen;
      this.chosen.delete(oldest);
      this.cards.get(oldest)?.unchoose();
    }
    this.compare.hidden = this.chosen.size !== 2;
    this.hint.hidden = this.chosen.size !== 1;
  }

  changed(body) {
    const taskId = tasks.id(body);
    if (this.cards.has(taskId)) return this.cards.get(taskId).show(body);
    // A film that was ordered elsewhere appears by itself where nothing is being looked for.
    if (this.shown && !this.searching && !tasks.isOver(body)) this.ask({});
  }
}

/** A film in the gallery. */
class FilmCard {
  constructor(body, choose) {
    this.picture = el("img.look", { alt: "", hidden: true });
    this.preview = new Preview(this.picture);
    this.screen = el("div.screen", {}, picture("tasks", "clip", { class: "no-film" }), this.picture);
    this.state = el("p.state");
    this.words = el("p.words");
    this.meta = el("p.small.quiet");
    this.box = el("input", { type: "checkbox", onchange: (event) => choose(event.target.checked) });
    this.pick = el("label.pick", {}, this.box, el("span.unseen", {}, t("films.pick")));
    this.link = el("a.film", { href: `#films/${tasks.id(body)}` }, this.screen, this.words, this.state, this.meta);
    this.element = el("li.film-card", { "data-task": tasks.id(body) }, this.link, this.pick);
    this.show(body);
  }

  show(body) {
    const status = tasks.status(body);
    this.element.dataset.status = status;
    this.words.textContent = body.task.prompt || t("films.without-words");
    this.state.textContent = standing(body);
    this.meta.textContent = [body.task.model, when(body.task.submitted_at), body.task.kept ? t("kept") : ""].filter(Boolean).join(" · ");
    this.meta.title = expiry(body);
    this.pick.hidden = status !== "SUCCEEDED";
    if (status === "RUNNING") this.preview.show(body);
    if (!tasks.isOver(body)) {
      this.bar?.remove();
      this.bar = bar(body);
      this.screen.append(this.bar);
    } else {
      this.bar?.remove();
      this.bar = null;
    }
    if (status === "SUCCEEDED" && !this.video) this.film(body);
  }

  film(body) {
    this.picture.hidden = true;
    this.video = el("video", { src: `${local(body.output.video_url)}#t=0.6`, muted: true, loop: true, playsinline: true, preload: "metadata", tabindex: "-1", "aria-hidden": "true" });
    this.screen.append(this.video);
    this.element.addEventListener("pointerenter", () => this.video.play().catch(() => {}));
    this.element.addEventListener("pointerleave", () => this.video.pause());
  }

  unchoose() {
    this.box.checked = false;
  }

  close() {
    this.preview.close();
  }
}
