// Two takes side by side, played together.

import { el, icon } from "../shared/dom.js";
import { t } from "../shared/words.js";
import { local } from "../shared/api.js";
import * as tasks from "../shared/tasks.js";
import { Player } from "./player.js";

export class CompareView {
  constructor(first, second) {
    this.ids = [first, second];
    this.title = t("compare");
  }

  async open() {
    const bodies = await Promise.all(this.ids.map((taskId) => tasks.load(taskId)));
    this.players = bodies.map((body, i) => new Player(local(body.output.video_url), `${t("take")} ${i === 0 ? "A" : "B"}`, body.progress.frame_rate));
    const [left, right] = this.players;
    left.follower = right;
    right.setMuted(true);
    left.video.addEventListener("play", () => { right.video.currentTime = left.video.currentTime; right.video.play(); });
    left.video.addEventListener("pause", () => { right.video.pause(); right.video.currentTime = left.video.currentTime; });
    return el("div.stack", {},
      el("div.head", {}, el("h1", {}, t("compare")), el("a.button", { href: "#films" }, icon("cross"), t("back-to-films"))),
      el("div.takes", {}, bodies.map((body, i) => el("figure.stack.tight", {},
        this.players[i].element,
        el("figcaption", {}, el("b", {}, `${t("take")} ${i === 0 ? "A" : "B"}`), " ", el("span.quiet", {}, `${body.task.model} · ${body.task.prompt}`))))));
  }

  close() {
    this.players.forEach((player) => player.video.pause());
  }
}
