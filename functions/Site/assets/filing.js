import { byId, el, fill } from "./dom.js";
import { get, post } from "./api.js";
import { answersOf, restore, review } from "./answers.js";
import { Draft } from "./draft.js";
import { patiently } from "./line.js";
import { listenForOthers } from "./other-tabs.js";
import { elsewhere, sources } from "./filing-known.js";
import { offerPrefill } from "./filing-prefill.js";
import { canWait, lackingPapers, sentOnPaper, wait } from "./filing-wait.js";
import { OwnForm } from "./own-form.js";
import { Papers } from "./papers.js";
import { load, onSend, tellAll, told, wordsOf } from "./problems.js";
import { centers, communes, shortName } from "./places.js";
import { me, mustBe } from "./session.js";
import { Steps } from "./steps.js";
import { pick, say } from "./words.js";

const query = new URLSearchParams(location.search);
const code = query.get("procedure") ?? "";
const form = byId("filing");

// The draft's id stands in the address, so a reload finds it, and is the key of the filing: sent twice, it is one dossier.
const begunBefore = query.has("draft");
if (!begunBefore) {
  query.set("draft", crypto.randomUUID());
  history.replaceState(null, "", `?${query}`);
}
const id = query.get("draft");

const option = (value, text) => el("option", { value }, text);

async function fillPlaces({ competence }) {
  const units = await communes();
  byId("receipt").append(option("", say("common.choose")), ...(await centers()).map(office => option(office.code, shortName(office))));
  for (const list of ["residence", "place"]) byId(list).append(option("", say("common.choose")), ...units.map(office => option(office.unit, shortName(office))));
  byId("place-field").hidden = competence.rule !== "unitOfPlace";
  byId("place").required = competence.rule === "unitOfPlace";
}

function fillApplicant(who) {
  byId("number").value = who.organisation ?? who.personalNumber ?? "";
  if (who.organisation) return;
  byId("name").value = who.name;
  byId("name").readOnly = true;
}

function fillPapers({ components }, papers, sent) {
  const wanted = components.filter(sentOnPaper);
  fill(byId("papers"), wanted.length ? wanted.map(component => papers.card(component, { sent: sent.filter(paper => paper.component === component.id) })) : el("p", {}, say("filing.noPapers")));
  const held = components.filter(component => component.form === "fromDatabase");
  byId("looked-up").hidden = held.length === 0;
  fill(byId("databases"), held.map(component => el("li", {}, pick(component.name))));
}

/** @returns {Api.FilingForm} as POST /api/dossiers wants it. An empty answer is left out. */
function filing(papers, own) {
  const given = answersOf(form);
  const said = name => given[name] || undefined;
  return {
    procedure: code,
    receipt: given.receipt,
    applicant: {
      name: given["applicant.name"], personalNumber: given["applicant.personalNumber"], phone: said("applicant.phone")?.replace(/[ .-]/g, ""), email: said("applicant.email"),
      address: said("applicant.address"), kind: me().organisation ? "organisation" : "person",
    },
    residenceUnit: said("residenceUnit"),
    placeUnit: said("placeUnit"),
    returnWay: given.returnWay,
    summary: given.summary,
    form: own ? own.sent : { purpose: given.summary },
    formCase: own?.formCase ?? undefined,
    formVersion: own?.version, results: own?.results,
    papers: papers.references,
    lookUpConsent: given.lookUpConsent,
    fee: byId("copies-field").hidden ? undefined : { copies: Number(given["fee.copies"]) || 1 },
  };
}

/** @returns {never} A refusal of a paper, papers[0], or of a missing one belongs to the card where that paper is chosen. */
function atPaper(error, papers) {
  const component = error.problem?.component ?? papers.sent[/^papers\[(\d+)\]/.exec(error.field)?.[1]]?.component;
  if (component) error.field = `papers.${component}`;
  if (error.code === "idempotency-key-reused") throw told(say("filing.filedBefore"));
  throw error;
}

// All the office found wrong in the procedure's own form, each at its answer, whatever step that stands in.
function atAnswers(error, steps, own) {
  const faults = (error.problem?.errors ?? []).map(one => ({ input: own?.inputAt(one.field), message: pick(one.message) })).filter(({ input }) => input);
  if (!faults.length) return false;
  steps.goTo(faults[0].input);
  tellAll(form, faults, input => steps.goTo(input));
  return true;
}

async function send(papers, draft, steps, procedure, own) {
  if (papers.running > 0 && !canWait()) throw told(say("common.stillSending"));
  const lacking = lackingPapers(procedure, papers);
  if (lacking.length) {
    steps.go("papers");
    tellAll(form, lacking);
    return;
  }
  if (canWait()) {
    await wait(id, code, filing(papers, own), papers);
    return;
  }
  const state = byId("sending");
  try {
    const receipt = await patiently(() => post("/api/dossiers", filing(papers, own), { "Idempotency-Key": draft.id }), error => { state.textContent = say("filing.again", { why: error.message }); })
      .catch(error => atPaper(error, papers));
    await draft.discard();
    location.replace(`/filed/${encodeURIComponent(receipt.code)}`);
  } catch (error) {
    if (atAnswers(error, steps, own)) return;
    steps.goTo([...form.elements].find(input => error.field && (input.name === error.field || error.field.startsWith(`${input.name}.`))));
    throw error;
  }
}

const mayFileHere = procedure => procedure.route.system === "province" && procedure.mode.kind !== "inPerson";

async function open() {
  const { procedure, guidance } = await get(`/api/procedures/${encodeURIComponent(code)}`);
  document.title = `${pick(procedure.name)} – ${document.title}`;
  const heading = [el("p", { class: "soft" }, say("filing.title")), el("h1", {}, pick(procedure.name))];
  if (!mayFileHere(procedure)) {
    return [...heading, el("p", { class: "verdict info" }, procedure.route.where ? say("filing.elsewhere", { where: procedure.route.where }) : pick(procedure.mode.reason)), el("p", {}, el("a", { class: "button", href: `/procedure?code=${procedure.code}` }, say("filing.howToFile")))];
  }
  const own = await OwnForm.of(code, { sources, elsewhere, changed: () => save() });
  const content = () => ({ answers: answersOf(form), eform: own?.draft, papers: papers.sent });
  const save = now => draft.save(content(), now).catch(wordsOf);
  const draft = new Draft(id, code, byId("saved"), agreed => { put(agreed); steps.refresh(); });
  const papers = new Papers(id, () => draft.save(content(), true));
  let saved = begunBefore ? await draft.read() : null;
  if (saved?.eform && own && saved.eform.version !== own.version) saved = await draft.carriedOver(saved);
  if (saved?.eform?.lost) {
    byId("carried").hidden = false;
    byId("carried").textContent = say("filing.carried", { what: saved.eform.lost.map(one => pick(one.label)).join("; ") });
  }
  await fillPlaces(procedure);
  fillApplicant(me());
  fillPapers(procedure, papers, saved?.papers ?? []);
  byId("copies-field").hidden = own?.fields.has("copies") || !procedure.fees.some(fee => ["perCopy", "perPage"].includes(fee.basis));
  byId("cost").textContent = guidance.cost.map(pick).join(" ");
  if (own) byId("summary").value = pick(procedure.name);
  const put = kept => { restore(form, kept?.answers ?? {}); return own?.draw(byId("what"), kept?.eform?.answers, kept?.eform?.case) ?? []; };
  const steps = new Steps(form, ["who", ...put(saved), "what", "papers", "way", "review"], {
    entered: name => name === "review" && fill(byId("review"), review(form, steps, papers, own?.rows ?? [])),
    asks: name => !name.startsWith("form-") || own.asks(name),
    faults: name => own?.faults(name) ?? [],
  });
  form.addEventListener("input", event => {
    if (!event.target.name || event.target.type === "file") return;
    if (!event.target.closest("[data-own]")) own?.update();
    save();
  });
  onSend(form, () => send(papers, draft, steps, procedure, own));
  if (own) await offerPrefill(procedure, own);
  form.hidden = false;
  steps.begin();
  papers.resume();
  listenForOthers(id);
  return heading;
}

if (mustBe("citizen")) load(byId("heading"), open);
