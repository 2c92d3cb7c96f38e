import { byId, el, fill } from "./dom.js";
import { get } from "./api.js";
import { bars } from "./chart.js";
import { load } from "./problems.js";
import { centers, shortName } from "./places.js";
import { day, moment, pick, say } from "./words.js";

const query = new URLSearchParams(location.search);

// What people look for first; the rest of a line stands in the table and the file.
const first = ["received", "resolved", "overdue", "carried"];
const columns = ["received", "resolved", "overdue"];

const months = () => Array.from({ length: 13 }, (_, back) => { const at = new Date(); at.setDate(1); at.setMonth(at.getMonth() - back); return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}`; });

const option = (value, text, chosen) => el("option", { value, selected: value === chosen }, text);

const number = (name, numbers, words) => el("li", {}, el("span", { class: "soft" }, pick(words[name]?.title) ?? name), el("b", {}, numbers[name] ?? 0));

const percent = value => `${(value <= 1 ? value * 100 : value).toFixed(1)} %`;

const line = one => el("tr", {}, el("th", { scope: "row" }, pick(one.name)), one.hidden ? el("td", { colspan: columns.length }, say("stats.hidden")) : columns.map(name => el("td", { class: "number" }, one.numbers[name] ?? 0)));

const table = (view, words) => el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("stats.table") }, el("table", {},
  el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("stats.line")), columns.map(name => el("th", { scope: "col", class: "number" }, pick(words[name]?.title) ?? name)))),
  el("tbody", {}, view.lines.map(line))));

const trendTable = (trend, words) => el("details", {}, el("summary", {}, say("stats.trendTable")), el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("stats.period")), ["received", "resolved"].map(name => el("th", { scope: "col", class: "number" }, pick(words[name]?.title) ?? name)))),
  el("tbody", {}, trend.months.map(({ month, figures }) => el("tr", {}, el("th", { scope: "row" }, month), ["received", "resolved"].map(name => el("td", { class: "number" }, figures.numbers[name] ?? 0)))))));

const definitions = words => el("details", { class: "card" }, el("summary", {}, say("stats.definitions")), el("dl", { class: "facts" }, Object.values(words).map(one => [el("dt", {}, pick(one.title)), el("dd", {}, pick(one.meaning))])));

const asked = () => `period=${byId("period").value}${byId("office").value ? `&office=${byId("office").value}` : ""}`;

async function show() {
  byId("csv").href = `/api/statistics?format=csv&${asked()}`;
  history.replaceState(null, "", `?${asked()}`);
  const [view, trend, said] = await Promise.all([get(`/api/statistics?${asked()}`), get(`/api/statistics/trend?${asked()}`), get("/api/statistics/definitions")]);
  const words = Object.fromEntries((said.items ?? []).map(one => [one.name, one]));
  return [
    el("p", { class: "soft" }, say("stats.from", { from: day(view.from), to: day(view.to), at: moment(view.cutOff) })),
    el("ul", { class: "numbers" }, first.map(name => number(name, view.total.numbers, words)), Object.entries(view.total.rates).filter(([name]) => words[name]).map(([name, value]) => el("li", {}, el("span", { class: "soft" }, pick(words[name]?.title) ?? name), el("b", {}, percent(value))))),
    el("section", { class: "card" }, el("h2", {}, say("stats.trend")), el("p", { class: "legend" }, el("span", { class: "bar-0" }), pick(words.received?.title), el("span", { class: "bar-1" }), pick(words.resolved?.title)),
      bars(say("stats.trend"), trend.months.map(({ month, figures }) => ({ name: month.slice(5), values: [figures.numbers.received ?? 0, figures.numbers.resolved ?? 0] }))), trendTable(trend, words)),
    el("section", { class: "card" }, el("h2", {}, say(view.by === "office" ? "stats.byOffice" : "stats.byProcedure")), view.lines.length ? table(view, words) : el("p", {}, say("common.nothing"))),
    definitions(words),
  ];
}

async function begin() {
  fill(byId("period"), months().map(month => option(month, month.split("-").reverse().join("/"), query.get("period"))));
  byId("office").append(...(await centers()).map(office => option(office.code, shortName(office), query.get("office"))));
  for (const id of ["period", "office"]) byId(id).addEventListener("change", () => load(byId("figures"), show));
  return show();
}

load(byId("figures"), begin);
