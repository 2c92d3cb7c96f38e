import { announce, el, field } from "./dom.js";
import { get, post } from "./api.js";
import { onSend } from "./problems.js";
import { officeName } from "./places.js";
import { has, me } from "./session.js";
import { day, moment, named, say, today } from "./words.js";

const tones = { office: "", province: "bad", answered: "good", done: "good" };

const tag = one => el("span", { class: `tag ${tones[one.tier]}` }, named("board.tier", one.tier));

const heads = office => me().duties.some(duty => duty.role === "leader" && duty.office === office);

function answerReminder({ reminder }, done) {
  const form = el("form", { method: "post" },
    field(`r-${reminder.id}`, say("board.reason"), el("textarea", { id: `r-${reminder.id}`, name: "reason", required: true, maxlength: 1000, rows: 2 })),
    field(`d-${reminder.id}`, say("board.expectedOn"), el("input", { id: `d-${reminder.id}`, name: "on", type: "date", required: true, min: today() })),
    el("p", { class: "buttons" }, el("button", {}, say("board.answer"))));
  onSend(form, async sent => {
    await post(`/api/offices/${reminder.office}/reminders/${reminder.id}/answer`, { reason: sent.get("reason").trim(), expectedOn: sent.get("on") });
    announce(say("board.answered"));
    done();
  });
  return form;
}

const reminder = async (one, done) => el("li", {},
  el("div", { class: "between" }, el("b", {}, await officeName(one.reminder.office)), tag(one)), el("p", {}, one.reminder.text),
  el("div", { class: "soft small" },
    [moment(one.reminder.at), say("board.petitionBy", { day: day(one.reminder.answerBy) }), ...one.reminder.dossiers].join(" · ")),
  one.reminder.answer && el("blockquote", {}, one.reminder.answer.reason,
    el("div", { class: "soft small" }, say("board.expected", { day: day(one.reminder.answer.expectedOn) }))),
  one.tier !== "answered" && heads(one.reminder.office) && answerReminder(one, done));

/** What an office, or the whole province, was reminded of, and what it answered. */
export async function remindersCard(office, done) {
  const { items } = await get(`/api/offices/${office || "*"}/reminders?limit=20`);
  return el("section", { class: "card" }, el("h2", {}, say("board.reminders")),
    items.length ? el("ul", { class: "rows" }, await Promise.all(items.map(one => reminder(one, done)))) : el("p", {}, say("board.noReminder")));
}

function answerPetition(one, done) {
  const form = el("form", { method: "post" },
    field(`a-${one.id}`, say("board.petitionText"), el("textarea", { id: `a-${one.id}`, name: "text", required: true, maxlength: 4000, rows: 4 })),
    field(`p-${one.id}`, say("board.petitionPublished"), el("textarea", { id: `p-${one.id}`, name: "published", required: true, maxlength: 1000, rows: 2 })),
    el("label", { class: "choice", for: `x-${one.id}` }, el("input", { type: "checkbox", id: `x-${one.id}`, name: "refused" }), say("board.petitionRefused")),
    el("p", { class: "buttons" }, el("button", {}, say("board.answer"))));
  onSend(form, async sent => {
    const body = { text: sent.get("text").trim(), published: sent.get("published").trim(), refused: sent.has("refused") };
    await post(`/api/offices/${one.office}/petitions/${one.id}/answer`, body);
    announce(say("board.answered"));
    done();
  });
  return el("details", {}, el("summary", {}, say("board.answer")), form);
}

function askPetitioner(one, done) {
  const form = el("form", { method: "post" },
    field(`q-${one.id}`, say("board.askText"), el("textarea", { id: `q-${one.id}`, name: "text", required: true, maxlength: 2000, rows: 3 })),
    el("p", { class: "buttons" }, el("button", {}, say("board.ask"))));
  onSend(form, async sent => {
    await post(`/api/offices/${one.office}/petitions/${one.id}/question`, { text: sent.get("text").trim() });
    announce(say("board.asked"));
    done();
  });
  return el("details", {}, el("summary", {}, say("board.ask")), form);
}

const question = asked => [el("p", { class: "small" }, say("board.askedText", { text: asked.text })),
  el("p", { class: "small" }, asked.reply ? say("board.repliedText", { text: asked.reply }) : say("board.notReplied"))];

const mayAsk = one => !one.question && one.askBy >= today();

const contactOf = one => one.contact && [one.contact.name, one.contact.phone, one.contact.email].filter(Boolean).join(", ");

const petition = async (one, done) => el("li", {},
  el("div", { class: "between" }, el("b", {}, named("board.petition", one.kind)), tag(one)),
  el("div", { class: "soft small" }, [one.id, await officeName(one.office), one.dossier, moment(one.at)].filter(Boolean).join(" · ")),
  el("p", {}, one.text), contactOf(one) && el("p", { class: "small" }, say("board.contact", { contact: contactOf(one) })),
  one.answer ? el("blockquote", {}, one.answer) : el("p", { class: "small" }, say("board.petitionBy", { day: day(one.answerBy) })),
  one.satisfied != null && el("p", { class: "small" }, say(one.satisfied ? "board.petitionLiked" : "board.petitionDisliked")),
  one.question && question(one.question),
  one.state === "waiting" && has("auditor") === false && [mayAsk(one) && askPetitioner(one, done), answerPetition(one, done)]);

/** What was said of an office, or of all offices of the province, and what was answered. */
export async function petitionsCard(office, done) {
  const { items } = await get(`/api/offices/${office || "*"}/petitions?limit=20`);
  return el("section", { class: "card" }, el("h2", {}, say("board.petitions")),
    items.length ? el("ul", { class: "rows" }, await Promise.all(items.map(one => petition(one, done)))) : el("p", {}, say("board.noPetition")));
}
