import { el } from "./dom.js";
import { post } from "./api.js";
import { onSend } from "./problems.js";
import { say } from "./words.js";

/** The person answers for whoever filed in the person's name: yes, or no such authority. `matter` has proxy, lookUpAsked, authority and authorityDenied. */
export function consentForm(matter, path, done) {
  const answer = confirmed => {
    const form = el("form", { method: "post" }, el("button", { class: confirmed ? null : "danger" }, say(confirmed ? "me.confirm" : "me.deny")));
    const key = crypto.randomUUID(); // Sent twice over a bad line, it is answered once.
    onSend(form, async () => {
      await post(`${path}/authority`, { confirmed }, { "Idempotency-Key": key });
      await done(say(confirmed ? "me.confirmed" : "me.denied"));
    });
    return form;
  };
  return el("section", { class: "card noprint", "data-consent": "" },
    el("h2", {}, say("me.answerTitle", { name: matter.proxy.name })),
    el("p", {}, say("me.answerText", { authority: matter.proxy.authority }), matter.lookUpAsked && ` ${say("me.answerLookUp")}`),
    el("div", { class: "line" }, !matter.authority && answer(true), !matter.authorityDenied && answer(false)));
}
