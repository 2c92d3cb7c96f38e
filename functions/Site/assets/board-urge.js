import { announce, el, fill } from "./dom.js";
import { post } from "./api.js";
import { onSend } from "./problems.js";
import { me } from "./session.js";
import { say, today } from "./words.js";

export const isProvince = () => me().duties.some(duty => duty.role === "supervisor" && duty.office === "*");

/** The province urges an office on about a number. Deciding stays with the office: a reminder asks for an answer and moves no date. */
export function urge({ id, office, number, ready }, done) {
  const form = el("form", { method: "post" },
    el("div", { class: "field" }, el("label", { for: `urge-${id}-text` }, say("board.urgeText")),
      el("textarea", { id: `urge-${id}-text`, name: "text", required: true, maxlength: 1000, rows: 3 }, ready)),
    el("div", { class: "field" }, el("label", { for: `urge-${id}-by` }, say("board.answerBy")),
      el("input", { id: `urge-${id}-by`, name: "by", type: "date", required: true, min: today() })),
    el("p", { class: "buttons" }, el("button", { class: "second" }, say("board.urge"))));
  const key = crypto.randomUUID();
  onSend(form, async sent => {
    await post(`/api/offices/${office}/reminders`, { text: sent.get("text").trim(), answerBy: sent.get("by"), number }, { "Idempotency-Key": key });
    fill(form, el("p", { class: "good" }, say("board.urged")));
    announce(say("board.urged"));
    done();
  });
  return el("details", {}, el("summary", {}, say("board.urge")), form);
}
