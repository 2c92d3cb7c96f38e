import { announce, byId, el, fill } from "./dom.js";
import { ask, Refused } from "./api.js";
import { send } from "./act-form.js";
import { certain } from "./certain.js";
import { procedureName } from "./places.js";
import { wordsOf } from "./problems.js";
import { named, say } from "./words.js";

const atOnce = 4;
const patience = 30; // Looks for the signature, a second apart.

/** The question before signatures: each dossier by name. */
const asked = (all, names) => certain("sign", {
  question: say("approve.sure", { count: all.length }), yes: say("approve.sureYes"), key: "y",
  about: [el("p", {}, say("approve.sureText")), el("ul", {}, all.map(({ dossier }, n) => el("li", {}, `${dossier.applicant.name} – ${names[n]}`)))],
});

const wait = () => new Promise(resolve => setTimeout(resolve, 1000));

async function isSigned(path) {
  for (let n = 0; n < patience; n++) {
    const state = await ask(`${path}/approved-paper`, { method: "HEAD" }).then(() => "signed", error => error);
    if (state === "signed") return true;
    if (!(state instanceof Refused) || state.status !== 409) throw state;
    await wait();
  }
  return false;
}

async function approveOne({ dossier, tag, path }, tell) {
  const key = `approve-${dossier.code}-${dossier.version}`.slice(0, 64);
  await send("approve", { path, tag, key, body: { proposalHash: dossier.proposal.hash } });
  if (dossier.proposal.elsewhere) { tell("Taken"); return; }
  tell("Approved");
  tell(await isSigned(path) ? "Signed" : "Later");
}

/** Approves and signs what was read; each dossier says what became of it. Answers the codes that failed; null when the question was answered with no. */
export async function signAll(all) {
  const names = await Promise.all(all.map(({ dossier }) => procedureName(dossier.procedure.code)));
  if (!(await asked(all, names))) return null;
  byId("results").hidden = false;
  const failed = [];
  const tags = new Map();
  fill(byId("result-rows"), all.map(({ dossier }, n) => {
    const tag = el("span", { class: "tag" }, named("approve.state", "waiting"));
    tags.set(dossier.code, tag);
    return el("li", { class: "between", "data-code": dossier.code }, el("span", {}, el("b", {}, dossier.applicant.name), ` – ${names[n]}`), tag);
  }));
  const tell = (code, tone) => (state, why) => {
    tags.get(code).className = `tag ${tone ?? { Signed: "good", Taken: "good", Failed: "bad" }[state] ?? ""}`;
    tags.get(code).textContent = named("approve.state", state) + (why ? `: ${why}` : "");
  };
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const say = tell(one.dossier.code);
      await approveOne(one, say).catch(error => { failed.push(one.dossier.code); say("Failed", wordsOf(error)); });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  announce(say("approve.done", { done: all.length - failed.length, count: all.length }));
  return failed;
}
