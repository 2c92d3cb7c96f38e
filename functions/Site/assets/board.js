import { byId, el, facts } from "./dom.js";
import { get } from "./api.js";
import { load } from "./problems.js";
import { officeName, procedureName, shortName } from "./places.js";
import { anomaliesCard } from "./board-anomalies.js";
import { handsCard, takers } from "./board-hands.js";
import { heatTable, numbersList } from "./board-now.js";
import { ratingsCard } from "./board-ratings.js";
import { reportsCard } from "./board-reports.js";
import { chooseOffice } from "./office-choice.js";
import { petitionsCard, remindersCard } from "./board-letters.js";
import { due } from "./phases.js";
import { renew } from "./renew.js";
import { desk, has, mustBe } from "./session.js";
import { day, moment, named, numeral, say } from "./words.js";

const said = one => (one.overdueAlready ? say("board.overdue") : say("board.late", { days: numeral(one.lateDays) ?? "?", at: one.finishesAt ? day(one.finishesAt) : "?" }));

const breach = one => el("li", {},
  el("div", { class: "between" }, el("a", { class: "name", href: `/desk?code=${encodeURIComponent(one.code)}` }, one.code), due(one.dueAt, one.phase)),
  el("div", { class: "small" }, said(one), ` · ${named("common.phase", one.phase)}`),
  takers(one, () => renew(byId("forecast"), read)));

const pace = async one => el("tr", {}, el("th", { scope: "row" }, await procedureName(one.procedure)),
  [one.open, one.finished, numeral(one.perWorkingDay), one.breaches].map(value => el("td", {}, value)));

const table = async list => el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("board.pace") }, el("table", {},
  el("thead", {}, el("tr", {}, ["procedure", "open", "finished", "perDay", "breaches"].map(name => el("th", { scope: "col" }, say(`board.column${name[0].toUpperCase()}${name.slice(1)}`))))),
  el("tbody", {}, await Promise.all(list.map(pace)))));

const officeOfForecast = () => byId("office").value || desk();

// At an office the fifth number is what its forecast says; of the whole province, the intake that waits too long.
async function readNow() {
  const own = desk();
  const view = await get(`/api/statistics/board${own ? `?office=${own}` : ""}`);
  const late = own && (await get(`/api/offices/${own}/forecast`)).breaches.length;
  const numbers = own ? [...view.numbers.slice(0, 4), { name: "forecastLate", now: late }] : view.numbers;
  const again = () => renew(byId("now"), readNow);
  return [
    el("h2", { class: "quiet" }, say("board.now")), numbersList(numbers),
    view.offices.length > 0 && el("section", { class: "card" }, el("h2", {}, say("board.heat")), heatTable(view, view.offices, shortName)),
    handsCard(view, again),
  ];
}

async function read() {
  const office = officeOfForecast();
  const forecast = await get(`/api/offices/${office}/forecast`);
  const { past } = forecast;
  return [
    el("p", { class: "soft" }, say("board.at", { office: await officeName(office), at: moment(forecast.at) })),
    el("section", { class: "card" }, el("h2", {}, say("board.breaches", { count: forecast.breaches.length })),
      forecast.breaches.length ? el("ul", { class: "rows" }, forecast.breaches.map(breach)) : el("p", { class: "good" }, say("board.noBreach")),
      forecast.more && el("p", { class: "soft" }, say("board.more"))),
    el("section", { class: "card" }, el("h2", {}, say("board.pace")), facts([say("board.open"), forecast.open], [say("board.unknown"), forecast.unknown]), await table(forecast.procedures)),
    el("section", { class: "card" }, el("h2", {}, say("board.past")), forecast.pastForecasts
      ? facts([say("board.judged"), past.judged], [say("board.breached"), past.breached], [say("board.foreseen"), past.foreseen], [say("board.falseAlarms"), past.falseAlarms])
      : el("p", {}, say("board.noPast"))),
    has("supervisor") && (await ratingsCard(office)),
  ];
}

// Whoever watches over the whole province sees all of it, whatever office the forecast is of.
async function readAbove() {
  const again = () => renew(byId("above"), readAbove);
  return Promise.all([anomaliesCard(desk(), again), remindersCard(desk(), again), petitionsCard(desk(), again), reportsCard(desk())]);
}

if (mustBe("staff")) {
  if (!desk()) await chooseOffice(() => load(byId("forecast"), read));
  // One below the other, and in this order, so that nothing already read jumps.
  await load(byId("now"), readNow);
  byId("below").hidden = false;
  await load(byId("forecast"), read);
  byId("above").hidden = false;
  load(byId("above"), readAbove);
}
