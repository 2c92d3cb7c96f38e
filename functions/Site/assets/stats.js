import { byId, el, fill } from "./dom.js";
import { get } from "./api.js";
import { bars } from "./chart.js";
import { countedLink, countedList, maySee } from "./counted.js";
import { load } from "./problems.js";
import { centers, procedureName, shortName } from "./places.js";
import { equationCard } from "./stats-equation.js";
import { indexCard, openDataCard } from "./stats-index.js";
import { day, moment, named, numeral, pick, say } from "./words.js";

const query = new URLSearchParams(location.search);

// What people look for first; the rest of a line stands in the table and the file.
const first = ["received", "resolved", "overdue", "carried"];
const columns = ["received", "resolved", "overdue"];

function months() {
  const back = n => {
    const at = new Date();
    at.setDate(1);
    at.setMonth(at.getMonth() - n);
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}`;
  };
  return Array.from({ length: 13 }, (_, n) => back(n));
}

const option = (value, text, chosen) => el("option", { value, selected: value === chosen }, text);

const parameter = (name, value) => (value ? `&${name}=${encodeURIComponent(value)}` : "");

const asked = (office = byId("office").value, procedure = query.get("procedure"), period = byId("period").value) =>
  `period=${period}${parameter("office", office)}${parameter("procedure", procedure)}`;

// From the province to an office, from an office to a procedure.
const deeper = (one, by) => (one.hidden || !["office", "procedure"].includes(by) ? pick(one.name)
  : el("a", { href: by === "office" ? `/stats?${asked(one.code)}` : `/stats?${asked(undefined, one.code)}` }, pick(one.name)));

// Totals are for anybody; the dossiers behind them for those who may open them.
const number = (name, numbers, words) => el("li", {}, el("span", { class: "soft" }, pick(words[name]?.title) ?? name), el("b", {}, numbers[name] ?? 0),
  numbers[name] > 0 && maySee(byId("office").value || "*") && countedList(`number=${name}&${asked()}`));

// A line is not broken before the sign.
const rate = ([name, value]) => el("li", {}, el("span", { class: "soft" }, named("stats.rate", name)), el("b", {}, `${numeral(value)}\u00a0%`));

const heads = (names, words) => names.map(name => el("th", { scope: "col", class: "number" }, pick(words[name]?.title) ?? name));

const cells = (numbers, names, within, office) => names.map(name => el("td", { class: "number" }, countedLink(numbers[name] ?? 0, name, within, office)));

// An office's own line leads to its dossiers; so does a procedure's, of the office that was chosen.
const within = (one, by) => (by === "office" ? [asked(one.code), one.code] : [asked(undefined, one.code), byId("office").value]);

const line = (one, by) => el("tr", {}, el("th", { scope: "row" }, deeper(one, by)),
  one.hidden ? el("td", { colspan: columns.length }, say("stats.hidden")) : cells(one.numbers, columns, ...within(one, by)));

const table = (view, words) => el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("stats.table") }, el("table", {},
  el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("stats.line")), heads(columns, words))),
  el("tbody", {}, view.lines.map(one => line(one, view.by)))));

const month = ({ month: name, figures }) => el("tr", {}, el("th", { scope: "row" }, name),
  cells(figures.numbers, ["received", "resolved"], asked(undefined, undefined, name), byId("office").value));

const trendTable = (trend, words) => el("details", {}, el("summary", {}, say("stats.trendTable")), el("table", {},
  el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("stats.period")), heads(["received", "resolved"], words))),
  el("tbody", {}, trend.months.map(month))));

const trendCard = (trend, words) => el("section", { class: "card" }, el("h2", {}, say("stats.trend")),
  el("p", {}, el("span", { class: "dot bar-0" }), pick(words.received?.title), " ", el("span", { class: "dot bar-1" }), pick(words.resolved?.title)),
  bars(say("stats.trend"), trend.months.map(({ month: name, figures }) =>
    ({ name: name.slice(5), values: [figures.numbers.received ?? 0, figures.numbers.resolved ?? 0] }))),
  trendTable(trend, words));

// A number somebody came for, by the link in a table: what it means, and its dossiers.
const behind = (name, words) => name in words && maySee(byId("office").value || "*") && el("section", { class: "card", id: "behind" },
  el("h2", {}, pick(words[name].title)), el("p", { class: "soft" }, pick(words[name].meaning)), countedList(`number=${name}&${asked()}`, true));

const definitions = words => el("details", { class: "card" }, el("summary", {}, say("stats.definitions")),
  el("dl", { class: "facts" }, Object.values(words).map(one => [el("dt", {}, pick(one.title)), el("dd", {}, pick(one.meaning))])));

async function show() {
  byId("csv").href = `/api/statistics?format=csv&${asked()}`;
  history.replaceState(null, "", `?${asked()}${parameter("number", query.get("number"))}`);
  const [view, trend, said, index, open] = await Promise.all([
    get(`/api/statistics?${asked()}`), get(`/api/statistics/trend?${asked()}`), get("/api/statistics/definitions"),
    get(`/api/statistics/index766?${asked()}`), get("/api/statistics/open")]);
  const words = Object.fromEntries((said.items ?? []).map(one => [one.name, one]));
  return [
    query.get("procedure") && el("h2", {}, await procedureName(query.get("procedure"))),
    behind(query.get("number"), words),
    el("p", { class: "soft" }, say("stats.from", { from: day(view.from), to: day(view.to), at: moment(view.cutOff) })),
    el("ul", { class: "numbers" }, first.map(name => number(name, view.total.numbers, words)), Object.entries(view.total.rates).map(rate)),
    equationCard(view.total.numbers, words, asked(), byId("office").value), trendCard(trend, words),
    view.lines.length > 0 && el("section", { class: "card" },
      el("h2", {}, say(view.by === "office" ? "stats.byOffice" : "stats.byProcedure")), table(view, words)),
    indexCard(index, words, asked(), byId("office").value), openDataCard(open), definitions(words),
  ];
}

async function begin() {
  fill(byId("period"), months().map(one => option(one, one.split("-").reverse().join("/"), query.get("period"))));
  byId("office").append(...(await centers()).map(office => option(office.code, shortName(office), query.get("office"))));
  for (const id of ["period", "office"]) byId(id).addEventListener("change", () => load(byId("figures"), show));
  return show();
}

load(byId("figures"), begin);
