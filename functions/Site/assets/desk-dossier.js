import { bullets, byId, el, facts, fill, icon, show } from "./dom.js";
import { ask, get } from "./api.js";
import { actForm } from "./act-form.js";
import { acts, mayDo, titleOf } from "./acts.js";
import { about, accesses, card, downloads, history, papers } from "./dossier-parts.js";
import { costsOf } from "./act-costs.js";
import { deadlineCard } from "./deadline.js";
import { answersCard } from "./answers-card.js";
import { pageViewer } from "./desk-papers.js";
import { portalCard } from "./desk-portal.js";
import { proposeAct } from "./desk-propose.js";
import { opensCorrection } from "./desk-correct.js";
import { supplementAct } from "./desk-supplement.js";
import { partReport } from "./desk-linked.js";
import { partsCard, wholeOf } from "./linked.js";
import { load } from "./problems.js";
import { personName, procedureName } from "./places.js";
import { left, toneOf } from "./phases.js";
import { codes, named, pick, say } from "./words.js";

const parsed = content => { try { return JSON.parse(content); } catch { return null; } };

/** What will be signed, as people read it: the lines of a paper made from the form, the parts of a decision, or words. */
function contentOf(content) {
  const paper = parsed(content);
  if (paper?.lines) return [el("p", {}, el("b", {}, paper.title)), facts(...paper.lines.map(line => [line.label, line.value]))];
  if (paper?.articles) return [el("p", {}, el("b", {}, [paper.title, paper.about].filter(Boolean).join(" "))), bullets(paper.grounds), bullets(paper.articles)];
  return el("pre", {}, content);
}

const proposal = dossier => dossier.proposal && card(say("dossier.proposal"), facts(
  [say("dossier.outcome"), named("dossier.outcome", dossier.proposal.outcome)],
  [say("dossier.proposalSummary"), dossier.proposal.summary]),
el("h3", {}, say("dossier.content")), contentOf(dossier.proposal.content));

const asked = dossier => dossier.phase === "supplementRequested" && dossier.asked && card(say("dossier.asked"),
  el("ul", { class: "rows" }, dossier.asked.items.map(item => el("li", {}, el("b", {}, item.what), el("div", {}, item.reason), item.ground && el("div", { class: "soft small" }, item.ground)))));

/** The pane has its place or has none. Said before anything is fetched too, so that nothing moves when it comes. */
export function keepPlace(isOpen) {
  byId("pane").hidden = !isOpen;
  byId("desk").classList.toggle("open", isOpen);
  byId("desk").removeAttribute("data-wait");
}

/** One dossier in the pane: what it asks for, its papers, and the acts as buttons, the usual one first. */
export class DeskDossier {
  code = null;

  constructor(done, close) {
    this.done = done;
    this.close = close;
  }

  async open(code) {
    this.code = code;
    const pane = byId("pane");
    keepPlace(true);
    await load(pane, () => this.#read());
    show(pane.querySelector("h2") ?? pane);
    scrollTo(0, 0);
  }

  /** The key of an act at the desk; false when it may not be done now. */
  press(key) {
    const button = byId("pane").querySelector(`[data-key="${key}"]`);
    button?.click();
    return Boolean(button);
  }

  #path() { return `/api/dossiers/${encodeURIComponent(this.code)}`; }

  async #read() {
    const path = this.#path();
    const answer = await ask(path);
    const dossier = await answer.json();
    const tag = answer.headers.get("ETag");
    const place = el("div", { id: "act" });
    const done = (act, after) => this.done(act, dossier, after);
    const correct = dossier.mayDo.includes("correctAnswers") && opensCorrection(place, path, tag, done);
    const [lines, list, answers, handler] = await Promise.all([get(`${path}/history`), get(`${path}/documents`), answersCard(path, correct), dossier.handler && personName(dossier.holding, dossier.handler)]);
    const reject = dossier.mayDo.includes("requestSupplement") && (component => this.#supplement(dossier, tag, place, done, component));
    const pages = pageViewer(list, path, reject);
    const both = el("span", { class: "soft" }, codes(dossier.code, dossier.portal.centralCode));
    return [
      el("p", { class: "between" }, both, el("span", { class: "line" }, pages && answers && this.#beside(), el("button", { type: "button", class: "second", onclick: this.close }, icon("close"), say("desk.close")))),
      el("h2", { tabindex: -1 }, `${dossier.applicant.name} – ${await procedureName(dossier.procedure.code)}`),
      el("p", { class: "line" }, el("span", { class: `tag ${toneOf(dossier.phase)}` }, pick(dossier.phaseName)), left(dossier.deadline?.dueAt, dossier.phase), el("span", { class: "soft small" }, pick(dossier.next))),
      dossier.warnings.map(one => el("p", { class: "warn small" }, pick(one.text))),
      el("div", { class: "acts noprint" }, mayDo(dossier).map(act => this.#button(act, dossier, tag, place, done))),
      place, wholeOf(dossier.linked, "/desk"), partsCard(dossier.linked?.parts, "/desk", partReport(dossier, path, tag, done)),
      dossier.reason && el("p", {}, say("dossier.reason", { reason: dossier.reason })),
      proposal(dossier), asked(dossier),
      el("div", { class: "beside" }, pages, answers),
      papers(list, path),
      await about(dossier, handler),
      dossier.deadline && (await deadlineCard(path)),
      card(say("dossier.files"), el("div", { class: "buttons" }, downloads(dossier, path))),
      await history(lines), portalCard(path), accesses(path),
    ];
  }

  // Pages and data beside each other need the width of the list.
  #beside() {
    const desk = byId("desk");
    return el("button", { type: "button", class: "second", "data-key": "v", "aria-pressed": desk.classList.contains("compare"), onclick: event => event.currentTarget.setAttribute("aria-pressed", desk.classList.toggle("compare")) }, say("desk.beside"), el("kbd", {}, "v"));
  }

  async #supplement(dossier, tag, place, done, component) {
    const [costs, form] = await Promise.all([costsOf("requestSupplement", this.#path()), supplementAct(dossier, this.#path(), tag, done, component)]);
    fill(place, el("div", { class: "act" }, el("h3", {}, titleOf("requestSupplement")), costs, form));
    place.scrollIntoView({ block: "nearest" });
    (place.querySelector("input[name^='reason.'][required]") ?? place.querySelector("input")).focus();
  }

  async #formOf(act, dossier, tag, done) {
    const form = { requestSupplement: supplementAct, propose: proposeAct }[act];
    return form ? form(dossier, this.#path(), tag, done) : actForm(act, dossier, this.#path(), tag, done);
  }

  // An act without fields is done at one press, the others open their few fields below the buttons.
  #button(act, dossier, tag, place, done) {
    const { key, forward } = acts[act];
    const press = async () => {
      const [costs, form] = await Promise.all([costsOf(act, this.#path()), this.#formOf(act, dossier, tag, done)]);
      fill(place, el("div", { class: "act" }, el("h3", {}, titleOf(act)), costs, form));
      if (acts[act].fields || acts[act].own) form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
      else (form.requestSubmit ? form : form.querySelector("form")).requestSubmit();
    };
    return el("button", { type: "button", class: forward ? null : acts[act].sure ? "danger" : "second", "data-key": key, onclick: press }, titleOf(act), key && el("kbd", {}, key));
  }
}
