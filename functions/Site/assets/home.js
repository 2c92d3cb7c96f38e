import { byId, el } from "./dom.js";
import { get } from "./api.js";
import { load } from "./problems.js";
import { centers, shortName } from "./places.js";
import { named, pick, say } from "./words.js";

const pause = 250; // Milliseconds without a keystroke before the office is asked.

const row = procedure => el("li", {},
  el("a", { class: "name", href: `/procedure?code=${encodeURIComponent(procedure.code)}` }, pick(procedure.name)),
  el("div", { class: "between small" }, el("span", {}, pick(procedure.howLong)),
    el("span", {}, el("span", { class: "tag" }, named("common.mode", procedure.mode.kind)), " ", el("span", { class: "soft" }, procedure.code))));

async function find() {
  const words = byId("q").value.trim();
  const { items } = await get(`/api/procedures?limit=100&q=${encodeURIComponent(words)}`);
  if (words !== byId("q").value.trim()) return [...byId("found").children]; // Somebody typed on; that answer is on its way.
  byId("count").textContent = items.length ? say("home.count", { count: items.length }) : say("home.none");
  return items.map(row);
}

const placeRow = office => el("li", {}, el("b", {}, shortName(office)), office.address && el("div", {}, office.address),
  office.phone && el("div", {}, el("a", { href: `tel:${office.phone}` }, office.phone)));

const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

async function placesFound() {
  const sought = folded(byId("where").value);
  return (await centers()).filter(office => folded(shortName(office)).includes(sought)).map(placeRow);
}

const showPlaces = () => load(byId("places"), placesFound);

let waiting;
byId("q").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => load(byId("found"), find), pause);
});
byId("search").addEventListener("submit", event => event.preventDefault());
byId("offices").addEventListener("toggle", showPlaces);
byId("where").addEventListener("input", showPlaces);
load(byId("found"), find);
