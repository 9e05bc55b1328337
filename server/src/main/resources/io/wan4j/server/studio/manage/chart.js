// A small bar chart: one bar a day, its parts stacked. Drawn to be read by eyes and by screen readers.

import { svg, el } from "../shared/dom.js";
import { dayOf } from "../shared/words.js";

/** On a phone the same letters need a narrower drawing. */
const wide = () => (matchMedia("(max-width: 46rem)").matches ? 360 : 960);
const HEIGHT = 220;
const LEFT = 48;
const BOTTOM = 22;

/**
 * @param {{label: string, days: Array<{day: string, parts: Array<{name: string, value: number}>}>, show: (value: number) => string}} data
 */
export function barChart({ label, days, show }) {
  const sums = days.map((day) => day.parts.reduce((sum, part) => sum + part.value, 0));
  const top = nice(Math.max(...sums, 0));
  const width = wide();
  const step = (width - LEFT) / days.length;
  const y = (value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - 10);
  const names = [...new Set(days.flatMap((day) => day.parts.map((part) => part.name)))];
  const chart = svg("svg.chart", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": label },
    [0, 0.5, 1].map((share) => svg("g", {},
      svg("line.grid-line", { x1: LEFT, x2: width, y1: y(top * share), y2: y(top * share) }),
      svg("text.axis", { x: LEFT - 8, y: y(top * share) + 4, "text-anchor": "end" }, show(top * share)))),
    days.map((day, i) => bar(day, LEFT + i * step, step, y, names, show)),
    days.map((day, i) => (days.length - 1 - i) % Math.ceil(days.length / (width < 500 ? 4 : 6)) === 0 &&
      svg("text.axis", { x: Math.min(width - 20, LEFT + i * step + step / 2), y: HEIGHT - 4, "text-anchor": "middle" }, dayOf(day.day))));
  return el("figure.chart-box", {}, chart, el("figcaption.legend", {}, names.map((name, i) => el("span", {}, el("i", { class: `tone-${i % 5}` }), name))));
}

function bar(day, x, step, y, names, show) {
  let sum = 0;
  return svg("g", {}, day.parts.map((part) => {
    const from = sum;
    sum += part.value;
    return svg(`rect.tone-${names.indexOf(part.name) % 5}`, { x: x + step * 0.16, width: step * 0.68, y: y(sum), height: Math.max(0, y(from) - y(sum)), rx: 1.5 },
      svg("title", {}, `${day.day} · ${part.name} · ${show(part.value)}`));
  }));
}

/** The next round number: 1, 2 or 5 times a power of ten. */
function nice(value) {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value);
}
