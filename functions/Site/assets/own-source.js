import { el } from "./dom.js";
import { isFilled } from "./eform-rules.js";
import { me } from "./session.js";
import { day, say } from "./words.js";

const ofTheAccount = ["filer.fullName", "filer.personalNumber"];

const isAccount = source => ofTheAccount.includes(source) && me()?.kind === "citizen" && !me().organisation;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function wordsOf(known, given) {
  if (!known || !isFilled(given)) return null;
  const kept = same(known.value, given);
  if (isAccount(known.source)) return kept ? say("filing.fromAccount") : say("filing.notAsAccount", { value: known.value });
  return kept && known.source === "earlierDossier" ? say("filing.fromEarlier", { dossier: known.dossier, day: day(known.on) }) : null;
}

/** Says below a field where its value comes from; of an answer that differs from what the account vouches for, that the office will see both. */
export function tellSource(node, known, given) {
  const text = wordsOf(known, given);
  const note = node.querySelector(":scope > .source");
  if (note?.textContent === (text ?? undefined)) return;
  note?.remove();
  if (text) node.append(el("p", { class: "source soft small", role: "status" }, text));
}
