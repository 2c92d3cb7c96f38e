import { el } from "./dom.js";
import { isFilled } from "./eform-rules.js";
import { me } from "./session.js";
import { day, say } from "./words.js";

const ofTheAccount = ["filer.fullName", "filer.personalNumber"];

const isAccount = source => ofTheAccount.includes(source) && me()?.kind === "citizen" && !me().organisation;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const words = {
  register: known => say(known.suggested ? "filing.suggestedBy" : "filing.fromRegister", { register: known.register, day: day(known.on) }),
  earlierResult: known => say("filing.fromResult", { agency: known.register, number: known.reference, day: day(known.on) }),
  earlierDossier: known => say("filing.fromEarlier", { dossier: known.dossier, day: day(known.on) }),
};

function wordsOf(known, given) {
  if (!known || !isFilled(given)) return null;
  const kept = same(known.value, given);
  if (isAccount(known.source)) return kept ? say("filing.fromAccount") : say("filing.notAsAccount", { value: known.value });
  if (kept) return words[known.source]?.(known) ?? null;
  return known.register && !known.suggested ? say("filing.notAsRegister", { register: known.register }) : null;
}

/** Says below a field where its value comes from; of an answer that differs from what the account vouches for, that the office will see both. */
export function tellSource(node, known, given) {
  const text = wordsOf(known, given);
  const note = node.querySelector(":scope > .source");
  if (note?.textContent === (text ?? undefined)) return;
  note?.remove();
  if (text) node.append(el("p", { class: "source soft small", role: "status" }, text));
}
