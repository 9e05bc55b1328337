// Builds elements. Text always goes in as text: nothing here, or anywhere in the studio, parses HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element.
 *
 * @param {string} tag name, with classes after dots: "button.main"
 * @param {object} props attributes; "onclick" and the like are listeners; "style" an object of custom
 *     properties; true is an empty attribute; false, null and undefined are left out
 * @param {...(Node|string|number|null|Array)} children
 */
export function el(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  return fill(document.createElement(name), props, classes, children);
}

/** An SVG element, as el(). */
export function svg(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  return fill(document.createElementNS(SVG, name), props, classes, children);
}

function fill(node, props, classes, children) {
  if (classes.length) node.classList.add(...classes);
  for (const [key, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "style") Object.entries(value).forEach(([k, v]) => node.style.setProperty(k, v));
    else if (key === "value" || key === "checked" || key === "muted") node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A drawing of pictures/<file>.svg by its name in there. */
export function picture(file, name, props = {}) {
  return svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", ...props },
    svg("use", { href: `studio/pictures/${file}.svg#${name}` }));
}

export const icon = (name) => picture("icons", name);

/** Puts other children into a node, and leaves it alone where they are the same. */
export function replace(node, ...children) {
  const next = children.flat(Infinity).filter(Boolean);
  const same = next.length === node.childNodes.length && next.every((child, i) => child === node.childNodes[i]);
  if (!same) node.replaceChildren(...next);
  return node;
}

let serial = 0;
/** An id for labels to point at. */
export const freshId = (word) => `${word}-${++serial}`;

/** A labelled control: label, control, and a note under it. */
export function field(label, control, note) {
  const id = control.id || (control.id = freshId("field"));
  return el("div.field", {}, el("label.label", { for: id }, label), control, note && el("span.note", {}, note));
}

/**
 * One of a few, as radio buttons in a row.
 *
 * @param {Array<{value: string, label: (string|Node|Array)}>} options
 */
export function choice(label, options, chosen, onchange) {
  const name = freshId("choice");
  return el("div.choice", { role: "radiogroup", "aria-label": label },
    options.map((option) => el("label", {},
      el("input", {
        type: "radio", name, value: option.value, checked: option.value === chosen,
        "aria-label": option.spoken, onchange: () => onchange(option.value),
      }),
      el("span", {}, option.label))));
}

export function select(options, chosen, onchange) {
  return el("select", { onchange: (event) => onchange(event.target.value) },
    options.map((option) => el("option", { value: option.value, selected: option.value === chosen }, option.label)));
}

export function check(label, checked, onchange) {
  return el("label.check", {}, el("input", { type: "checkbox", checked, onchange: (event) => onchange(event.target.checked) }), label);
}

/** Calls after things have been quiet for some time. */
export function calm(millis, work) {
  let timer = 0;
  const later = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), millis);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}
