// Manage: what was spent, who may come in, what makes the films, what waits, and what went wrong.

import { el } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { UsagePage } from "./usage.js";
import { KeysPage } from "./keys.js";
import { EnginesPage } from "./engines.js";
import { ErrorsPage } from "./errors.js";

const PAGES = { usage: UsagePage, keys: KeysPage, engines: EnginesPage, errors: ErrorsPage };

export class ManageView {
  constructor(go, name) {
    this.go = go;
    this.name = name in PAGES ? name : "usage";
    this.title = t(`manage.${this.name}`);
  }

  async open() {
    this.page = new PAGES[this.name](this.go);
    const content = await this.page.open();
    return el("div.manage", {},
      el("nav.sections", { "aria-label": t("nav.manage") }, Object.keys(PAGES).map((name) =>
        el("a", { href: `#manage/${name}`, "aria-current": name === this.name ? "page" : null }, t(`manage.${name}`)))),
      el("div.stack", {}, el("h1", {}, t(`manage.${this.name}`)), content));
  }

  close() {
    this.page?.close?.();
  }
}
