// The player: frame by frame, in a loop, with the shots marked on its line.

import { el, icon } from "../shared/dom.js";
import { t, timecode } from "../shared/words.js";

export class Player {
  /**
   * @param {string} film its address
   * @param {string} label
   * @param {number} rate frames a second of the film
   * @param {Array<{from: number, until: number, summary: string}>} shots
   */
  constructor(film, label, rate, shots = []) {
    this.rate = rate;
    this.shots = shots;
    this.video = el("video", { src: film, preload: "auto", playsinline: true, tabindex: "-1", "aria-label": label,
      onclick: () => this.toggle(), ontimeupdate: () => this.tell(), onplay: () => this.tell(), onpause: () => this.tell(), onloadedmetadata: () => this.ready(), onseeked: () => this.tell() });
    this.play = this.button("play", "player.play", () => this.toggle(), "play");
    this.loop = this.button("loop", "player.loop", () => this.setLoop(!this.video.loop), "loop");
    this.sound = this.button("sound", "player.mute", () => this.setMuted(!this.video.muted), "mute");
    this.code = el("output.figure.time", { "aria-label": t("player.time") });
    this.line = el("input.seek", { type: "range", min: 0, max: 1, step: "any", value: "0", "aria-label": t("player.position"), oninput: (event) => this.seek(Number(event.target.value)) });
    this.marks = el("div.shot-marks");
    this.element = el("div.player", { role: "group", "aria-label": t("player"), onkeydown: (event) => this.key(event) },
      el("div.screen", {}, this.video),
      el("div.seek-line", {}, this.line, this.marks),
      el("div.row.controls", {},
        this.button("back", "player.back", () => this.step(-1), "back"), this.play, this.button("forth", "player.forth", () => this.step(1), "forth"),
        this.code, el("span.gap"), this.loop, this.sound,
        this.button("full", "player.full", () => this.video.requestFullscreen?.(), "full")));
    this.setLoop(true);
  }

  button(sign, word, onclick, name) {
    return el("button.button.plain.icon", { type: "button", onclick, "aria-label": t(word), title: t(word), "data-control": name }, icon(sign));
  }

  ready() {
    this.line.max = String(this.video.duration);
    this.video.closest(".screen").style.setProperty("--shape", `${this.video.videoWidth} / ${this.video.videoHeight}`);
    this.mark(this.shots);
    this.tell();
  }

  /** Puts a mark on the line where a shot begins. */
  mark(shots) {
    this.shots = shots;
    const whole = this.video.duration;
    if (!whole) return;
    this.marks.replaceChildren(...shots.filter((shot) => shot.from > 0 && shot.from < whole).map((shot, i) =>
      el("button.mark", { type: "button", style: { "--from": shot.from / whole }, title: shot.summary, "aria-label": t("player.to-shot", { n: i + 2 }), onclick: () => this.seek(shot.from) })));
  }

  toggle() {
    if (this.video.paused) this.video.play().catch(() => this.setMuted(true) ?? this.video.play());
    else this.video.pause();
  }

  /** One frame on or back; the middle of the frame, so that rounding never shows its neighbour. */
  step(frames) {
    this.video.pause();
    const now = Math.floor(this.video.currentTime * this.rate + 0.01);
    const last = Math.round(this.video.duration * this.rate) - 1;
    this.seek((Math.min(last, Math.max(0, now + frames)) + 0.5) / this.rate);
  }

  seek(time) {
    this.video.currentTime = time;
    this.follower?.seek(time);
  }

  setLoop(on) {
    this.video.loop = on;
    this.loop.setAttribute("aria-pressed", String(on));
  }

  setMuted(on) {
    this.video.muted = on;
    this.sound.setAttribute("aria-pressed", String(on));
    this.sound.replaceChildren(icon(on ? "mute" : "sound"));
  }

  tell() {
    const { currentTime, duration, paused } = this.video;
    this.code.textContent = `${timecode(Math.floor(currentTime * this.rate + 0.01) / this.rate, this.rate)} / ${timecode(duration || 0, this.rate)}`;
    this.line.value = String(currentTime);
    this.line.style.setProperty("--share", duration ? currentTime / duration : 0);
    this.line.setAttribute("aria-valuetext", `${currentTime.toFixed(1)} s`);
    const word = paused ? "player.play" : "player.pause";
    if (this.play.title !== t(word)) {
      this.play.replaceChildren(icon(paused ? "play" : "pause"));
      this.play.title = t(word);
      this.play.setAttribute("aria-label", t(word));
    }
  }

  key(event) {
    if (event.target.matches("input, textarea, select") && event.key !== " ") return;
    const work = {
      " ": () => event.target.matches("button") ? null : this.toggle(), k: () => this.toggle(), ",": () => this.step(-1), ".": () => this.step(1),
      ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1), l: () => this.setLoop(!this.video.loop), m: () => this.setMuted(!this.video.muted),
    }[event.key];
    if (!work || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && event.target.matches("button")) return;
    event.preventDefault();
    work();
  }
}
