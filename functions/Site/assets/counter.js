import { announce, byId, el, facts, fill, icon, show } from "./dom.js";
import { get, post } from "./api.js";
import { readCard } from "./id-card.js";
import { fileButton } from "./file-button.js";
import { load, onSend, told } from "./problems.js";
import { communes, procedures, shortName } from "./places.js";
import { desk, mustBe } from "./session.js";
import { money, pick, say } from "./words.js";

const form = byId("counter");
let chosen = null;
let key = crypto.randomUUID(); // One for this applicant: pressed twice it is one dossier.

const textOf = procedure => `${procedure.code} – ${pick(procedure.name)}`;

async function fillLists() {
  const units = (await communes()).map(office => [office.unit, shortName(office), office.code]);
  for (const id of ["residence", "place"]) byId(id).append(el("option", { value: "" }, say("common.choose")), ...units.map(([unit, name, code]) => el("option", { value: unit, selected: code === desk() }, name)));
  byId("procedures").append(...(await procedures()).filter(procedure => procedure.route.system === "province").map(procedure => el("option", { value: textOf(procedure) })));
}

const paperRow = component => el("label", { class: "choice", for: `paper-${component.id}` }, el("input", { type: "checkbox", id: `paper-${component.id}` }), `${pick(component.name)} – `, say(`counter.paper${component.form[0].toUpperCase()}${component.form.slice(1)}`));

async function choose() {
  const code = /^\d\.\d{6}/.exec(byId("procedure").value)?.[0];
  if (!code || chosen?.code === code) return;
  const { procedure, guidance } = await get(`/api/procedures/${code}`);
  chosen = procedure;
  byId("chosen").textContent = pick(guidance.howLong);
  byId("place-field").hidden = procedure.competence.rule !== "unitOfPlace";
  byId("place").required = procedure.competence.rule === "unitOfPlace";
  byId("consent-field").hidden = !procedure.components.some(component => component.form === "fromDatabase");
  if (!byId("summary").value) byId("summary").value = pick(procedure.name);
  fill(byId("papers"), procedure.components.map(paperRow));
  await count();
}

async function count() {
  if (!chosen) return;
  const quote = await get(`/api/procedures/${chosen.code}/fee?channel=counter&copies=${byId("copies").value || 1}&pages=${byId("pages").value || 1}`);
  byId("cost").textContent = quote.total == null ? say("counter.feeUnknown") : money(quote.total);
  form.dataset.total = quote.total ?? "";
}

function scanned() {
  const card = readCard(byId("card").value);
  if (!card) return;
  Object.entries({ name: card.name, number: card.number, address: card.address }).forEach(([id, value]) => { byId(id).value = value; });
  byId("card").value = "";
  announce(say("counter.read", { name: card.name, born: card.born }));
  warnTwice();
  byId("procedure").focus();
}

// The same person, here lately: often the same matter, handed in again because nobody answered.
async function warnTwice() {
  byId("twice").textContent = "";
  const number = byId("number").value.trim();
  if (!/^\d{12}$/.test(number)) return;
  const { items } = await post("/api/search", { q: number, limit: 5 });
  if (items.length) fill(byId("twice"), say("counter.twice", { count: items.length }), " ", items.map(item => el("a", { href: `/desk?code=${encodeURIComponent(item.code)}`, target: "_blank" }, `${item.code} (${pick(item.phaseName)}) `)));
}

function filing(given) {
  const said = name => given.get(name)?.trim() || undefined;
  return {
    procedure: chosen.code, receipt: desk(), channel: "counter",
    applicant: { name: said("name"), personalNumber: said("number"), phone: said("phone")?.replace(/[ .-]/g, ""), address: said("address"), kind: said("number").length === 12 ? "person" : "organisation" },
    residenceUnit: said("residence"), placeUnit: said("place"), returnWay: given.get("way"), summary: said("summary"), form: { purpose: said("summary") },
    lookUpConsent: Boolean(said("consent")), consent: said("consent") && { kind: "signedForm", reference: said("consent") },
    fee: { copies: Number(given.get("copies")) || 1, pages: Number(given.get("pages")) || 1 },
    paid: said("receipt") && form.dataset.total ? { amount: Number(form.dataset.total), receipt: said("receipt") } : undefined,
  };
}

function again() {
  form.reset();
  chosen = null;
  key = crypto.randomUUID();
  fill(byId("papers"));
  fill(byId("chosen"));
  fill(byId("cost"));
  byId("taken").hidden = true;
  form.hidden = false;
  byId("card").focus();
}

// Filed and, since the clerk has looked at the papers, received: the receipt with the promised day is printed at once.
async function take(given) {
  if (!chosen) throw told(say("counter.chooseProcedure"), "procedure");
  const receipt = await post("/api/dossiers", filing(given), { "Idempotency-Key": key });
  const path = `/api/dossiers/${encodeURIComponent(receipt.code)}`;
  const dossier = await get(path);
  if (dossier.mayDo.includes("accept")) await post(`${path}/acceptance`, undefined, { "If-Match": `"${dossier.version}"`, "Idempotency-Key": `accept-${receipt.code}`.slice(0, 64) });
  const now = await get(path);
  form.hidden = true;
  show(fill(byId("taken"),
    el("div", { class: "verdict good" }, el("h2", {}, `✓ ${say("counter.taken", { name: now.applicant.name })}`), facts([say("counter.code"), el("span", { class: "secret" }, receipt.code)], [say("counter.secret"), el("span", { class: "secret" }, receipt.secret)])),
    el("p", { class: "buttons" }, fileButton(say("counter.print"), `${path}/forms/01`, `${receipt.code}-01.pdf`, {}), el("button", { type: "button", onclick: again }, icon("user"), say("counter.next")), el("a", { class: "button second", href: `/desk?code=${encodeURIComponent(receipt.code)}` }, say("counter.open")))));
}

async function begin() {
  await fillLists();
  const asked = new URLSearchParams(location.search).get("procedure");
  const found = asked && (await procedures()).find(procedure => procedure.code === asked);
  if (found) byId("procedure").value = textOf(found);
  await choose();
  byId("card").addEventListener("input", scanned);
  byId("number").addEventListener("change", () => warnTwice().catch(() => {}));
  byId("procedure").addEventListener("input", () => choose().catch(error => announce(error.message)));
  for (const id of ["copies", "pages"]) byId(id).addEventListener("input", () => count().catch(() => {}));
  onSend(form, take);
  byId("card").focus();
  return [];
}

if (mustBe("staff")) load(byId("taken"), begin);
