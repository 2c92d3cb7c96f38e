import { byId, el, facts, icon } from "./dom.js";
import { get } from "./api.js";
import { partsCard } from "./linked.js";
import { load } from "./problems.js";
import { officeOf, procedureName } from "./places.js";
import { mustBe } from "./session.js";
import { moment, pick, say } from "./words.js";

const code = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const path = `/api/dossiers/${encodeURIComponent(code)}`;

const call = office => office?.phone && el("a", { class: "button second", href: `tel:${office.phone}` }, icon("phone"), office.phone);

/** What the citizen leaves with; made anew from the office's own books, however often the page is opened. */
async function read() {
  const [dossier, tracking] = await Promise.all([get(path), get(`${path}/tracking-secret`).catch(() => null)]);
  const office = await officeOf(dossier.places.receipt);
  document.title = `${code} – ${document.title}`;
  return [
    el("div", { class: "verdict good", role: "status" }, el("h1", {}, `✓ ${say("filed.done")}`), el("p", {}, say("filed.doneText"))),
    el("section", { class: "card receipt" },
      el("p", { class: "soft" }, say("filed.code")), el("span", { class: "secret", id: "code" }, dossier.code),
      tracking && [el("p", { class: "soft" }, say("filed.secret")), el("span", { class: "secret", id: "secret" }, tracking.secret)],
      el("p", {}, say("filed.secretText")),
      el("p", { class: "buttons" }, el("button", { type: "button", onclick: () => print() }, icon("print"), say("filed.print")), el("a", { class: "button second", href: `/dossier?code=${encodeURIComponent(code)}` }, say("filed.toDossier")))),
    partsCard(dossier.linked?.parts, "/dossier"),
    el("section", { class: "card" }, el("h2", {}, say("filed.next")), el("ol", { class: "steps" },
      el("li", {}, say("filed.nextCheck")), el("li", {}, say("filed.nextReceipt")), el("li", {}, say("filed.nextResult"))),
    facts(
      [say("filed.procedure"), await procedureName(dossier.procedure.code)],
      [say("filed.applicant"), dossier.applicant.name],
      [say("filed.submitted"), moment(dossier.submittedAt)],
      [say("filed.office"), office && [pick(office.name), office.address && el("div", { class: "small" }, office.address)]],
      [say("filed.track"), `${location.host}/track`]), call(office)),
  ];
}

if (mustBe("citizen")) load(byId("filed"), read);
