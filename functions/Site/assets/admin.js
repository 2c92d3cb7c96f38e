import { announce, byId, el, icon } from "./dom.js";
import { ask, get, post } from "./api.js";
import { calendarEditor, calendarLetters } from "./admin-calendar.js";
import { staffImport } from "./admin-staff.js";
import { tryForm, versionsOf } from "./admin-versions.js";
import { load, wordsOf } from "./problems.js";
import { centers, officeName, procedures, shortName } from "./places.js";
import { renew } from "./renew.js";
import { desk, mustBe } from "./session.js";
import { day, joined, moment, named, pick, say, today } from "./words.js";
import { hoursEditor } from "./admin-hours.js";
import { lines } from "./admin-lines.js";
import { keysOf } from "./admin-keys.js";
import { ladderEditor } from "./admin-ladders.js";
import { officeEditor } from "./admin-offices.js";
import { portalDays } from "./admin-portal.js";
import { purposes } from "./admin-purposes.js";

const queues = ["dossier-events", "documents-to-check", "papers-to-keep", "records-to-read", "results-to-sign", "notifications", "portal-sync", "portal-files", "payments", "linked-cases"];

const light = (name, good, words) => el("li", { class: "between" }, el("b", {}, name), el("span", { class: `tag ${good ? "good" : "bad"}` }, words));

async function state() {
  const ready = await ask("/api/ready").then(() => null, wordsOf);
  const ways = await get("/api/sign-in");
  return [
    light(say("admin.stores"), !ready, ready ?? say("admin.works")),
    light(say("admin.citizensDoor"), ways.citizens, ways.citizens ? say("admin.open") : say("admin.closed")),
    light(say("admin.staffDoor"), ways.staff, ways.staff ? say("admin.open") : say("admin.closed")),
  ];
}

const letter = (queue, one, again) => el("tr", {}, el("td", {}, say(`admin.queue${joined(queue)}`)), el("td", {}, moment(one.deadSince)), el("td", {}, one.reason), el("td", { class: "number" }, one.deliveryCount),
  el("td", {}, el("button", { type: "button", class: "second", onclick: () => post(`/api/dead-letters/${queue}/${one.sequence}/replay`).then(() => { announce(say("admin.replayed")); again(); }, error => announce(wordsOf(error))) }, icon("rotate"), say("admin.replay"))));

async function dead() {
  const found = (await Promise.all(queues.map(async queue => (await get(`/api/dead-letters/${queue}?limit=20`)).map(one => [queue, one])))).flat();
  if (!found.length) return el("p", { class: "good" }, `✓ ${say("admin.noDead")}`);
  const again = () => renew(byId("dead"), dead);
  return el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("admin.dead") }, el("table", {}, el("thead", {}, el("tr", {}, ["Queue", "Since", "Cause", "Tries", "Act"].map(name => el("th", { scope: "col" }, say(`admin.column${name}`))))), el("tbody", {}, found.map(([queue, one]) => letter(queue, one, again)))));
}

async function calendar() {
  const year = Number(today().slice(0, 4)) + 1;
  const planned = (await get(`/api/calendar/${year}`)).version > 0;
  const { lines, more } = await get("/api/calendar-impact");
  return [
    el("ul", { class: "rows" }, light(say("admin.nextYear", { year }), planned, planned ? say("admin.planned") : say("admin.notPlanned"))),
    el("p", {}, say("admin.impact", { count: `${lines.length}${more ? "+" : ""}` })),
  ];
}

const showYear = () => load(byId("year"), () => calendarEditor(byId("calendar-year").value, () => { showYear(); load(byId("calendar"), calendar); load(byId("calendar-letters"), calendarLetters); }));

async function tried(event) {
  const [file] = event.target.files;
  if (file) await load(byId("trial-found"), () => tryForm(file));
  event.target.value = "";
}

const duty = one => `${named("common.role", one.role)}${one.to ? ` (${say("admin.until", { day: day(one.to) })})` : ""}`;

async function staff() {
  const { items } = await get(`/api/staff?office=${byId("office").value}&limit=100`);
  return items.length ? el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("admin.staff") }, el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say("admin.name")), el("th", { scope: "col" }, say("admin.duties")), el("th", { scope: "col" }, say("admin.reach")))),
    el("tbody", {}, items.map(one => el("tr", {}, el("th", { scope: "row" }, one.name), el("td", {}, one.duties.map(duty).join(", ")), el("td", {}, one.email, one.phone && ` · ${one.phone}`)))))) : el("p", {}, say("common.nothing"));
}

const versions = () => versionsOf(byId("procedure").value);

const keys = () => load(byId("keys"), () => keysOf(byId("keys-office").value, !desk()));

async function fillLists() {
  const own = desk();
  const places = own ? [[own, await officeName(own)]] : (await centers()).map(office => [office.code, shortName(office)]);
  for (const id of ["office", "keys-office"]) byId(id).append(...places.map(([code, name]) => el("option", { value: code }, name)));
  byId("keys-office").addEventListener("change", keys);
  keys();
  byId("procedure").append(...(await procedures()).map(one => el("option", { value: one.code }, `${one.code} – ${pick(one.name)}`)));
  byId("office").addEventListener("change", () => load(byId("staff"), staff));
  byId("procedure").addEventListener("change", () => load(byId("versions"), versions));
  load(byId("staff"), staff);
  load(byId("versions"), versions);
  byId("import").append(staffImport(() => load(byId("staff"), staff)));
}

if (mustBe("staff")) {
  load(byId("state"), state);
  for (const id of ["lines", "dead", "offices", "portal"]) byId(id).closest(".card").hidden = Boolean(desk()); // The province's to mend and to keep.
  if (!desk()) {
    load(byId("lines"), lines);
    load(byId("dead"), dead);
    load(byId("offices"), officeEditor);
    load(byId("portal"), portalDays);
  }
  load(byId("calendar"), calendar);
  const year = Number(today().slice(0, 4));
  byId("calendar-year").append(...[year, year + 1].map(one => el("option", { value: one }, one)));
  byId("calendar-year").addEventListener("change", showYear);
  byId("trial-file").addEventListener("change", tried);
  showYear();
  load(byId("calendar-letters"), calendarLetters);
  load(byId("purposes"), purposes);
  load(byId("hours"), hoursEditor);
  load(byId("ladders"), ladderEditor);
  fillLists().catch(error => announce(wordsOf(error)));
}
