import { byId, el, fill } from "./dom.js";
import { ask } from "./api.js";
import { send } from "./act-form.js";
import { sure, titleOf } from "./acts.js";
import { wordsOf } from "./problems.js";
import { say } from "./words.js";

const together = ["accept", "take", "approve", "return"]; // What needs no words of its own for each dossier.
const atOnce = 4;

/** One dossier of a batch: opened, so that what is there is what is acted upon, and done if it may be. */
async function one(code, act) {
  const path = `/api/dossiers/${encodeURIComponent(code)}`;
  const answer = await ask(path);
  const dossier = await answer.json();
  if (!dossier.mayDo.includes(act)) return say("desk.batchMayNot");
  const body = act === "approve" ? { proposalHash: dossier.proposal.hash } : act === "return" ? {} : undefined;
  await send(act, { path, tag: answer.headers.get("ETag"), key: `batch-${act}-${code}-${dossier.version}`.slice(0, 64), body });
  return null;
}

async function run(act, codes, said) {
  const waiting = [...codes];
  const failed = [];
  let done = 0;
  const worker = async () => {
    for (let code = waiting.shift(); code; code = waiting.shift()) {
      const why = await one(code, act).catch(wordsOf);
      if (why) failed.push({ code, why });
      fill(said, say("desk.batchRunning", { done: ++done, count: codes.length }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}

/** The bar of a selection: what can be done to all of them; each dossier has a result of its own, and what failed stays selected. */
export function showBatch(codes, mayBe, finished) {
  const bar = byId("batch");
  bar.hidden = codes.length === 0;
  const said = el("span", { role: "status" });
  const press = act => async () => {
    if (act === "approve" && !(await sure(act))) return;
    bar.querySelectorAll("button").forEach(button => { button.disabled = true; });
    const failed = await run(act, codes, said);
    const done = codes.filter(code => !failed.some(one => one.code === code));
    const words = say("desk.batchDone", { act: titleOf(act), done: done.length, count: codes.length });
    await finished(failed.map(({ code }) => code), words, act, done);
    if (failed.length) bar.append(el("ul", { class: "small" }, failed.map(({ code, why }) => el("li", {}, `${code}: ${why}`))));
  };
  fill(bar, el("b", {}, say("desk.selected", { count: codes.length })), together.filter(mayBe).map(act => el("button", { type: "button", onclick: press(act) }, titleOf(act))), said);
}
