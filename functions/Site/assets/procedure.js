import { bullets, byId, el, facts } from "./dom.js";
import { get } from "./api.js";
import { load } from "./problems.js";
import { day, named, pick, say } from "./words.js";

const code = new URLSearchParams(location.search).get("code") ?? "";

const part = (title, ...content) => el("section", { class: "card" }, el("h2", {}, title), content);

const mayFileHere = procedure => procedure.route.system === "province" && procedure.mode.kind !== "inPerson";

const elsewhere = procedure => (procedure.route.where ? say("procedure.elsewhere", { where: procedure.route.where }) : pick(procedure.mode.reason));

const filing = procedure => (mayFileHere(procedure)
  ? el("p", { class: "buttons" }, el("a", { class: "button", href: `/filing?procedure=${procedure.code}` }, say("procedure.file")))
  : el("p", { class: "verdict warn" }, elsewhere(procedure)));

const papers = guidance => part(say("procedure.bring"),
  guidance.bring.length ? bullets(guidance.bring.map(pick)) : el("p", {}, say("procedure.bringNothing")),
  guidance.noNeedToBring.length > 0 && [el("h3", {}, say("procedure.noNeed")), bullets(guidance.noNeedToBring.map(pick))]);

const steps = procedure => part(say("procedure.steps"),
  el("ol", { class: "steps" }, procedure.steps.map(step => el("li", {}, pick(step.name), el("div", { class: "soft small" }, named("common.role", step.by))))));

// Facts nobody has compared with the official text say so.
const doubt = procedure => procedure.certainty !== "verified" && el("p", { class: "soft small" }, say("procedure.doubt"));

const law = procedure => part(say("procedure.law"), bullets(procedure.legalBases),
  el("p", { class: "soft small" }, say("procedure.version", { day: day(procedure.version) })), doubt(procedure));

async function read() {
  const { procedure, guidance } = await get(`/api/procedures/${encodeURIComponent(code)}`);
  document.title = `${pick(procedure.name)} – ${document.title}`;
  return [
    el("p", { class: "soft" }, `${procedure.code} · ${pick(procedure.sector.name)} `, el("span", { class: "tag" }, named("common.mode", procedure.mode.kind))),
    el("h1", {}, pick(procedure.name)),
    el("p", {}, pick(guidance.who)),
    procedure.note && el("p", {}, pick(procedure.note)),
    filing(procedure),
    el("div", { class: "two" },
      part(say("procedure.atAGlance"), facts(
        [say("procedure.howLong"), pick(guidance.howLong)],
        [say("procedure.cost"), guidance.cost.map(pick).join(" ")],
        [say("procedure.youGet"), guidance.youGet.map(pick).join(", ")],
        [say("procedure.where"), pick(guidance.where)],
        [say("procedure.online"), pick(guidance.online)])),
      papers(guidance)),
    el("div", { class: "two" }, steps(procedure), law(procedure)),
  ].filter(Boolean);
}

load(byId("procedure"), read);
