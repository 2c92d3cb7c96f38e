import { bullets, byId, el, facts, fill, icon } from "./dom.js";
import { get } from "./api.js";
import { load, wordsOf } from "./problems.js";
import { has, me } from "./session.js";
import { day, language, money, named, pick, say } from "./words.js";

const query = new URLSearchParams(location.search);
const code = query.get("code") ?? "";
const on = query.get("on"); // An administrator looks at a version to come as a citizen will see it.

const part = (title, ...content) => el("section", { class: "card" }, el("h2", {}, title), content);

const mayFileHere = procedure => procedure.route.system === "province" && procedure.mode.kind !== "inPerson";

const elsewhere = procedure => (procedure.route.where ? say("procedure.elsewhere", { where: procedure.route.where }) : pick(procedure.mode.reason));

// Staff file for a citizen at the counter, where the citizen's paper or card is looked at; not in their own name.
function filing(procedure) {
  if (has("clerk")) return el("p", { class: "stick" }, el("a", { class: "button large", href: `/counter?procedure=${procedure.code}` }, icon("work"), say("procedure.counter")));
  if (me()?.kind === "staff") return null;
  return mayFileHere(procedure)
    ? el("p", { class: "stick" }, el("a", { class: "button large", href: `/filing?procedure=${procedure.code}` }, say("procedure.file"), icon("next")))
    : el("p", { class: "verdict info" }, elsewhere(procedure));
}

const tile = (picture, title, value, note) => el("li", {}, icon(picture), el("small", {}, title), el("b", {}, value), note && el("small", {}, note));

// The term in a few large words; what else there is to know of it below, smaller.
/** @param {string[]} said */
const termTile = ([term, ...more]) => tile("clock", say("procedure.howLong"), term.replace(/\.$/, ""), more.join(". "));

const tiles = ({ procedure, guidance }) => el("ul", { class: "tiles" },
  termTile(pick(guidance.howLong).split(/[.;] /)),
  tile("money", say("procedure.cost"), procedure.fees.length ? say("procedure.costKnown") : say("procedure.free"), guidance.cost.map(pick).join(" ")),
  tile("paper", say("procedure.bring"), say("procedure.papers", { count: guidance.bring.length }), guidance.noNeedToBring.length > 0 && say("procedure.lookedUp", { count: guidance.noNeedToBring.length })),
  tile("place", say("procedure.where"), say("procedure.anywhere"), pick(guidance.where)));

const bring = guidance => part(say("procedure.bring"),
  guidance.bring.length ? el("ul", { class: "check" }, guidance.bring.map(one => el("li", {}, pick(one)))) : el("p", {}, say("procedure.bringNothing")),
  guidance.noNeedToBring.length > 0 && [el("h3", {}, say("procedure.noNeed")), bullets(guidance.noNeedToBring.map(pick))],
  el("p", { class: "buttons" }, el("button", { type: "button", class: "second", onclick: () => print() }, icon("print"), say("procedure.printList"))));

const counted = quote => (quote.total == null ? say("procedure.feeUnknown") : money(quote.total));

/** What it would cost, by the cashier's own rules. */
function calculator(procedure) {
  const needs = basis => procedure.fees.some(fee => fee.basis === basis);
  if (!needs("perCopy") && !needs("perPage")) return null;
  const said = el("p", { class: "big", role: "status" });
  const number = (id, name) => el("div", { class: "field" }, el("label", { for: id }, say(name)), el("input", { id, type: "number", min: 1, max: 1000, value: 1, inputmode: "numeric" }));
  const form = el("form", { class: "filters" }, number("copies", "procedure.copies"), needs("perPage") && number("pages", "procedure.pages"));
  const count = async () => {
    const asked = [...form.elements].map(input => `${input.id}=${encodeURIComponent(input.value || 1)}`).join("&");
    fill(said, await get(`/api/procedures/${procedure.code}/fee?channel=counter&${asked}`).then(counted, wordsOf));
  };
  form.addEventListener("input", count);
  form.addEventListener("submit", event => event.preventDefault());
  count();
  return part(say("procedure.calculator"), form, said);
}

const steps = procedure => part(say("procedure.steps"),
  el("ol", { class: "steps" }, procedure.steps.map(step => el("li", {}, pick(step.name), el("div", { class: "soft small" }, named("common.role", step.by))))));

// Facts nobody has compared with the official text say so.
const doubt = procedure => procedure.certainty !== "verified" && el("p", { class: "soft small" }, say("procedure.doubt"));

const law = procedure => part(say("procedure.law"), bullets(procedure.legalBases),
  el("p", { class: "soft small" }, say("procedure.version", { day: day(procedure.version) })), doubt(procedure));

// Only where the device has a voice for the language.
function listen(guidance) {
  const voice = globalThis.speechSynthesis?.getVoices().find(one => one.lang.startsWith(language));
  if (!voice) return null;
  const text = [guidance.who, guidance.howLong, ...guidance.cost, ...guidance.bring].map(pick).join(". ");
  return el("button", { type: "button", class: "second noprint", onclick: () => speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: language })) }, icon("sound"), say("procedure.listen"));
}

async function read() {
  const found = await get(`/api/procedures/${encodeURIComponent(code)}${on ? `?on=${encodeURIComponent(on)}` : ""}`);
  const { procedure, guidance } = found;
  document.title = `${pick(procedure.name)} – ${document.title}`;
  return [
    el("p", { class: "soft small" }, `${procedure.code} · ${pick(procedure.sector.name)} `, el("span", { class: "tag" }, named("common.mode", procedure.mode.kind))),
    el("h1", {}, pick(procedure.name)),
    el("p", {}, pick(guidance.who), " ", procedure.note && pick(procedure.note)),
    listen(guidance),
    tiles(found),
    filing(procedure),
    el("div", { class: "two" }, bring(guidance), el("div", {}, calculator(procedure), part(say("procedure.youGet"), facts(
      [say("procedure.result"), guidance.youGet.map(pick).join(", ")],
      [say("procedure.online"), mayFileHere(procedure) ? null : pick(guidance.online)])), steps(procedure))),
    law(procedure),
  ];
}

load(byId("procedure"), read);
