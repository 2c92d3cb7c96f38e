import { announce, el, fill } from "./dom.js";
import { get, post } from "./api.js";
import { countedList } from "./counted.js";
import { onSend } from "./problems.js";
import { me } from "./session.js";
import { day, moment, pick, say, today } from "./words.js";

const isProvince = () => me().duties.some(duty => duty.role === "supervisor" && duty.office === "*");

const shareOf = one => say("board.share", { part: one.part, whole: one.whole, percent: one.percent });

const list = (one, view) => countedList(`office=${one.office}&number=${one.numbers[0]}&from=${one.day ?? view.from}&to=${one.day ?? view.to}`);

// Deciding stays with the office: a reminder asks for an answer and moves no date.
function urge(one, done) {
  const [id, ready] = [`urge-${one.rule}-${one.office}`, say("board.urgeReady", { name: pick(one.name), share: shareOf(one) })];
  const form = el("form", { method: "post" },
    el("div", { class: "field" }, el("label", { for: `${id}-text` }, say("board.urgeText")),
      el("textarea", { id: `${id}-text`, name: "text", required: true, maxlength: 1000, rows: 3 }, ready)),
    el("div", { class: "field" }, el("label", { for: `${id}-by` }, say("board.answerBy")),
      el("input", { id: `${id}-by`, name: "by", type: "date", required: true, min: today() })),
    el("p", { class: "buttons" }, el("button", { class: "second" }, say("board.urge"))));
  const key = crypto.randomUUID();
  onSend(form, async sent => {
    const body = { text: sent.get("text").trim(), answerBy: sent.get("by"), number: one.numbers[0] };
    await post(`/api/offices/${one.office}/reminders`, body, { "Idempotency-Key": key });
    fill(form, el("p", { class: "good" }, say("board.urged")));
    announce(say("board.urged"));
    done();
  });
  return el("details", {}, el("summary", {}, say("board.urge")), form);
}

const about = one => [
  pick(one.officeName), one.day && say("board.onDay", { day: day(one.day) }), one.others != null && say("board.others", { percent: one.others }),
].filter(Boolean).join(" · ");

const anomaly = (one, view, done) => el("li", {},
  el("div", { class: "between" }, el("b", {}, pick(one.name)), el("span", { class: "tag warn" }, shareOf(one))),
  el("div", { class: "small" }, about(one)),
  el("p", { class: "soft small" }, pick(one.why)), list(one, view), isProvince() && urge(one, done));

/** Figures of an office, or of the province, that deviate, each with its dossiers; the province may urge. */
export async function anomaliesCard(office, done) {
  const view = await get(`/api/statistics/anomalies${office ? `?office=${office}` : ""}`);
  return el("section", { class: "card" }, el("h2", {}, say("board.anomalies", { count: view.items.length })),
    el("p", { class: "soft small" }, say("board.anomaliesLead", { from: day(view.from), at: moment(view.cutOff), rules: view.rules })),
    view.items.length ? el("ul", { class: "rows" }, view.items.map(one => anomaly(one, view, done)))
      : el("p", { class: "good" }, say("board.noAnomaly", { count: view.checked })));
}
