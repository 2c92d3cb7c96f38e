import { el } from "./dom.js";
import { countedLink } from "./counted.js";
import { numeral, pick, say } from "./words.js";

const cell = (value, unit = "") => el("td", { class: "number" }, value == null ? "–" : `${numeral(value)}${unit}`);

// The numbers of the books an item is made of, each with its dossiers; petitions and procedures are no dossiers.
const madeOf = (item, words, asked, office) => [...item.part, ...(item.less ?? [])].filter(name => name in words)
  .map(name => el("span", { class: "small" }, countedLink(pick(words[name].title), name, asked, office), " "));

/** @param {Api.IndexLine} one */
const row = (one, words, asked, office) => el("tr", {}, el("th", { scope: "row" }, pick(one.item.name),
  one.item.note && el("div", { class: "soft small" }, pick(one.item.note)), el("div", {}, madeOf(one.item, words, asked, office))),
  cell(one.ratio, "\u00a0%"), [one.points, one.item.max || null, one.portal, one.difference].map(value => cell(value)));

const columns = ["Item", "Ratio", "Points", "Max", "Portal", "Difference"];

/** The index of Decision 766 as an estimate of ours, with what the national rules count otherwise. */
export const indexCard = (index, words, asked, office) => el("details", { class: "card" },
  el("summary", {}, say("stats.index", { points: numeral(index.points), of: index.outOf })),
  el("p", { class: "warn small" }, say("stats.estimate", { rules: index.rules })),
  el("p", { class: "small" }, say("stats.national", { late: index.late, national: index.nationalLate }),
    index.nationalOnline != null && ` ${say("stats.nationalOnline", { percent: numeral(index.nationalOnline) })}`),
  el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("stats.indexTable") }, el("table", {},
    el("thead", {}, el("tr", {}, columns.map(name => el("th", { scope: "col", class: name === "Item" ? null : "number" }, say(`stats.index${name}`))))),
    el("tbody", {}, index.lines.map(one => row(one, words, asked, office))))));

const file = one => el("a", { href: one.address }, one.address.split(".").slice(1).join("."));

const set = one => el("li", {}, el("b", {}, one.period), ` (${one.version}) · ${one.licence} · `, one.distributions.flatMap(each => [file(each), " "]));

/** The months that are published for good, each as files with hash and signature. */
export const openDataCard = open => el("details", { class: "card" }, el("summary", {}, say("stats.open", { count: open.items.length })),
  el("p", { class: "small" }, say("stats.openLead"), " ", el("a", { href: open.schema }, "schema.json")),
  open.items.length > 0 && el("ul", { class: "rows" }, open.items.map(set)));
