import { byId, el } from "./dom.js";
import { post } from "./api.js";
import { paged } from "./lists.js";
import { due, phaseTag } from "./phases.js";
import { centers, procedureName, shortName } from "./places.js";
import { desk, mustBeSignedIn } from "./session.js";
import { moment, named, pick, say } from "./words.js";

const lists = ["all", "registered", "received", "assigned", "proposed", "approved", "issued", "supplementRequested", "financialDuty", "posting", "competenceUnknown"];

const row = async item => el("li", {},
  el("div", { class: "between" },
    el("a", { class: "name", href: `/dossier?code=${encodeURIComponent(item.code)}` }, `${item.applicant} – ${await procedureName(item.procedure)}`),
    item.decideBy ? due(item.decideBy, item.phase) : due(item.dueAt, item.phase)),
  el("div", { class: "between small" },
    el("span", { class: "soft" }, [item.code, item.channel && named("common.channel", item.channel), moment(item.submittedAt), item.supplementRounds > 0 && say("work.rounds", { rounds: item.supplementRounds })].filter(Boolean).join(" · ")),
    el("span", {}, item.apology && item.apology !== "none" && el("span", { class: "tag warn" }, named("work.apology", item.apology)), " ",
      phaseTag(item.phase, item.phaseName ? pick(item.phaseName) : named("common.phase", item.phase)))));

const at = () => (byId("office").value ? `&office=${byId("office").value}` : "");

function showWork() {
  byId("shown").textContent = say("work.urgentFirst");
  const address = byId("mine").checked ? "/api/work?mine=true" : `/api/work?list=${byId("list").value}`;
  return paged("items", `${address}&limit=20${at()}`, row);
}

function find(event) {
  event.preventDefault();
  const words = byId("q").value.trim();
  if (!words) return showWork();
  byId("shown").textContent = say("work.foundFor", { words });
  return paged("items", `/api/search?limit=20${at()}`, row, undefined, path => post(path, { q: words })); // A number never stands in an address.
}

async function fillFilters() {
  byId("list").append(...lists.map(list => el("option", { value: list }, named("common.phase", list))));
  if (desk()) return;
  byId("office-field").hidden = false; // Somebody of the whole province chooses where to look.
  byId("office").append(...(await centers()).map(office => el("option", { value: office.code }, shortName(office))));
}

if (mustBeSignedIn()) {
  await fillFilters();
  byId("search").addEventListener("submit", find);
  for (const id of ["list", "office", "mine"]) byId(id).addEventListener("change", showWork);
  showWork();
}
