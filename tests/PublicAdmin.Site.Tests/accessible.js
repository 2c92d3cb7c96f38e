// What can be computed of WCAG 2.2 AA: names (4.1.2), labels (3.3.2), contrast (1.4.3), target size (2.5.8), headings and landmarks (1.3.1), reflow (1.4.10).
() => {
  const faults = [];
  const say = (rule, node) => faults.push(`${rule}: ${node.outerHTML.slice(0, 120)}`);
  const seen = node => node.checkVisibility() && node.getClientRects().length > 0;
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);

  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const part = value => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const contrast = node => {
    const [light, dark] = [luminance(channels(getComputedStyle(node).color)), luminance(ground(node))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const holdsText = node => [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.textContent.trim());
  const isLarge = node => parseFloat(getComputedStyle(node).fontSize) >= 24;

  for (const node of all("body *")) if (holdsText(node) && !node.disabled && contrast(node) < (isLarge(node) ? 3 : 4.5)) say("contrast", node);
  for (const node of all("input, select, textarea")) if (!node.labels?.length && !node.ariaLabel) say("label", node);
  for (const node of all("a[href], button, summary")) if (!(node.ariaLabel || node.textContent.trim())) say("name", node);
  for (const node of all("button, input, select, summary, nav a")) if (node.getBoundingClientRect().height < 24) say("target", node);
  for (const node of all("img")) if (!node.hasAttribute("alt")) say("alt", node);
  for (const node of all("[aria-describedby], [aria-labelledby]")) if (!document.getElementById(node.getAttribute("aria-describedby") ?? node.getAttribute("aria-labelledby"))) say("reference", node);

  const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
  if (new Set(ids).size !== ids.length) faults.push("two elements share an id");
  if (all("h1").length !== 1) faults.push(`${all("h1").length} first headings`);
  const levels = all("h1, h2, h3, h4").map(node => Number(node.tagName[1]));
  levels.forEach((level, at) => { if (at > 0 && level > levels[at - 1] + 1) faults.push(`heading ${level} after ${levels[at - 1]}`); });
  if (all("main").length !== 1 || all("header, nav, footer").length < 3) faults.push("landmarks");
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`${document.documentElement.scrollWidth} pixels wide`);
  if (/undefined|\[object|NaN|Invalid Date|\{\w+\}/.test(document.body.innerText)) faults.push("a value is missing");
  return faults;
}
