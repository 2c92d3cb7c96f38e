import { announce, el, facts, field, fill } from "./dom.js";
import { post } from "./api.js";
import { onSend } from "./problems.js";
import { has } from "./session.js";
import { day, moment, say, today } from "./words.js";

const idOf = (name, one) => `${name}-${one.code.replace(/\W/g, "-")}`;

const inForm = (title, onDone, danger, ...inside) => {
  const form = el("form", { method: "post" }, ...inside, el("p", { class: "buttons" }, el("button", { class: danger ? "danger" : "second" }, title)));
  onSend(form, onDone);
  return el("details", {}, el("summary", {}, title), form);
};

const propose = (one, path, showAgain) => {
  const about = { name: "ground", maxlength: 200, required: true, autocomplete: "off", value: one.erasure?.ground ?? "" };
  const ground = el("input", { id: idOf("ground", one), ...about });
  return inForm(say("archive.propose"), async given => {
    const view = await post(`${path}/erasure-proposal`, { ground: given.get("ground").trim() });
    await showAgain(view, say("archive.done", { act: say("archive.propose") }));
  }, false, el("p", {}, say("archive.proposeText")), field(ground.id, say("archive.ground"), ground));
};

// What is left: it stays in place of the line, for whoever did it to write down.
const certificate = erased => [
  el("div", { class: "between" }, el("b", {}, erased.code), el("span", { class: "tag bad" }, say("archive.erased"))),
  el("p", {}, say("archive.erasedText")),
  facts([say("archive.erasedAt"), moment(erased.erasedAt)], [say("archive.ground"), erased.ground], [say("archive.proposedBy"), erased.proposedBy],
    [say("archive.decidedBy"), erased.erasedBy], [say("archive.events"), String(erased.events)])];

const decide = (one, line, path) => {
  const sure = el("input", { id: idOf("sure", one), type: "checkbox", required: true });
  return inForm(say("archive.erase"), async () => {
    fill(line, certificate(await post(`${path}/erasure`)));
    announce(say("archive.done", { act: say("archive.erase") }));
    line.tabIndex = -1;
    line.focus();
  }, true, el("p", {}, say("archive.eraseText")), el("div", { class: "field" },
    el("p", { class: "check" }, sure, " ", el("label", { for: sure.id }, say("archive.sure")))));
};

const isOpen = one => one.erasure && !one.erasure.decidedAt;

// What was proposed, and until when its notice runs; nothing while nobody has.
export const proposed = one => one.erasure && say("archive.proposedText", { ground: one.erasure.ground, until: day(one.erasure.noticeUntil) });

// The registrar proposes once nothing stands against it; the head decides once the notice is over.
export const erasing = (one, line, path, showAgain) => one.keptBecause.length > 0 || one.step !== "accepted" ? [] : [
  has("registrar") && propose(one, path, showAgain),
  has("leader") && isOpen(one) && one.erasure.noticeUntil <= today() && decide(one, line, path)];
