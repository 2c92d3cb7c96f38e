import { el, fill } from "./dom.js";
import { post } from "./api.js";
import { OwnForm } from "./own-form.js";
import { fetchLists } from "./own-lists.js";
import { onSend, tellAll, told } from "./problems.js";
import { pick, say } from "./words.js";

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const changed = (before, after) => Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(after)])]
  .filter(key => !same(before[key], after[key])).map(key => [key, after[key] ?? null]));

const reason = () => el("div", { class: "field" }, el("label", { for: "correct-reason" }, say("dossier.fieldReason")),
  el("textarea", { id: "correct-reason", name: "reason", required: true, maxlength: 1000 }));

// All the office found wrong, each at its answer, whatever section that stands in.
function tell(form, own, error) {
  const at = field => own.inputAt(field.replace(/^answers\./, "form."));
  const faults = (error.problem?.errors ?? []).map(one => ({ input: at(one.field), message: pick(one.message) })).filter(({ input }) => input);
  if (!faults.length) throw error;
  const open = input => { input.closest("[data-step]").hidden = false; };
  faults.forEach(({ input }) => open(input));
  tellAll(form, faults, open);
}

/** One section of the form as it stands, to be put right with a reason; whatever else a correction asks for opens with it. */
export async function correctAct(answers, section, path, tag, done) {
  await fetchLists(answers.lists);
  const own = new OwnForm(answers, { "office.commune": () => answers.form.commune }, {}, () => {});
  const place = el("div", { hidden: true });
  const form = el("form", { id: "act-correctAnswers", method: "post" }, el("p", { class: "soft" }, say("desk.correctHint")), place, reason(),
    el("p", { class: "buttons" }, el("button", {}, say("dossier.actCorrectAnswers"))));
  own.draw(place, answers.corrected ?? answers.answers, answers.form.case);
  form.querySelector("#form-case")?.closest(".field").remove(); // The case was chosen with the filing.
  form.querySelector(`[data-step="form-${section.id}"]`).hidden = false;
  const before = own.sent;
  const key = crypto.randomUUID();
  onSend(form, async sent => {
    const wanted = changed(before, own.sent);
    if (!Object.keys(wanted).length) throw told(say("desk.correctNothing"));
    const body = { answers: wanted, reason: sent.get("reason").trim() };
    const refused = await post(`${path}/corrections`, body, { "If-Match": tag, "Idempotency-Key": key }).then(() => null, error => error);
    if (refused) tell(form, own, refused);
    else await done("correctAnswers");
  });
  return form;
}

/** Opens it where the acts of the desk open. */
export const opensCorrection = (place, path, tag, done) => async (answers, section) => {
  const form = await correctAct(answers, section, path, tag, done);
  const { vi, en = vi } = section.title;
  fill(place, el("div", { class: "act" }, el("h3", {}, say("desk.correctOf", { section: pick({ vi, en }) })), form));
  place.scrollIntoView({ block: "nearest" });
  form.querySelector("[data-step]:not([hidden]) :is(input, select, textarea)")?.focus();
};
