import { announce, el, fill } from "./dom.js";
import { get } from "./api.js";
import { onSend } from "./problems.js";
import { pick, say } from "./words.js";

const choice = (name, value, text, required = false) => {
  const id = `rate-${name}-${value}`;
  return el("label", { class: "choice", for: id }, el("input", { type: "radio", id, name, value, required }), text);
};

const choices = (legend, ...list) => el("fieldset", { class: "field" }, el("legend", {}, legend), el("div", { class: "line" }, list));

const isYesNo = one => one.min === 0 && one.max === 1;

const valueOf = (one, n) => (isYesNo(one) ? say(n === 0 ? "rate.none" : "rate.some") : String(one.min + n));

const question = one =>
  choices(pick(one.text), Array.from({ length: one.max - one.min + 1 }, (_, n) => choice(one.id, one.min + n, valueOf(one, n))));

const answers = (form, questions) =>
  Object.fromEntries(questions.map(one => [one.id, form.get(one.id)]).filter(([, value]) => value !== null).map(([id, value]) => [id, Number(value)]));

const text = () => el("div", { class: "field" }, el("label", { for: "rate-text" }, say("rate.text"), ` ${say("common.optional")}`),
  el("textarea", { id: "rate-text", name: "text", maxlength: 1000, rows: 3 }));

/** What its citizen thinks of a dossier that was returned; `send` takes `{ satisfied, answers, text }`. */
export async function rateCard(send) {
  const { questions } = await get("/api/rating-questions");
  const form = el("form", { method: "post" },
    choices(say("rate.satisfied"), choice("satisfied", "yes", say("rate.yes"), true), choice("satisfied", "no", say("rate.no"), true)),
    questions.map(question), text(), el("p", { class: "buttons" }, el("button", { class: "second" }, say("rate.send"))));
  onSend(form, async sent => {
    const said = sent.get("text").trim() || undefined;
    await send({ satisfied: sent.get("satisfied") === "yes", answers: answers(sent, questions), text: said });
    fill(form, el("p", { class: "good" }, say("rate.thanks")));
    announce(say("rate.thanks"));
  });
  return el("details", { class: "card noprint" }, el("summary", {}, say("rate.title")), el("p", { class: "soft" }, say("rate.lead")), form);
}
