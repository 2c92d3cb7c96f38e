import { byId, el, facts, icon } from "./dom.js";
import { letGo, onOutbox, sendWaiting, waiting } from "./outbox.js";
import { procedureName } from "./places.js";
import { load } from "./problems.js";
import { has, mustBe } from "./session.js";
import { moment, say } from "./words.js";

const nameOf = code => procedureName(code).catch(() => code);

const button = (name, act, picture) => el("button", { type: "button", class: "second", onclick: act }, picture && icon(picture), name);

const dossierOf = item => `/dossier?code=${encodeURIComponent(item.code)}`;

const formOf = item => (item.supplement ? dossierOf(item) : `/filing?procedure=${item.procedure}&draft=${item.id}`);

const editing = item => el("a", { class: "button second", href: formOf(item) }, say("waiting.edit"));

const dropping = item => button(say("waiting.drop"), () => confirm(say("waiting.dropSure")) && letGo(item.id));

const deskOf = item => `/desk?code=${encodeURIComponent(item.code)}`;

const receiptOf = item => (item.onBehalfOf ? deskOf(item) : item.supplement ? dossierOf(item) : `/filed/${encodeURIComponent(item.code)}`);

const supplementText = item => say("waiting.supplement", { code: item.code });

// Let go of before the page leaves: whatever it has not finished by then is broken off, and would stand there for good.
function opening(event, item) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) { letGo(item.id); return; } // The receipt opens beside, and this page stays.
  event.preventDefault();
  letGo(item.id).finally(() => location.assign(receiptOf(item)));
}

const ways = {
  waiting: item => [button(say("waiting.print"), () => print(), "print"), !item.supplement && !item.onBehalfOf && editing(item), dropping(item)],
  refused: item => [!item.onBehalfOf && editing(item), dropping(item)],
  filed: item => [el("a", { class: "button", href: receiptOf(item), onclick: event => opening(event, item) },
    say(item.onBehalfOf ? "waiting.toDesk" : item.supplement ? "waiting.toDossier" : "waiting.toReceipt"), icon("next"))],
};

const heads = {
  waiting: item => el("div", { class: "verdict info" }, el("h2", {}, say(item.supplement ? "waiting.notYetSupplied" : "waiting.notYet")),
    el("p", {}, say(item.supplement ? "waiting.notYetSuppliedText" : "waiting.notYetText"))),
  refused: item => el("div", { class: "verdict bad", role: "alert" }, el("h2", {}, say("waiting.refused")), el("p", {}, item.why)),
  filed: item => el("div", { class: "verdict good", role: "status" },
    el("h2", {}, `✓ ${say(item.supplement ? "waiting.supplied" : "waiting.filed")}`), el("p", { class: "secret" }, item.code)),
};

/** The provisional slip: what was handed over on this device, and that the office does not have it yet. */
const slip = async item => el("li", { class: "card" },
  heads[item.state](item),
  facts(
    [say("waiting.number"), item.supplement ? supplementText(item) : `TẠM-${item.id.slice(0, 8).toUpperCase()}`],
    [say("filed.procedure"), await nameOf(item.procedure)],
    [say("filed.applicant"), item.body.applicant?.name],
    [say("waiting.heldAt"), moment(item.heldAt)],
    [say("waiting.papers"), String(item.body.papers.length + (item.state === "filed" ? 0 : item.files))]),
  el("p", { class: "buttons noprint" }, ways[item.state](item)));

async function show() {
  const all = await waiting();
  return all.length ? Promise.all(all.map(slip)) : el("li", {}, say("waiting.none"));
}

if (mustBe()) {
  byId("next-person").hidden = !has("clerk");
  const draw = () => load(byId("held"), show);
  onOutbox(draw);
  draw().then(sendWaiting);
}
