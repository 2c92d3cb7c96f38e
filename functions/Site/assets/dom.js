/**
 * An element: attributes and listeners from `about` (`onclick`, `class`, `hidden` …), then children; text is always text, never markup.
 * @param {string} name
 * @param {Record<string, any>} [about]
 * @param {any[]} children
 * @returns {PageElement}
 */
export function el(name, about = {}, ...children) {
  const node = /** @type {PageElement} */ (document.createElement(name));
  for (const [key, value] of Object.entries(about)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  return fill(node, ...children);
}

/**
 * @param {string} id
 * @returns {PageElement}
 */
export const byId = id => /** @type {PageElement} */ (document.getElementById(id));

const isShown = child => child != null && child !== false && child !== "";

/**
 * @template {Element} Node
 * @param {Node} node
 * @param {any[]} children
 */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(isShown));
  return node;
}

const svg = "http://www.w3.org/2000/svg";

/** A picture of the page's own set (icons.svg); only beside words, so nobody hears of it. */
export function icon(name) {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  picture.appendChild(document.createElementNS(svg, "use")).setAttribute("href", `#i-${name}`);
  return picture;
}

/** Terms and descriptions; a line without a value is left out. */
export const facts = (...lines) =>
  el("dl", { class: "facts" }, lines.filter(([, value]) => isShown(value)).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));

/** An input under its label. */
export const field = (id, text, input) => el("div", { class: "field" }, el("label", { for: id }, text), input);

export const bullets = items => el("ul", {}, items.map(item => el("li", {}, item)));

/** Moves the reader, and whoever has it read aloud, to what has just appeared. */
export function show(node) {
  node.hidden = false;
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}

let clearing;

/**
 * Says at the foot of the window that something was done, aloud too; `undo` may take it back for ten seconds.
 * @param {string} text
 * @param {{ name: string, act: () => void }} [undo]
 */
export function announce(text, undo) {
  clearTimeout(clearing);
  const said = byId("said");
  const button = undo && el("button", { type: "button", onclick: () => { fill(said); undo.act(); } }, undo.name);
  fill(said, el("p", {}, text, button));
  clearing = setTimeout(() => fill(said), 10_000);
}
