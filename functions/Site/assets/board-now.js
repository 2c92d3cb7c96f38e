import { el } from "./dom.js";
import { capital, day, pick, say } from "./words.js";

const worse = ["dueSoon", "overdue", "waitingLate", "forecastLate"]; // More of these is worse; of the others, better.

function trend({ name, now, before }) {
  if (before == null) return null;
  const more = now - before;
  if (more === 0) return el("span", { class: "soft small" }, say("board.same"));
  const good = worse.includes(name) ? more < 0 : more > 0;
  const tone = good ? "good" : worse.includes(name) ? "bad" : "";
  return el("span", { class: `small trend ${tone}` }, say(more > 0 ? "board.up" : "board.down", { count: Math.abs(more) }));
}

/** The numbers of this minute, each beside yesterday. */
export const numbersList = numbers => el("ul", { class: "numbers" }, numbers.map(one =>
  el("li", {}, el("span", { class: "soft" }, say(`board.number${capital(one.name)}`)),
    el("b", { class: worse.includes(one.name) && one.now > 0 ? "alarm" : null }, one.now), trend(one))));

// None, one, a few, many, very many: told apart by shade, and by the number that stands in it.
const shade = count => (count === 0 ? 0 : count < 2 ? 1 : count < 5 ? 2 : count < 10 ? 3 : 4);

const cell = (one, at, days) => el("td", { class: `heat-${shade(one.overdue)}`, title: `${day(days[at])}: ${say("board.cell", one)}` }, one.overdue);

const short = at => day(at).slice(0, 5);

/** Offices × days: how many stood overdue at the end of each. `name` makes the head of a line. */
export const heatTable = (view, lines, name = one => pick(one.name)) => el("div", {
  class: "scroll", tabindex: 0, role: "region", "aria-label": say("board.heat"),
}, el("table", { class: "heat" },
  el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("board.office")), view.days.map(at => el("th", { scope: "col" }, short(at))))),
  el("tbody", {}, lines.map(one => el("tr", {}, el("th", { scope: "row" }, name(one)), one.days.map((at, n) => cell(at, n, view.days)))))));
