/** An element: attributes and listeners from `about` (`onclick`, `class`, `hidden` …), then children; text is always text, never markup. */
export function el(name, about = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(about)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  return fill(node, ...children);
}

export const byId = id => document.getElementById(id);

export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(child => child != null && child !== false));
  return node;
}

/** Terms and descriptions; a line without a value is left out. */
export const facts = (...lines) =>
  el("dl", { class: "facts" }, lines.filter(([, value]) => value != null && value !== "" && value !== false).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));

export const bullets = items => el("ul", {}, items.map(item => el("li", {}, item)));

/** Moves the reader, and whoever has it read aloud, to what has just appeared. */
export function show(node) {
  node.hidden = false;
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}
