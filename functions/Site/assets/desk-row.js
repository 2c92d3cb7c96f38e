import { el } from "./dom.js";
import { personName, procedureName } from "./places.js";
import { left, phaseTag } from "./phases.js";
import { named, pick, say } from "./words.js";

/** A dossier as one line of the desk; `open` opens it, `ticked` hears that the selection changed. */
export async function deskRow(item, office, open, ticked) {
  return el("tr", { "data-code": item.code, onclick: event => event.target.closest("input, a") || open() },
    el("td", {}, el("input", { type: "checkbox", value: item.code, "aria-label": say("desk.select", { name: item.applicant }), onchange: ticked })),
    el("td", {}, item.decideBy ? left(item.decideBy, item.phase, "desk.decideBy") : left(item.dueAt, item.phase)),
    el("td", {}, el("a", { href: `/desk?code=${encodeURIComponent(item.code)}`, onclick: event => { event.preventDefault(); open(); } }, item.applicant)),
    el("td", {}, await procedureName(item.procedure)),
    el("td", {}, phaseTag(item.phase, item.phaseName ? pick(item.phaseName) : named("common.phase", item.phase))),
    el("td", {}, item.handler && (await personName(office, item.handler))),
    el("td", {}, item.code));
}

export const isLate = item => (item.decideBy ?? item.dueAt) && Date.parse(item.decideBy ?? item.dueAt) < Date.now();
