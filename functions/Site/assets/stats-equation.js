import { el } from "./dom.js";
import { countedLink } from "./counted.js";
import { node } from "./chart.js";
import { pick, say } from "./words.js";

const left = ["carried", "received"];
const right = ["resolved", "open", "supplement", "financial", "posting", "overdue", "withdrawn", "stopped"];

const [width, height] = [640, 28];

function bar(title, parts, total) {
  const picture = node("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title, class: "chart" });
  let at = 0;
  parts.forEach(({ value, tone }) => {
    picture.append(node("rect", { x: at, y: 0, width: value / total * width, height, class: `part-${tone}` }));
    at += value / total * width;
  });
  return picture;
}

const line = (one, words, asked, office) => el("li", {}, el("span", { class: `dot part-${one.tone}` }), `${pick(words[one.name]?.title)}: `,
  el("b", {}, countedLink(one.value, one.name, asked, office)));

/** carried + received = everything it became, as a bar whose parts add up, and as words. */
export function equationCard(numbers, words, asked, office) {
  const total = left.reduce((sum, name) => sum + (numbers[name] ?? 0), 0);
  if (!total) return null;
  const parts = right.map((name, tone) => ({ name, tone, value: numbers[name] ?? 0 })).filter(one => one.value > 0);
  const said = left.map(name => `${pick(words[name]?.title)} ${numbers[name] ?? 0}`).join(" + ");
  return el("section", { class: "card" }, el("h2", {}, say("stats.equation")), el("p", {}, `${said} = ${total}`),
    bar(say("stats.equation"), parts, total), el("ul", { class: "parts" }, parts.map(one => line(one, words, asked, office))),
    el("p", { class: "soft small" }, say("stats.differs")));
}
