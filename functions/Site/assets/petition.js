import { announce, byId, el, facts, fill, show } from "./dom.js";
import { post } from "./api.js";
import { paged } from "./lists.js";
import { onSend } from "./problems.js";
import { centers, officeName, shortName } from "./places.js";
import { day, moment, named, say } from "./words.js";

let key = crypto.randomUUID(); // Of this petition: sent again on a broken line, it is one.

const given = (form, ...names) => Object.fromEntries(names.map(name => [name, form.get(name).trim()]).filter(([, value]) => value));

async function received({ petition, secret }) {
  return el("section", { class: "verdict good" }, el("h2", {}, say("petition.sent")), el("p", {}, say("petition.keep")),
    facts([say("petition.code"), el("b", { class: "big" }, petition.id)], [say("petition.trackSecret"), el("b", { class: "big" }, secret)],
      [say("petition.given"), await officeName(petition.office)], [say("petition.answerBy"), day(petition.answerBy)]));
}

const judgement = (found, secret, satisfied) => {
  const give = async event => {
    await post(`/api/petitions/${encodeURIComponent(found.id)}/rating`, { secret, satisfied });
    event.target.closest("div").remove();
    announce(say("petition.thanks"));
  };
  return el("button", { type: "button", class: "second", onclick: give }, say(satisfied ? "petition.yes" : "petition.no"));
};

const judge = (found, secret) => found.satisfied == null && found.answer && el("div", {}, el("p", {}, say("petition.satisfied")),
  el("p", { class: "line" }, judgement(found, secret, true), judgement(found, secret, false)));

function replying(found, secret) {
  const form = el("form", { method: "post" },
    el("label", { for: "reply" }, say("petition.reply")), el("textarea", { id: "reply", name: "text", required: true, maxlength: 4000, rows: 4 }),
    el("p", { class: "buttons" }, el("button", {}, say("petition.send"))));
  onSend(form, async sent => {
    const now = await post(`/api/petitions/${encodeURIComponent(found.id)}/reply`, { secret, ...given(sent, "text") });
    fill(byId("answer"), await state(now, secret));
    announce(say("petition.thanks"));
  });
  return form;
}

// What the office asked before it answers, and what was said to it.
const asked = (found, secret) => found.question && el("section", {}, el("h3", {}, say("petition.question")), el("blockquote", {}, found.question),
  found.reply ? el("p", {}, el("b", {}, say("petition.replied")), ` ${found.reply}`) : found.state === "waiting" && replying(found, secret));

async function state(found, secret) {
  return [
    facts([say("petition.state"), named("petition.state", found.state)], [say("petition.given"), await officeName(found.office)],
      [say("petition.answerBy"), day(found.answerBy)]),
    found.tier === "province" && el("p", { class: "warn" }, say("petition.up")),
    asked(found, secret),
    found.answer && el("blockquote", {}, el("p", {}, found.answer), el("p", { class: "soft small" }, moment(found.answeredAt))),
    judge(found, secret),
  ];
}

const row = async one => el("li", {},
  el("div", { class: "between" }, el("b", {}, await officeName(one.office)), el("span", { class: "soft small" }, day(one.answeredOn))),
  el("div", { class: "small" }, `${say(one.kind === "rule" ? "petition.rule" : "petition.behaviour")} · ${named("petition.state", one.state)}`),
  el("p", {}, one.answer));

onSend(byId("petition"), async form => {
  const kind = form.get("kind");
  const body = { kind, ...given(form, "text", "dossier", "secret", "name", "phone", "email", ...(kind === "behaviour" ? ["office"] : [])) };
  const answer = await post("/api/petitions", body, { "Idempotency-Key": key });
  key = crypto.randomUUID();
  byId("petition").reset();
  byId("petition").hidden = true;
  show(fill(byId("sent"), await received(answer)));
});

onSend(byId("follow"), async form => {
  const { id, secret } = given(form, "id", "secret");
  show(fill(byId("answer"), await state(await post("/api/petition-tracking", { id, secret }), secret)));
});

// A rule is the province's, whatever office applies it.
byId("petition").addEventListener("change", () => { byId("office").closest(".field").hidden = byId("rule").checked; });
byId("office").append(...(await centers()).map(office => el("option", { value: office.code }, shortName(office))));
paged("published", "/api/petition-answers?limit=5", row, say("petition.noneYet"));
