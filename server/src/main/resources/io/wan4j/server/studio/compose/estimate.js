// Price and time of a draft while it is written, asked of the server without a task.

import { el, calm, replace } from "../shared/dom.js";
import { t, money, span, number } from "../shared/words.js";
import { dryRun } from "../shared/api.js";
import { Board } from "./board.js";

const PAUSE = 200;

export class Estimate {
  constructor() {
    this.board = new Board();
    this.price = el("div.price", { role: "status" });
    this.soon = calm(PAUSE, (...args) => this.run(...args));
  }

  /** Asks anew when the draft has been quiet for a moment. */
  ask(card, body, ready, seconds) {
    this.abort?.abort();
    this.soon(card, body, ready, seconds);
  }

  async run(card, body, ready, seconds) {
    const abort = (this.abort = new AbortController());
    if (!ready) {
      this.price.replaceChildren();
      this.board.clear();
      return;
    }
    // Both at once: the pictures shall be there within a second.
    const drawn = this.board.draw(card, body, abort.signal);
    try {
      this.show(await dryRun(card, body, abort.signal, seconds));
    } catch (failure) {
      if (failure.name !== "AbortError" && failure.status !== 401) replace(this.price, el("p.quiet", {}, failure.message));
    }
    await drawn;
  }

  show(found) {
    if (!found.possible) {
      this.price.replaceChildren(el("p.refused", {}, found.message));
      this.board.tell([]);
      return;
    }
    const cost = found.price_at_most;
    const size = found.size.replace("*", "×");
    this.price.replaceChildren(
      el("p.cost", {}, el("b.figure", {}, money(cost.total, cost.currency)),
        el("span.quiet", {}, [
          found.size_follows_input ? `≈ ${size}` : size,
          t("unit.s", { n: number(found.seconds, 1) }),
          found.expected_seconds > 0 && t("ready-in", { time: span(found.expected_seconds) }),
        ].filter(Boolean).join(" · "))),
      el("p.price-note", {}, t("price.note")));
    this.board.tell(found.shots.filter((shot) => shot.summary));
  }
}
