import { announce, byId, el, facts, field, fill } from "./dom.js";
import { post } from "./api.js";
import { erasing, proposed } from "./archive-erase.js";
import { registerOnDemand } from "./archive-kept.js";
import { fileButton } from "./file-button.js";
import { paged } from "./lists.js";
import { chooseOffice } from "./office-choice.js";
import { procedureName } from "./places.js";
import { onSend, wordsOf } from "./problems.js";
import { desk, has, mustBe } from "./session.js";
import { day, moment, named, pick, say } from "./words.js";

const steps = ["due", "waiting", "prepared", "offered", "refused", "accepted"];
const tones = { waiting: "", prepared: "warn", offered: "warn", refused: "bad", accepted: "good", erasing: "bad" };

const pathOf = one => `/api/dossiers/${encodeURIComponent(one.code)}`;
const idOf = (name, one) => `${name}-${one.code.replace(/\W/g, "-")}`;

const words = (one, name, label, maxlength, required = false) =>
  field(idOf(name, one), label, el("input", { id: idOf(name, one), name, maxlength, required, autocomplete: "off" }));

// What is done answers with the dossier as it is now: its own line is shown anew, the others stay.
async function show(line, view, said) {
  fill(line, await insideOf(view, line));
  announce(said);
  line.querySelector("button, summary")?.focus();
}

const step = (one, line, door, act) => el("button", { type: "button", onclick: event => {
  event.currentTarget.disabled = true;
  post(`${pathOf(one)}/${door}`).then(view => show(line, view, say("archive.done", { act })), error => {
    event.target.disabled = false;
    announce(wordsOf(error));
  });
} }, act);

function answer(one, line) {
  const set = one.receipts.some(receipt => receipt.set === 1) ? 2 : 1;
  const form = el("form", { method: "post" },
    words(one, "receipt", say("archive.receipt", { set }), 60),
    one.step === "offered" && words(one, "reasons", say("archive.reasons"), 1000),
    el("p", { class: "buttons" }, el("button", { value: "yes" }, say("archive.taken")),
      one.step === "offered" && el("button", { class: "danger", value: "no" }, say("archive.sentBack"))));
  onSend(form, async (given, button) => {
    const accepted = button?.value !== "no";
    const said = accepted ? { receipt: given.get("receipt").trim(), set } : { reasons: given.get("reasons").trim() };
    const view = await post(`${pathOf(one)}/archive-answer`, { accepted, sha256: one.package.sha256, ...said });
    await show(line, view, say("archive.done", { act: say(accepted ? "archive.taken" : "archive.sentBack") }));
  });
  return el("details", {}, el("summary", {}, say("archive.answer")), form);
}

function hold(one, line) {
  const held = one.holds.some(each => !each.liftedAt);
  const form = el("form", { method: "post" },
    words(one, "reason", say("archive.holdReason"), 300, true),
    el("p", { class: "buttons" }, el("button", { class: "second" }, say(held ? "archive.lift" : "archive.hold"))));
  onSend(form, async given => {
    const view = await post(`${pathOf(one)}/archive-hold`, { reason: given.get("reason").trim(), lift: held });
    await show(line, view, say("archive.done", { act: say(held ? "archive.lift" : "archive.hold") }));
  });
  return el("details", {}, el("summary", {}, say(held ? "archive.lift" : "archive.hold")), form);
}

const acts = (one, line) => [
  el("div", { class: "acts" },
    ["waiting", "refused"].includes(one.step) && step(one, line, "archive-package", say("archive.prepare")),
    one.step === "prepared" && step(one, line, "archive-offer", say("archive.offer")),
    one.package && fileButton(say("archive.package"), `${pathOf(one)}/archive-package`, `${one.code}.zip`)),
  (one.step === "offered" || (one.step === "accepted" && one.receipts.length < 2)) && answer(one, line),
  hold(one, line)];

const insideOf = async (one, line) => [
  el("div", { class: "between" }, el("b", {}, one.code), el("span", { class: `tag ${tones[one.step]}` }, pick(one.stepName))),
  el("div", {}, await procedureName(one.procedure)),
  facts([say("archive.ended"), moment(one.endedAt)], [say("archive.dueOn"), day(one.dueOn)], [say("archive.term"), one.term ?? say("archive.termUnknown")],
    [say("archive.receipts"), one.receipts.map(receipt => receipt.number).join(", ")], [say("archive.back"), one.reasons],
    [say("archive.kept"), one.keptBecause.map(why => named("archive.keep", why)).join("; ")],
    [say("archive.held"), one.holds.filter(each => !each.liftedAt).map(each => each.reason).join("; ")], [say("archive.proposed"), proposed(one)]),
  has("registrar") && acts(one, line), erasing(one, line, pathOf(one), (view, said) => show(line, view, said))];

async function row(one) {
  const line = el("li", { "data-code": one.code });
  return fill(line, await insideOf(one, line));
}

const list = () => {
  const chosen = byId("step").value;
  /** @type {Record<string, string>} */
  const which = chosen === "due" ? { due: "true" } : chosen ? { step: chosen } : {};
  const query = new URLSearchParams({ office: byId("office").value || desk() || "", limit: "50", ...which });
  return paged("ended", `/api/archive?${query}`, row, say("archive.none"));
};

async function begin() {
  byId("step").append(el("option", { value: "" }, say("archive.all")), ...steps.map(one => el("option", { value: one }, named("archive.step", one))));
  byId("step").addEventListener("change", list);
  registerOnDemand();
  if (!desk()) await chooseOffice(list);
  await list();
  byId("register").hidden = false; // Below the list, once that is there: nothing jumps.
}

if (mustBe("staff")) begin();
