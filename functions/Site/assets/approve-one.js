import { el, facts, fill } from "./dom.js";
import { ask, get } from "./api.js";
import { actForm } from "./act-form.js";
import { open } from "./desk-results.js";
import { answersCard } from "./answers-card.js";
import { personName, procedureName } from "./places.js";
import { left } from "./phases.js";
import { wordsOf } from "./problems.js";
import { named, pick, say } from "./words.js";

/** The very paper to be signed, page under page; its pictures are drawn by the office from the file itself. */
async function paper(path) {
  const { pages } = await get(`${path}/paper-to-sign/pages`);
  const picture = (page, n) => el("img", {
    alt: say("approve.page", { page: n + 1, count: pages.length }), src: URL.createObjectURL(new Blob([page], { type: "image/svg+xml" })),
  });
  return el("section", { class: "card paper-to-sign" },
    el("div", { class: "between" }, el("h2", {}, say("approve.paper")),
      el("button", { type: "button", class: "link", "data-key": "o", onclick: () => open(() => ask(`${path}/paper-to-sign`)) },
        say("approve.whole"), el("kbd", {}, "o"))),
    el("p", { class: "soft small" }, say(pages.length ? "approve.paperText" : "approve.noPages")),
    el("div", { class: "sheets", tabindex: 0, role: "region", "aria-label": say("approve.paper") }, pages.map(picture)));
}

// Why a paper cannot be seen stands where it would be: nobody signs what was not shown.
const paperOrWhy = path => paper(path).then(
  node => ({ node, shown: true }), error => ({ node: el("p", { class: "verdict bad", role: "alert" }, wordsOf(error)), shown: false }));

const button = (word, key, act, more = {}) => el("button", { type: "button", "data-key": key, onclick: act, ...more }, say(word), el("kbd", {}, key));

async function data(dossier, path) {
  const { proposal } = dossier;
  return [
    el("section", { class: "card" }, facts(
      [say("dossier.outcome"), el("b", {}, named("dossier.outcome", proposal.outcome))],
      [say("dossier.proposalSummary"), proposal.summary],
      [say("approve.proposedBy"), await personName(dossier.holding, proposal.by)],
      [say("dossier.summary"), dossier.summary],
      [say("dossier.number"), dossier.applicant.personalNumber],
      [say("dossier.address"), dossier.applicant.address])),
    el("div", { class: "answers" }, await answersCard(path),
      el("p", {}, el("a", { href: `/desk?code=${encodeURIComponent(dossier.code)}` }, say("approve.open")))),
  ];
}

/** A dossier of the stack: data beside the paper. Answers what was read, so that exactly this is approved, and the nodes that show it. */
export async function openOne(item, { at, count, isMarked, mark, step, sentBack }) {
  const path = `/api/dossiers/${encodeURIComponent(item.code)}`;
  const answer = await ask(path);
  const dossier = await answer.json();
  const tag = answer.headers.get("ETag");
  const [sheet, facts] = await Promise.all([paperOrWhy(path), dossier.proposal && data(dossier, path)]);
  const mayApprove = sheet.shown && dossier.mayDo.includes("approve");
  const place = el("div", {});
  const sendBack = async () => {
    fill(place, el("div", { class: "act" }, el("h3", {}, say("approve.back")), await actForm("sendBack", dossier, path, tag, () => sentBack(dossier))));
    place.querySelector("textarea").focus();
  };
  const nodes = [
    el("div", { class: "between" }, el("span", { class: "soft" }, `${say("approve.place", { at, count })} · ${dossier.code}`),
      left(dossier.deadline?.dueAt, dossier.phase)),
    el("h2", { tabindex: -1 }, `${dossier.applicant.name} – ${await procedureName(dossier.procedure.code)}`),
    dossier.warnings.map(one => el("p", { class: "warn small" }, pick(one.text))),
    !mayApprove && sheet.shown && el("p", { class: "notice" }, say("approve.mayNot", { why: say("approve.mayNotNow") })),
    el("div", { class: "acts stick noprint" },
      mayApprove && button(isMarked ? "approve.unmark" : "approve.mark", "y", mark, isMarked && { class: "second" }),
      dossier.mayDo.includes("sendBack") && button("approve.back", "b", sendBack, { class: "danger" }),
      count > 1 && button("approve.before", "k", () => step(-1), { class: "second" }),
      count > 1 && button("approve.next", "j", () => step(1), { class: "second" })),
    place,
    el("div", { class: "data-and-paper" }, facts?.[0], sheet.node, facts?.[1]),
  ];
  return { dossier, tag, path, mayApprove, nodes };
}
