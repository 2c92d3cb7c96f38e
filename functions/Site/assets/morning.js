import { byId, el, facts } from "./dom.js";
import { get } from "./api.js";
import { load } from "./problems.js";
import { centers, officeName, procedureName, shortName } from "./places.js";
import { due } from "./phases.js";
import { desk, mustBeSignedIn } from "./session.js";
import { day, moment, named, say } from "./words.js";


const breach = one => el("li", {},
  el("div", { class: "between" }, el("a", { class: "name", href: `/dossier?code=${encodeURIComponent(one.code)}` }, one.code), due(one.dueAt, one.phase)),
  el("div", { class: "small" }, one.overdueAlready ? say("morning.overdue") : say("morning.late", { days: one.lateDays ?? "?", at: one.finishesAt ? day(one.finishesAt) : "?" }), ` · ${named("common.phase", one.phase)}`),
  one.couldTake.length > 0 && el("div", { class: "small soft" }, say("morning.couldTake", { names: one.couldTake.map(officer => officer.name).join(", ") })));

const pace = async one => el("tr", {}, el("th", { scope: "row" }, await procedureName(one.procedure)), el("td", {}, one.open), el("td", {}, one.finished), el("td", {}, one.perWorkingDay), el("td", {}, one.breaches));

const table = async list => el("div", { class: "scroll" }, el("table", {},
  el("thead", {}, el("tr", {}, ["procedure", "open", "finished", "perDay", "breaches"].map(name => el("th", { scope: "col" }, say(`morning.column${name[0].toUpperCase()}${name.slice(1)}`))))),
  el("tbody", {}, await Promise.all(list.map(pace)))));

async function read() {
  const office = byId("office").value || desk();
  const forecast = await get(`/api/offices/${office}/forecast`);
  const { past } = forecast;
  return [
    el("p", { class: "soft" }, say("morning.at", { office: await officeName(office), at: moment(forecast.at) })),
    el("section", { class: "card" }, el("h2", {}, say("morning.breaches", { count: forecast.breaches.length })),
      forecast.breaches.length ? el("ul", { class: "rows" }, forecast.breaches.map(breach)) : el("p", { class: "good" }, say("morning.noBreach")),
      forecast.more && el("p", { class: "soft" }, say("morning.more"))),
    el("section", { class: "card" }, el("h2", {}, say("morning.pace")), facts([say("morning.open"), forecast.open], [say("morning.unknown"), forecast.unknown]), await table(forecast.procedures)),
    el("section", { class: "card" }, el("h2", {}, say("morning.past")), forecast.pastForecasts
      ? facts([say("morning.judged"), past.judged], [say("morning.breached"), past.breached], [say("morning.foreseen"), past.foreseen], [say("morning.falseAlarms"), past.falseAlarms])
      : el("p", {}, say("morning.noPast"))),
  ];
}

async function fillOffices() {
  if (desk()) return;
  byId("office-field").hidden = false;
  byId("office").append(...(await centers()).map(office => el("option", { value: office.code }, shortName(office))));
  byId("office").addEventListener("change", () => load(byId("forecast"), read));
}

if (mustBeSignedIn()) {
  await fillOffices();
  load(byId("forecast"), read);
}
