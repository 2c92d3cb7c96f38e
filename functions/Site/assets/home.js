import { byId, el, fill, icon } from "./dom.js";
import { get } from "./api.js";
import { load, wordsOf } from "./problems.js";
import { centers, procedureName, shortName } from "./places.js";
import { me } from "./session.js";
import { moment, named, pick, say } from "./words.js";

const pause = 180; // Milliseconds without a keystroke before the office is asked.
const most = 6;
const pictures = { "sinh-con": "baby", "ket-hon": "rings", "mat-nguoi-than": "candle", "giay-to-ho-tich": "paper", "cu-tru": "move", "nha-dat": "house", "khuyet-tat": "care", "tuoi-gia": "elder" };

const mayFileHere = procedure => procedure.route.system === "province" && procedure.mode.kind !== "inPerson";

const row = procedure => el("li", {},
  el("div", {}, el("a", { class: "name", href: `/procedure?code=${encodeURIComponent(procedure.code)}` }, pick(procedure.name)),
    el("div", { class: "facts-line" }, el("span", {}, icon("clock"), " ", pick(procedure.howLong)), el("span", {}, named("common.mode", procedure.mode.kind)))),
  mayFileHere(procedure) && el("a", { class: "button second", href: `/filing?procedure=${procedure.code}`, "aria-label": `${say("home.file")}: ${pick(procedure.name)}` }, say("home.file")));

let asked = 0;

/** What fits what was typed; of two answers the one to the later question. */
async function find(typed, limit = most) {
  const mine = ++asked;
  const { items, nearest, say: hint } = await get(`/api/procedures?limit=${limit}&q=${encodeURIComponent(typed)}`);
  if (mine !== asked) return [...byId("found").children];
  byId("count").textContent = hint ? pick(hint) : nearest ? say("home.nearest", { words: typed }) : items.length ? say("home.count", { count: items.length }) : say("home.none");
  return items.map(row);
}

function showFound() {
  const typed = byId("q").value.trim();
  const address = new URL(location.href);
  if (typed) address.searchParams.set("q", typed);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  for (const one of byId("events").querySelectorAll("button")) one.ariaPressed = "false";
  if (typed.length < 2) {
    asked++;
    fill(byId("found"));
    byId("count").textContent = "";
    return;
  }
  load(byId("found"), () => find(typed));
}

function showEvent(event, button) {
  asked++;
  byId("q").value = "";
  for (const one of byId("events").querySelectorAll("button")) one.ariaPressed = String(one === button);
  byId("count").textContent = event.lead ? pick(event.lead) : say("home.count", { count: event.procedures.length });
  fill(byId("found"), event.procedures.map(row));
  byId("count").scrollIntoView({ block: "center" });
}

const eventTile = event => {
  const button = el("button", { type: "button", "aria-pressed": "false", onclick: () => showEvent(event, button) }, icon(pictures[event.id] ?? "work"), pick(event.name));
  return el("li", {}, button);
};

async function showEvents() {
  const { items, often } = await get("/api/life-events");
  fill(byId("events"), items.slice(0, 8).map(eventTile));
  fill(byId("often"), often.map(text => el("li", {}, el("button", { type: "button", onclick: () => { byId("q").value = pick(text); showFound(); } }, pick(text)))));
}

async function showDrafts() {
  if (me()?.kind !== "citizen") return;
  const drafts = (await get("/api/drafts")).filter(draft => draft.procedure);
  byId("drafts").hidden = drafts.length === 0;
  fill(byId("begun"), await Promise.all(drafts.slice(0, 3).map(async draft => el("li", { class: "between" },
    el("a", { class: "name", href: `/filing?procedure=${draft.procedure}&draft=${draft.id}` }, await procedureName(draft.procedure)), el("span", { class: "soft small" }, moment(draft.savedAt))))));
}

const placeRow = office => el("li", {}, el("b", {}, shortName(office)), office.address && el("div", {}, office.address),
  office.phone && el("div", {}, el("a", { href: `tel:${office.phone}` }, icon("phone"), office.phone)));

const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

async function placesFound() {
  const sought = folded(byId("where").value.trim());
  return sought.length < 2 ? [] : (await centers()).filter(office => folded(shortName(office)).includes(sought)).slice(0, 8).map(placeRow);
}

let waiting;
byId("q").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(showFound, pause);
});
byId("search").addEventListener("submit", event => { event.preventDefault(); showFound(); });
byId("where").addEventListener("input", () => load(byId("places"), placesFound));
byId("all").addEventListener("click", () => load(byId("found"), () => find("", 100)).then(() => byId("count").scrollIntoView()));
byId("q").value = new URLSearchParams(location.search).get("q") ?? "";
if (byId("q").value) showFound();
showEvents().catch(error => { byId("count").textContent = wordsOf(error); });
showDrafts().catch(wordsOf);
