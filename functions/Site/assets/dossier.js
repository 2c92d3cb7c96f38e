import { announce, byId, el, icon, show } from "./dom.js";
import { ask, get, post } from "./api.js";
import { actForm } from "./act-form.js";
import { acts as known, mayDo, titleOf } from "./acts.js";
import { about, accesses, downloads, history, papers } from "./dossier-parts.js";
import { consentForm } from "./consent-form.js";
import { deadlineCard } from "./deadline.js";
import { answersCard } from "./answers-card.js";
import { partsCard, wholeOf } from "./linked.js";
import { load } from "./problems.js";
import { payCard } from "./pay-card.js";
import { rateCard } from "./rate-card.js";
import { officeOf, procedureName, shortName } from "./places.js";
import { due, toneOf } from "./phases.js";
import { me, mustBe } from "./session.js";
import { stops } from "./stops.js";
import { supplementForm } from "./supplement.js";
import { codes, moment, pick, say } from "./words.js";

const code = new URLSearchParams(location.search).get("code") ?? "";
const path = `/api/dossiers/${encodeURIComponent(code)}`;

const promised = dossier => dossier.deadline && el("div", {}, el("p", { class: "soft" }, say("dossier.promised")), el("p", { class: "big" }, moment(dossier.deadline.promisedAt)));

const call = office => office?.phone && el("a", { class: "button second", href: `tel:${office.phone}` }, icon("phone"), say("dossier.call", { office: shortName(office) }));

async function top(dossier) {
  const files = downloads(dossier, path);
  return [
    el("p", { class: "soft" }, codes(dossier.code, dossier.portal.centralCode)),
    el("h1", { tabindex: -1, id: "name" }, await procedureName(dossier.procedure.code)),
    dossier.summary && el("p", {}, dossier.summary),
    el("div", { class: `verdict ${toneOf(dossier.phase) || "info"}` }, el("div", { class: "between" }, el("h2", {}, pick(dossier.phaseName)), due(dossier.deadline?.dueAt, dossier.phase)),
      el("p", {}, pick(dossier.next)), dossier.reason && el("p", {}, say("dossier.reason", { reason: dossier.reason }))),
    wholeOf(dossier.linked, "/dossier"),
    stops(dossier.statusCode),
    promised(dossier),
    dossier.mayDo.includes("supplement") && el("p", { class: "noprint" }, el("a", { class: "button large", href: "#asked" }, say("dossier.giveNow"), icon("next"))),
    el("div", { class: "line noprint" }, files, call(await officeOf(dossier.places.receipt))),
  ];
}

// What ends a dossier stands at the very end, folded, and is asked about once more.
const ends = async (dossier, tag, again) => {
  const acts = mayDo(dossier).filter(act => act !== "answerAuthority"); // The person's own answer stands at the top, without a clerk's evidence.
  if (!acts.length) return null;
  const done = act => () => again(say("dossier.done", { act: titleOf(act) }));
  const card = async act => el("details", { class: "card" }, el("summary", {}, titleOf(act)), await actForm(act, dossier, path, tag, done(act)));
  const atDesk = act => el("p", {}, el("a", { class: "button second", href: `/desk?code=${dossier.code}` }, titleOf(act))); // Its form stands beside the papers.
  return el("section", { class: "noprint" }, await Promise.all(acts.map(act => known[act].own ? atDesk(act) : card(act))));
};

// The tag comes with the view and goes back as If-Match: whoever acts has seen what is there.
async function read() {
  const answer = await ask(path);
  const dossier = await answer.json();
  const [lines, list, answers] = await Promise.all([get(`${path}/history`), get(`${path}/documents`), answersCard(path)]);
  const again = async words => {
    await load(byId("dossier"), read);
    announce(words);
    show(byId("name"));
  };
  return [
    await top(dossier), partsCard(dossier.linked?.parts, "/dossier"),
    dossier.mayDo.includes("answerAuthority") && consentForm(dossier, path, again),
    dossier.mayDo.includes("supplement") && dossier.asked && (await supplementForm(dossier, path, again)),
    payCard(dossier, path),
    dossier.phase === "returned" && (await rateCard(rating => post(`${path}/rating`, rating))),
    el("div", { class: "two wider" },
      el("div", {}, await about(dossier), answers, papers(list, path)),
      el("div", {}, dossier.deadline && (await deadlineCard(path)), await history(lines), accesses(path))),
    await ends(dossier, answer.headers.get("ETag"), again),
  ];
}

if (me()?.kind === "staff") location.replace(`/desk?code=${encodeURIComponent(code)}`);
else if (mustBe("citizen")) {
  document.title = `${code} – ${document.title}`;
  load(byId("dossier"), read);
}
