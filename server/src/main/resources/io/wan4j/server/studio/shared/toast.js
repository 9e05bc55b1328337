import { el } from "./dom.js";

const SHOWN = 3500;
const place = el("div.toast", { role: "status", "aria-live": "polite" });
let timer = 0;

/** Says something in passing, for eyes and for screen readers. */
export function toast(text) {
  if (!place.isConnected) document.body.append(place);
  place.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { place.textContent = ""; }, SHOWN);
}
