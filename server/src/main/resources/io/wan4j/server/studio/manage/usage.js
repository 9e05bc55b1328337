// Films and money by day and model, from the ledger.

import { el, choice } from "../shared/dom.js";
import { t, money, number } from "../shared/words.js";
import { get } from "../shared/api.js";
import { barChart } from "./chart.js";

export class UsagePage {
  constructor() {
    this.days = "30";
  }

  async open() {
    this.element = el("div.stack");
    await this.show();
    return this.element;
  }

  async show() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    const usage = await get(`wan4j/v1/usage/daily?${new URLSearchParams({ days: this.days, zone })}`);
    const rows = usage.days;
    const currencies = [...new Set(rows.map((row) => row.currency))];
    this.element.replaceChildren(
      el("div.row.spread", {},
        choice(t("usage.span"), ["7", "30", "90"].map((n) => ({ value: n, label: t("unit.d", { n }) })), this.days, (value) => { this.days = value; this.show(); }),
        el("p.quiet.small", {}, t("usage.note"))),
      this.figures(rows, currencies),
      ...(rows.length ? [
        ...currencies.map((currency) => this.section(t("usage.money"), this.chart(usage, rows.filter((row) => row.currency === currency), "price", (value) => money(value, currency)))),
        this.section(t("usage.seconds"), this.chart(usage, rows, "seconds", (value) => t("unit.s", { n: number(value) }))),
        this.section(t("usage.by-model"), this.table(rows)),
      ] : [el("div.empty", {}, t("usage.none"))]));
  }

  section(title, content) {
    return el("section.sheet.stack", { "aria-label": title }, el("h2", {}, title), content);
  }

  figures(rows, currencies) {
    const sum = (field, of = rows) => of.reduce((total, row) => total + row[field], 0);
    const figure = (name, value) => el("div.figure-box", {}, el("dt", {}, name), el("dd", {}, value));
    return el("dl.figures", {},
      figure(t("usage.films"), number(sum("films"))),
      figure(t("usage.film-seconds"), t("unit.s", { n: number(sum("seconds"), 0) })),
      (currencies.length ? currencies : ["CNY"]).map((currency) => figure(t("usage.cloud-price"), money(sum("price", rows.filter((row) => row.currency === currency)), currency))));
  }

  chart(usage, rows, field, show) {
    const days = [];
    for (let day = new Date(`${usage.from}T00:00:00Z`); day <= new Date(`${usage.until}T00:00:00Z`); day.setUTCDate(day.getUTCDate() + 1)) {
      const name = day.toISOString().slice(0, 10);
      days.push({ day: name, parts: rows.filter((row) => row.day === name).map((row) => ({ name: row.model_name, value: row[field] })) });
    }
    return barChart({ label: t(field === "price" ? "usage.money" : "usage.seconds"), days, show });
  }

  table(rows) {
    const models = new Map();
    for (const row of rows) {
      const key = `${row.model_name} ${row.currency}`;
      const sum = models.get(key) ?? { ...row, films: 0, seconds: 0, price: 0 };
      models.set(key, { ...sum, films: sum.films + row.films, seconds: sum.seconds + row.seconds, price: sum.price + row.price });
    }
    return el("div.scroll", { tabindex: 0, role: "region", "aria-label": t("usage.by-model") }, el("table", {},
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("model")), ["usage.films", "usage.film-seconds", "usage.cloud-price"].map((word) => el("th.number", { scope: "col" }, t(word))))),
      el("tbody", {}, [...models.values()].sort((a, b) => b.price - a.price).map((row) => el("tr", {},
        el("th", { scope: "row" }, row.model_name), el("td.number", {}, number(row.films)), el("td.number", {}, number(row.seconds, 1)), el("td.number", {}, money(row.price, row.currency)))))));
  }
}
