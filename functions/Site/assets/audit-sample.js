import { byId, el, fill } from "./dom.js";
import { get } from "./api.js";
import { onSend } from "./problems.js";
import { centers, shortName } from "./places.js";
import { moment, pick, say } from "./words.js";

const row = one => el("li", {}, el("a", { class: "name", href: `/desk?code=${encodeURIComponent(one.code)}` }, one.code),
  el("div", { class: "soft small" }, moment(one.since)));

/** A random sample of the dossiers behind a number: with its seed, anybody draws the same again. */
export async function sampleForm() {
  const { items } = await get("/api/statistics/definitions");
  byId("number").append(...items.map(one => el("option", { value: one.name, selected: one.name === "received" }, pick(one.title))));
  byId("office").append(...(await centers()).map(office => el("option", { value: office.code }, shortName(office))));
  onSend(byId("sample"), async form => {
    const asked = new URLSearchParams([...form].filter(([, value]) => value));
    const drawn = await get(`/api/statistics/sample?${asked}`);
    const told = say("audit.drawn", { count: drawn.items.length, of: drawn.outOf });
    fill(byId("drawn"), el("p", {}, `${told} `, el("b", {}, say("audit.seedOf", { seed: drawn.seed }))),
      el("ul", { class: "rows" }, drawn.items.map(row)));
  });
}
