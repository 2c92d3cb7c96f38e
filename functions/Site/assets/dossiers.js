import { byId, el, icon } from "./dom.js";
import { ask, get } from "./api.js";
import { paged } from "./lists.js";
import { due, phaseTag } from "./phases.js";
import { procedureName } from "./places.js";
import { wordsOf } from "./problems.js";
import { mustBe } from "./session.js";
import { moment, pick, say } from "./words.js";

const acts = { supplementRequested: "dossiers.giveMore", issued: "dossiers.collect" };

const row = async dossier => el("li", { class: "card" },
  el("div", { class: "between" },
    el("a", { class: "name", href: `/dossier?code=${encodeURIComponent(dossier.code)}` }, await procedureName(dossier.procedure)),
    el("span", {}, phaseTag(dossier.phase, pick(dossier.phaseName)), " ", due(dossier.dueAt, dossier.phase))),
  el("div", { class: "between small" }, el("span", { class: "soft" }, `${dossier.code} · ${moment(dossier.submittedAt)}`),
    acts[dossier.phase] && el("a", { class: "button", href: `/dossier?code=${encodeURIComponent(dossier.code)}` }, say(acts[dossier.phase]), icon("next"))));

async function discard(draft, node) {
  await ask(`/api/drafts/${draft.id}`, { method: "DELETE" });
  node.remove();
}

async function draftRow(draft) {
  const said = el("span", { class: "error" });
  const node = el("li", { class: "between" },
    el("a", { class: "name", href: `/filing?procedure=${draft.procedure}&draft=${draft.id}` }, await procedureName(draft.procedure)),
    el("span", { class: "soft small" }, moment(draft.savedAt)),
    el("button", { type: "button", class: "second", onclick: () => discard(draft, node).catch(error => said.replaceChildren(wordsOf(error))) }, say("dossiers.discard")));
  return node;
}

async function showDrafts() {
  const drafts = (await get("/api/drafts")).filter(draft => draft.procedure);
  byId("drafts").hidden = drafts.length === 0;
  byId("begun").replaceChildren(...(await Promise.all(drafts.map(draftRow))));
}

if (mustBe("citizen")) {
  paged("mine", "/api/dossiers?limit=20", row, say("dossiers.none"));
  showDrafts().catch(wordsOf).finally(() => { byId("mine").hidden = false; }); // What stands above comes first: nothing jumps.
}
