import { announce, byId, el, fill, show } from "./dom.js";
import { get, post } from "./api.js";
import { readCard } from "./id-card.js";
import { forget, helping } from "./assisted.js";
import { accept, taken } from "./counter-taken.js";
import { OwnForm } from "./own-form.js";
import { Papers } from "./papers.js";
import { complete, load, onSend, tellAll, told } from "./problems.js";
import { communeAsked, communes, procedures, shortName } from "./places.js";
import { scanWays } from "./counter-scan.js";
import { warnTwice } from "./counter-twice.js";
import { canWait, waitAtCounter } from "./filing-wait.js";
import { desk, mustBe } from "./session.js";
import { money, pick, say } from "./words.js";

const form = byId("counter");
const help = helping(); // The consent of whoever is being helped; null at the counter.
let chosen = null;
let own = null;
let card = null;
let papers = null;
let key = crypto.randomUUID(); // One for this applicant: pressed twice it is one dossier.

const textOf = procedure => `${procedure.code} – ${pick(procedure.name)}`;

async function fillLists() {
  const units = (await communes()).map(office => [office.unit, shortName(office), office.code]);
  for (const id of ["residence", "place"]) byId(id).append(el("option", { value: "" }, say("common.choose")), ...units.map(([unit, name, code]) => el("option", { value: unit, selected: code === desk() }, name)));
  byId("procedures").append(...(await procedures()).filter(procedure => procedure.route.system === "province").map(procedure => el("option", { value: textOf(procedure) })));
}

const isScanned = component => ["original", "copy"].includes(component.form) || (component.form === "form" && byId("on-paper").checked);

// What is kept is scanned here, each paper at its place; what is only shown is ticked, what a database holds is looked up.
function drawPapers() {
  const kept = papers?.sent ?? [];
  papers = new Papers(key, () => {}, () => byId("number").value.trim());
  const ways = help ? [] : scanWays(chosen, isScanned, papers, () => byId("number").value.trim());
  fill(byId("papers"), ways, (chosen?.components ?? []).map(component => (isScanned(component) ? papers.card(component, { sent: kept.filter(paper => paper.component === component.id) }) : paperRow(component))));
}

const paperRow = component => el("label", { class: "choice", for: `paper-${component.id}` }, el("input", { type: "checkbox", id: `paper-${component.id}` }), `${pick(component.name)} – `, say(`counter.paper${component.form[0].toUpperCase()}${component.form.slice(1)}`));

// What stands above already is not asked again below.
const elsewhere = { "filer.fullName": byId("name"), "filer.personalNumber": byId("number"), "filer.phone": byId("phone") };
const sources = {
  ...Object.fromEntries(Object.entries(elsewhere).map(([source, input]) => [source, () => input.value.trim() || null])),
  "filer.birthDate": () => card?.birthDate, "filer.sex": () => card?.sex, "office.commune": communeAsked,
};

const sections = () => [...form.querySelectorAll("[data-own]")];

// All sections at once: the clerk's eyes go down one page. Who has brought the form on paper has it scanned instead.
function showSections() {
  const onPaper = byId("on-paper").checked;
  if (onPaper) own.release();
  sections().forEach(section => { section.hidden = onPaper || !own.asks(section.dataset.step); });
}

function formAnswered() {
  if (!own) return;
  own.update();
  showSections();
}

// How many copies the form says is what the fee is reckoned with.
function formChanged() {
  showSections();
  if (Number.isInteger(own.given.copies) && byId("copies").value !== String(own.given.copies)) {
    byId("copies").value = own.given.copies;
    count().catch(() => {});
  }
}

async function chooseForm() {
  const { code } = chosen;
  const made = await OwnForm.of(code, { sources, elsewhere, changed: formChanged });
  if (chosen?.code !== code) return;
  own?.release();
  own = made;
  sections().forEach(section => section.remove());
  byId("own").hidden = !own;
  byId("on-paper").checked = false;
  drawPapers();
  if (!own) return;
  own.draw(byId("fee-card"));
  showSections();
}

async function choose() {
  const code = /^\d\.\d{6}/.exec(byId("procedure").value)?.[0];
  if (!code || chosen?.code === code) return;
  const { procedure, guidance } = await get(`/api/procedures/${code}`);
  chosen = procedure;
  byId("chosen").textContent = pick(guidance.howLong);
  byId("place-field").hidden = procedure.competence.rule !== "unitOfPlace";
  byId("place").required = procedure.competence.rule === "unitOfPlace";
  byId("consent-field").hidden = !help && !procedure.components.some(component => component.form === "fromDatabase");
  if (!byId("summary").value) byId("summary").value = pick(procedure.name);
  papers = null;
  await Promise.all([count().catch(() => { byId("cost").textContent = say("counter.feeUnknown"); }), chooseForm()]);
}

async function count() {
  if (!chosen) return;
  const quote = await get(`/api/procedures/${chosen.code}/fee?channel=${help ? "assisted" : "counter"}&copies=${byId("copies").value || 1}&pages=${byId("pages").value || 1}`);
  byId("cost").textContent = quote.total == null ? say("counter.feeUnknown") : money(quote.total);
  form.dataset.total = String(quote.total ?? "");
}

function scanned() {
  const read = readCard(byId("card").value);
  if (!read) return;
  card = read;
  Object.entries({ name: card.name, number: card.number, address: card.address }).forEach(([id, value]) => { byId(id).value = value; });
  byId("card").value = "";
  announce(say("counter.read", { name: card.name, born: card.born }));
  formAnswered();
  warnTwice().catch(() => {});
  byId("procedure").focus();
}

const formOf = said => (!own ? { form: { purpose: said("summary") } } : byId("on-paper").checked ? {} : { form: own.sent, formCase: own.formCase ?? undefined, formVersion: own.version });

/** @returns {Api.FilingForm} */
function filing(given) {
  const said = name => given.get(name)?.trim() || undefined;
  return {
    procedure: chosen.code, receipt: desk(), channel: help ? "assisted" : "counter",
    applicant: { name: said("name"), personalNumber: said("number"), phone: said("phone")?.replace(/[ .-]/g, ""), address: said("address"), kind: said("number").length === 12 ? "person" : "organisation" },
    residenceUnit: said("residence"), placeUnit: said("place"), returnWay: given.get("way"), summary: said("summary"), ...formOf(said),
    papers: papers.references,
    lookUpConsent: Boolean(said("consent")), consent: said("consent") && { kind: "signedForm", reference: said("consent") },
    fee: { copies: Number(given.get("copies")) || 1, pages: Number(given.get("pages")) || 1 },
    paid: said("receipt") && form.dataset.total ? { amount: Number(form.dataset.total), receipt: said("receipt") } : undefined,
  };
}

function again() {
  form.reset();
  own?.release();
  [chosen, own, card, papers] = [null, null, null, null];
  sections().forEach(section => section.remove());
  byId("own").hidden = true;
  key = crypto.randomUUID();
  for (const id of ["papers", "chosen", "cost"]) fill(byId(id));
  byId("taken").hidden = true;
  form.hidden = false;
  byId("card").focus();
}

// All the office found wrong in the form, each at its answer; anything else as it is.
function atAnswers(error) {
  const faults = (error.problem?.errors ?? []).map(one => ({ input: own?.inputAt(one.field), message: pick(one.message) })).filter(({ input }) => input);
  if (!faults.length) throw error;
  tellAll(form, faults);
}

// Filed, and the receipt with the promised day is there to be printed.
async function take(given) {
  if (!chosen) throw told(say("counter.chooseProcedure"), "procedure");
  if (papers.running > 0 && !canWait()) throw told(say("common.stillSending"));
  if (own && !byId("on-paper").checked && !complete(form, sections().flatMap(section => own.faults(section.dataset.step)))) return;
  if (!help && canWait()) {
    await waitAtCounter(key, filing(given), papers, given.get("receipt"));
    return;
  }
  const receipt = await post("/api/dossiers", filing(given), { "Idempotency-Key": key }).catch(atAnswers);
  if (!receipt) return;
  const path = `/api/dossiers/${encodeURIComponent(receipt.code)}`;
  const dossier = await get(path);
  const lacking = await accept(path, dossier, receipt.code);
  form.hidden = true;
  show(fill(byId("taken"), taken(receipt, dossier.applicant.name, path, lacking, help ? forget : again)));
}

async function begin() {
  byId("card").addEventListener("input", scanned);
  byId("number").addEventListener("change", () => warnTwice().catch(() => {}));
  byId("procedure").addEventListener("input", () => choose().catch(error => announce(error.message)));
  for (const id of ["copies", "pages"]) byId(id).addEventListener("input", () => count().catch(() => {}));
  byId("on-paper").addEventListener("change", () => { formAnswered(); drawPapers(); });
  form.addEventListener("input", event => { if (!event.target.closest("[data-own]")) formAnswered(); });
  onSend(form, take);
  await fillLists();
  const asked = new URLSearchParams(location.search).get("procedure");
  const found = asked && (await procedures()).find(procedure => procedure.code === asked);
  if (found) byId("procedure").value = textOf(found);
  await choose();
  scanned();
  if (!form.contains(document.activeElement)) byId("card").focus();
  return [];
}

if (mustBe("staff")) load(byId("taken"), begin);
