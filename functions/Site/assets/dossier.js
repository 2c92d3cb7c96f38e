import { bullets, byId, el, facts } from "./dom.js";
import { ask, download, get } from "./api.js";
import { actForms } from "./acts.js";
import { deadlineCard } from "./deadline.js";
import { load } from "./problems.js";
import { authorityName, officeName, procedureName } from "./places.js";
import { due, toneOf } from "./phases.js";
import { mustBeSignedIn, session } from "./session.js";
import { supplementForm } from "./supplement.js";
import { moment, money, named, pick, say, size } from "./words.js";

const code = new URLSearchParams(location.search).get("code") ?? "";
const path = `/api/dossiers/${encodeURIComponent(code)}`;

const card = (title, ...content) => el("section", { class: "card" }, el("h2", {}, title), content);

/** A button that fetches a file, and says beside itself what went wrong. */
function fileButton(text, from, name) {
  const said = el("span", { class: "small", role: "status" });
  const fetchIt = async event => {
    event.target.disabled = true;
    said.textContent = "";
    try { await download(from, name); } catch (error) { said.textContent = error.message; } finally { event.target.disabled = false; }
  };
  return el("span", {}, el("button", { type: "button", class: "second", onclick: fetchIt }, text), " ", said);
}

const downloads = dossier => [
  dossier.result && fileButton(say("dossier.result"), `${path}/result`, `${code}.pdf`),
  dossier.forms.map(form => fileButton(say("dossier.form", { code: form.code, name: pick(form.name) }), `${path}/forms/${form.code}`, `${code}-${form.code}.pdf`)),
].flat().filter(Boolean);

const asked = dossier => dossier.phase === "supplementRequested" && dossier.asked && card(say("dossier.asked"),
  el("ul", { class: "rows" }, dossier.asked.items.map(item => el("li", {}, el("b", {}, item.what), el("div", {}, item.reason), item.ground && el("div", { class: "soft small" }, item.ground)))),
  el("p", {}, say("dossier.contact", { contact: dossier.asked.contact })));

const proposal = dossier => dossier.proposal && card(say("dossier.proposal"), facts(
  [say("dossier.outcome"), named("dossier.outcome", dossier.proposal.outcome)],
  [say("dossier.proposalSummary"), dossier.proposal.summary]),
el("h3", {}, say("dossier.content")), el("pre", {}, dossier.proposal.content));

const fee = ({ state, total, left, paid }) =>
  (state === "nothing" ? say("dossier.feeNothing") : state === "paid" ? say("dossier.feePaid", { paid: money(paid) }) : total == null ? say("dossier.feeUnknown") : say("dossier.feeDue", { left: money(left), total: money(total) }));

async function about(dossier) {
  const { applicant, places } = dossier;
  return card(say("dossier.about"), facts(
    [say("dossier.applicant"), applicant.name],
    [say("dossier.number"), applicant.personalNumber],
    [say("dossier.phone"), applicant.phone],
    [say("dossier.email"), applicant.email],
    [say("dossier.address"), applicant.address],
    [say("dossier.summary"), dossier.summary],
    [say("dossier.channel"), named("common.channel", dossier.channel)],
    [say("dossier.receipt"), await officeName(places.receipt)],
    [say("dossier.competent"), places.competent ? await authorityName(places.competent) : say("dossier.competentUnknown")],
    [say("dossier.returnWay"), named("common.way", dossier.returnWay)],
    [say("dossier.fee"), fee(dossier.fee)],
    [say("dossier.handler"), dossier.handler]));
}

const checkTag = check => check && check.state !== "clean" && el("span", { class: `tag ${check.state === "refused" ? "bad" : "warn"}` }, named("dossier.check", check.state));

const fact = one => [pick(one.name), one.value];

const paper = one => el("li", {}, el("div", { class: "between" }, el("b", {}, one.name), checkTag(one.check)),
  el("div", { class: "soft small" }, named("dossier.lineage", one.lineage), one.bytes > 0 && ` · ${size(one.bytes)}`, one.record && ` · ${one.record.source} · ${moment(one.record.at)}`),
  one.record?.facts && el("details", {}, el("summary", {}, say("dossier.recordFacts")), facts(...one.record.facts.map(fact))),
  one.check?.findings?.findings?.filter(found => found.weight !== "note").map(found => el("p", { class: "small warn" }, pick(found.text))),
  one.bytes > 0 && fileButton(say("dossier.open"), `${path}/documents/${one.id}`, one.name));

const papers = list => card(say("dossier.papers"), list.length ? el("ul", { class: "rows" }, list.map(paper)) : el("p", {}, say("dossier.noPapers")));

const step = async line => el("li", {}, el("b", {}, named("dossier.what", line.what)),
  el("div", { class: "soft small" }, [moment(line.at), named("common.role", line.as[0].toLowerCase() + line.as.slice(1)), line.office && (await officeName(line.office))].filter(Boolean).join(" · ")));

const history = async lines => card(say("dossier.history"), el("ol", { class: "steps" }, await Promise.all(lines.map(step))));

const access = async one => el("li", {}, [moment(one.at), named("common.role", one.as[0].toLowerCase() + one.as.slice(1)), await officeName(one.office)].join(" · "));

function accesses() {
  const list = el("ul", { class: "rows small" });
  const show = () => load(list, async () => Promise.all((await get(`${path}/accesses`)).map(access)));
  return el("details", { class: "card", ontoggle: event => event.target.open && show() }, el("summary", {}, say("dossier.accesses")), list);
}

// The tag comes with the view and goes back as If-Match: whoever acts has seen what is there.
async function read() {
  const answer = await ask(path);
  const dossier = await answer.json();
  const [lines, list] = await Promise.all([get(`${path}/history`), get(`${path}/documents`)]);
  const name = await procedureName(dossier.procedure.code);
  const files = downloads(dossier);
  const again = () => load(byId("dossier"), read);
  return [
    el("p", { class: "soft" }, dossier.code),
    el("h1", {}, name),
    el("div", { class: `verdict ${toneOf(dossier.phase)}`, role: "status" }, el("div", { class: "between" }, el("h2", {}, pick(dossier.phaseName)), due(dossier.deadline?.dueAt, dossier.phase)),
      el("p", {}, pick(dossier.next)), dossier.reason && el("p", {}, say("dossier.reason", { reason: dossier.reason }))),
    asked(dossier),
    dossier.mayDo.includes("supplement") && (await supplementForm(dossier, path, again)),
    proposal(dossier),
    await actForms(dossier, path, answer.headers.get("ETag"), again),
    files.length > 0 && card(say("dossier.files"), el("div", { class: "buttons" }, files)),
    el("div", { class: "two wider" },
      el("div", {}, await about(dossier), papers(list)),
      el("div", {}, dossier.deadline && (await deadlineCard(path, dossier)), await history(lines), accesses())),
  ].filter(Boolean);
}

if (mustBeSignedIn()) {
  document.title = `${code} – ${document.title}`;
  load(byId("dossier"), read);
}
