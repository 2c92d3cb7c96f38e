import { announce, byId } from "./dom.js";
import { ask } from "./api.js";
import { send } from "./act-form.js";
import { wordsOf } from "./problems.js";
import { say } from "./words.js";

// What takes back an act by which nothing legal has happened: what was taken goes back into the queue, what was given goes back to whoever had it.
const backOf = (act, before) => (act === "take" ? { act: "release" }
  : act === "assign" && before.handler ? { act: "assign", body: { handler: before.handler } } : null);

/** @param {{ act: string, body?: object }} taken */
async function back({ act, body }, code) {
  const path = `/api/dossiers/${encodeURIComponent(code)}`;
  const tag = (await ask(path)).headers.get("ETag");
  await send(act, { path, tag, key: crypto.randomUUID(), body });
}

/** What `announce` offers for ten seconds behind an act; null where the act stands. `before` is the dossier as it was, `then` shows it again. */
export function undoOf(act, before, then) {
  const taken = backOf(act, before);
  const press = () => back(taken, before.code).then(async () => { await then(before.code); announce(say("desk.undone")); }, error => announce(wordsOf(error)));
  return taken && { name: say("desk.undo"), act: press };
}

/** The same for several at once: those that were taken. */
export function undoAll(act, codes, then) {
  if (act !== "take" || !codes.length) return null;
  const press = async () => {
    for (const code of codes) await back({ act: "release" }, code).catch(error => announce(wordsOf(error)));
    await then();
    announce(say("desk.undone"));
  };
  return { name: say("desk.undo"), act: press };
}

/** The key for it presses what is offered. */
export const undo = () => byId("said").querySelector("button")?.click();
