// The account's keys: made, shown once, revoked.

import { el, icon, field } from "../shared/dom.js";
import { t, when } from "../shared/words.js";
import { get, post } from "../shared/api.js";
import { copy } from "../shared/copy.js";
import { attempt } from "../films/actions.js";

export class KeysPage {
  async open() {
    this.fresh = el("div", { role: "status" });
    this.list = el("div.scroll", { tabindex: 0, role: "region", "aria-label": t("manage.keys") });
    const label = el("input", { type: "text", maxlength: 100, placeholder: t("keys.label-example") });
    const create = async (event) => {
      event.preventDefault();
      const made = await attempt(() => post("wan4j/v1/keys", { label: label.value.trim() }));
      if (!made) return;
      label.value = "";
      this.showFresh(made);
      await this.show();
    };
    await this.show();
    return el("div.stack", {},
      el("p.quiet", {}, t("keys.words")),
      el("form.sheet.row.new-key", { onsubmit: create }, field(t("keys.label"), label), el("button.button.main", { type: "submit" }, icon("plus"), t("keys.create"))),
      this.fresh, el("section.sheet", {}, this.list));
  }

  /** The only moment at which the secret is known. */
  showFresh(made) {
    this.fresh.replaceChildren(el("div.notice.stack.tight.fresh-key", {},
      el("strong", {}, t("keys.once")),
      el("div.row", {}, el("code.secret", {}, made.secret), el("button.button", { type: "button", onclick: () => copy(made.secret) }, icon("copy"), t("copy")))));
  }

  async show() {
    const { keys } = await get("wan4j/v1/keys");
    this.list.replaceChildren(el("table.keys", {},
      el("thead", {}, el("tr", {}, ["keys.label", "keys.begins", "keys.made", "keys.state", ""].map((word) => el(word ? "th" : "td", word ? { scope: "col" } : {}, word && t(word))))),
      el("tbody", {}, keys.map((key) => el("tr", { class: key.revoked ? "gone" : "" },
        el("td", {}, key.label || "–"), el("td", {}, el("code", {}, `${key.prefix}…`)), el("td", {}, when(key.created_at)),
        el("td", {}, key.revoked ? t("keys.revoked") : key.current ? t("keys.current") : t("keys.good")),
        el("td.number", {}, !key.revoked && el("button.button.bad", { type: "button", onclick: () => this.ask(key), "aria-label": t("keys.revoke-of", { name: key.label || key.prefix }) }, t("keys.revoke"))))))));
  }

  ask(key) {
    const dialog = el("dialog", { "aria-label": t("keys.revoke") },
      el("form.stack", { method: "dialog", onsubmit: (event) => event.submitter?.value === "yes" && this.revoke(key) },
        el("h2", {}, t("keys.revoke-of", { name: key.label || key.prefix })), el("p", {}, t(key.current ? "keys.revoke-own" : "keys.revoke-words")),
        el("div.row.end", {}, el("button.button", { value: "no" }, t("keys.not")), el("button.button.bad", { value: "yes" }, t("keys.revoke")))));
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  async revoke(key) {
    await attempt(() => post(`wan4j/v1/keys/${encodeURIComponent(key.api_key_id)}/revoke`));
    // One's own key: this next question closes the door.
    await attempt(() => this.show());
  }
}
