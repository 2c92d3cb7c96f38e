import { byId, el, fill } from "./dom.js";
import { ask } from "./api.js";
import { send } from "./act-form.js";
import { costsOf } from "./act-costs.js";
import { sure, titleOf } from "./acts.js";
import { certain } from "./certain.js";
import { wordsOf } from "./problems.js";
import { pick, say } from "./words.js";

const together = ["accept", "take", "approve", "return"]; // What needs no words of its own for each dossier.
const atOnce = 4;

const pathOf = code => `/api/dossiers/${encodeURIComponent(code)}`;

/** Does something for each of many, a few at a time; the answers come in the order of the many. */
async function each(many, what) {
  const answers = [];
  const waiting = [...many.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await what(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

/** A dossier of a batch as it stands before, so that what is there is what is warned of and acted upon. */
async function opened(code, act) {
  try {
    const answer = await ask(pathOf(code));
    const dossier = await answer.json();
    const may = dossier.mayDo.includes(act);
    return { code, dossier, tag: answer.headers.get("ETag"), why: may ? null : say("desk.batchMayNot"), costs: may && await costsOf(act, pathOf(code)) };
  } catch (error) {
    return { code, why: wordsOf(error) };
  }
}

async function one({ code, dossier, tag, why }, act) {
  if (why) return { why };
  const body = act === "approve" ? { proposalHash: dossier.proposal.hash } : act === "return" ? {} : undefined;
  return send(act, { path: pathOf(code), tag, key: `batch-${act}-${code}-${dossier.version}`.slice(0, 64), body })
    .then(after => ({ version: after.version }), error => ({ why: wordsOf(error) }));
}

// The same person with the same matter twice among them: often handed in again because nobody answered.
function twice(all) {
  const matters = new Map();
  for (const { code, dossier } of all.filter(one => one.dossier)) {
    const matter = [dossier.applicant.name, dossier.applicant.personalNumber, dossier.procedure.code].join("|");
    matters.set(matter, [...(matters.get(matter) ?? []), { code, name: dossier.applicant.name }]);
  }
  return [...matters.values()].filter(same => same.length > 1)
    .map(same => say("desk.batchTwice", { name: same[0].name, codes: same.map(({ code }) => code).join(", ") }));
}

/** What a single act would have warned of, dossier by dossier. */
const warningsOf = (all, act) => [
  ...all.flatMap(({ code, dossier, why }) => (why ? [`${code}: ${why}`]
    : dossier.warnings.filter(warning => warning.acts.includes(act)).map(warning => `${code}: ${pick(warning.text)}`))),
  ...twice(all),
];

// Nothing is done before what it costs was read; without a warning only what cannot be taken back is asked about.
async function agreed(all, act) {
  const warnings = warningsOf(all, act);
  const costs = all.filter(one => one.costs).map(({ code, costs }) => el("div", {}, el("b", {}, code), costs));
  if (!warnings.length && !costs.length) return act !== "approve" || sure(act);
  const about = el("div", { class: "batch-warnings" }, el("ul", { class: "small" }, warnings.map(text => el("li", {}, text))), costs,
    act === "approve" && el("p", {}, say("dossier.sureText")));
  return certain("batch", { question: say("desk.batchWarned", { act: titleOf(act), count: all.length }), about, yes: titleOf(act) });
}

async function run(act, all, said) {
  let done = 0;
  return each(all, async each => {
    const became = await one(each, act);
    fill(said, say("desk.batchRunning", { done: ++done, count: all.length }));
    return { code: each.code, ...became };
  });
}

/** The bar of a selection: what can be done to all of them; each dossier has a result of its own, and what failed stays selected. */
export function showBatch(codes, mayBe, finished) {
  const bar = byId("batch");
  bar.hidden = codes.length === 0;
  const said = el("span", { role: "status" });
  const press = act => async () => {
    bar.querySelectorAll("button").forEach(button => { button.disabled = true; });
    fill(said, say("desk.batchLooking"));
    const all = await each(codes, code => opened(code, act));
    fill(said);
    if (!(await agreed(all, act))) {
      bar.querySelectorAll("button").forEach(button => { button.disabled = false; });
      return;
    }
    const results = await run(act, all, said);
    const failed = results.filter(({ why }) => why);
    const done = results.filter(({ why }) => !why);
    const words = say("desk.batchDone", { act: titleOf(act), done: done.length, count: codes.length });
    await finished(failed.map(({ code }) => code), words, act, done);
    if (failed.length) bar.append(el("ul", { class: "small" }, failed.map(({ code, why }) => el("li", {}, `${code}: ${why}`))));
  };
  fill(bar, el("b", {}, say("desk.selected", { count: codes.length })),
    together.filter(mayBe).map(act => el("button", { type: "button", onclick: press(act) }, titleOf(act))), said);
}
