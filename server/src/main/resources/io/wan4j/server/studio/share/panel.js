// The order as code, and code as an order.

import { el, icon, choice } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { copy } from "../shared/copy.js";
import { curl, java, python, commandLine } from "./write.js";
import { readOrder } from "./read.js";

const FORMS = [
  { value: "curl", label: "curl", write: curl },
  { value: "java", label: "Java", write: java },
  { value: "python", label: "Python", write: python },
  { value: "cli", label: "CLI", write: commandLine },
  { value: "json", label: "JSON", write: (origin, card, body) => JSON.stringify(body, null, 2) },
];

export class SharePanel {
  /** @param {(body: object) => void} load takes an order that was pasted; throws an Error with a key of words */
  constructor(load) {
    this.form = "curl";
    this.code = el("pre.code", { tabindex: 0, role: "region", "aria-label": t("share.code") }, el("code"));
    this.told = el("p.small", { role: "status" });
    const paste = el("textarea.paste", { rows: 4, placeholder: t("share.paste-example"), "aria-label": t("share.paste"), spellcheck: "false" });
    const read = () => {
      try {
        load(readOrder(paste.value));
        paste.value = "";
        this.told.textContent = t("share.loaded");
      } catch (failure) {
        this.told.textContent = t(failure.message);
      }
    };
    this.element = el("section.sheet.share.stack", { "aria-label": t("share") },
      el("div.head", {}, el("h2", {}, t("share")),
        el("div.row", {}, choice(t("share.form"), FORMS, this.form, (value) => { this.form = value; this.show(); }),
          el("button.button", { type: "button", onclick: () => copy(this.code.textContent) }, icon("copy"), t("copy")))),
      this.code,
      el("details", {}, el("summary", {}, t("share.paste")),
        el("div.stack.tight", {}, paste, el("div.row.spread", {}, this.told, el("button.button", { type: "button", onclick: read }, t("share.load"))))));
  }

  draw(way, body) {
    this.order = { way, body };
    this.show();
  }

  show() {
    const { way, body } = this.order;
    const origin = new URL(".", location.href).href.replace(/\/$/, "");
    this.code.firstChild.textContent = FORMS.find((form) => form.value === this.form).write(origin, way.card, body, way);
  }
}
