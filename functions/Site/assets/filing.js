import { byId, el, facts, fill, show } from "./dom.js";
import { get, post } from "./api.js";
import { Draft } from "./draft.js";
import { patiently } from "./line.js";
import { Papers } from "./papers.js";
import { load, onSend } from "./problems.js";
import { centers, communes, shortName } from "./places.js";
import { mustBeSignedIn, session } from "./session.js";
import { moment, pick, say } from "./words.js";

const query = new URLSearchParams(location.search);
const code = query.get("procedure") ?? "";
const form = byId("filing");

// The draft's id stands in the address, so a reload finds it, and is the key of the filing: sent twice, it is one dossier.
const begunBefore = query.has("draft");
if (!begunBefore) {
  query.set("draft", crypto.randomUUID());
  history.replaceState(null, "", `?${query}`);
}

const option = (value, text) => el("option", { value }, text);

async function fillPlaces({ competence }) {
  const units = await communes();
  byId("receipt").append(option("", say("common.choose")), ...(await centers()).map(office => option(office.code, shortName(office))));
  for (const id of ["residence", "place"]) byId(id).append(option("", say("common.choose")), ...units.map(office => option(office.unit, shortName(office))));
  byId("place-field").hidden = competence.rule !== "unitOfPlace";
  byId("place").required = competence.rule === "unitOfPlace";
}

function fillApplicant({ me }) {
  byId("number").value = me.organisation ?? me.personalNumber ?? "";
  if (me.organisation) return;
  byId("name").value = me.name;
  byId("name").readOnly = true;
}

const sentOnPaper = component => ["original", "copy"].includes(component.form);

function fillPapers({ components }, papers, sent) {
  const wanted = components.filter(sentOnPaper);
  fill(byId("papers"), wanted.length ? wanted.map(component => papers.place(component, sent.filter(paper => paper.component === component.id))) : el("p", {}, say("filing.noPapers")));
  const held = components.filter(component => component.form === "fromDatabase");
  byId("looked-up").hidden = held.length === 0;
  fill(byId("databases"), held.map(component => el("li", {}, pick(component.name))));
}

const valueOf = input => (input.type === "checkbox" ? input.checked : input.value.trim());

/** What has been filled in, by the names of the fields. */
const answers = () => Object.fromEntries([...form.elements].filter(input => input.name && input.type !== "file").map(input => [input.name, valueOf(input)]));

function restore(saved) {
  for (const input of form.elements) {
    if (!(input.name in saved) || input.readOnly) continue;
    if (input.type === "checkbox") input.checked = saved[input.name];
    else input.value = saved[input.name];
  }
}

/** The filing as POST /api/dossiers wants it. An empty answer is left out. */
function filing(papers) {
  const given = answers();
  const said = name => given[name] || undefined;
  return {
    procedure: code,
    receipt: given.receipt,
    applicant: {
      name: given["applicant.name"], personalNumber: given["applicant.personalNumber"], phone: said("applicant.phone")?.replace(/[ .-]/g, ""), email: said("applicant.email"),
      address: said("applicant.address"), kind: session().me.organisation ? "organisation" : "person",
    },
    residenceUnit: said("residenceUnit"),
    placeUnit: said("placeUnit"),
    returnWay: given.returnWay,
    summary: given.summary,
    form: { purpose: given.summary },
    papers: papers.references,
    lookUpConsent: given.lookUpConsent,
    fee: { copies: Number(given["fee.copies"]) || 1 },
  };
}

const receiptPaper = receipt => [
  el("div", { class: "verdict good", role: "status" }, el("h2", {}, `✓ ${say("filing.done")}`), el("p", {}, say("filing.doneText"))),
  el("section", { class: "card" },
    facts(
      [say("filing.code"), el("span", { class: "secret", id: "code" }, receipt.code)],
      [say("filing.secret"), el("span", { class: "secret", id: "secret" }, receipt.secret)],
      [say("filing.procedure"), receipt.procedureName],
      [say("filing.submitted"), moment(receipt.submittedAt)],
      [say("filing.decision"), moment(receipt.decisionDueAt)]),
    el("p", {}, say("filing.secretText")),
    el("div", { class: "buttons" },
      el("a", { class: "button", href: `/dossier?code=${encodeURIComponent(receipt.code)}` }, say("filing.toDossier")),
      el("button", { type: "button", class: "second", onclick: () => print() }, say("filing.print")))),
];

// A refusal of a paper, papers[0], or of a missing one belongs to the place where that paper is chosen.
function atPaper(error, papers) {
  const component = error.problem?.component ?? papers.sent[/^papers\[(\d+)\]/.exec(error.field)?.[1]]?.component;
  if (component) error.field = `papers.${component}`;
  throw error;
}

async function send(papers, draft) {
  if (papers.running > 0) throw new Error(say("common.stillSending"));
  const state = byId("saved");
  const receipt = await patiently(() => post("/api/dossiers", filing(papers), { "Idempotency-Key": draft.id }), error => { state.textContent = say("filing.again", { why: error.message }); }).catch(error => atPaper(error, papers));
  await draft.discard();
  state.textContent = "";
  form.hidden = true;
  show(fill(byId("receipt-paper"), receiptPaper(receipt)));
}

async function open() {
  const { procedure, guidance } = await get(`/api/procedures/${encodeURIComponent(code)}`);
  const draft = new Draft(query.get("draft"), code, byId("saved"));
  const papers = new Papers(draft.id, () => draft.save({ answers: answers(), papers: papers.sent }));
  const saved = begunBefore ? await draft.read() : null;
  await fillPlaces(procedure);
  fillApplicant(session());
  fillPapers(procedure, papers, saved?.papers ?? []);
  byId("copies-field").hidden = !procedure.fees.some(fee => ["perCopy", "perPage"].includes(fee.basis));
  restore(saved?.answers ?? {});
  form.addEventListener("input", event => event.target.name && event.target.type !== "file" && draft.save({ answers: answers(), papers: papers.sent }));
  onSend(form, () => send(papers, draft));
  form.hidden = false;
  papers.resume();
  return [el("p", { class: "soft" }, say("filing.title")), el("h1", {}, pick(procedure.name)), el("p", {}, pick(guidance.howLong), " ", guidance.cost.map(pick).join(" "))];
}

if (mustBeSignedIn()) load(byId("heading"), open);
