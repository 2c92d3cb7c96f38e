import { announce, byId } from "./dom.js";
import { send } from "./act-form.js";
import { wordsOf } from "./problems.js";
import { say } from "./words.js";

// What takes back an act by which nothing legal has happened: what was taken or given goes back into the queue, or to whoever had it.
const backOf = (act, before) => (act === "take" ? { act: "release" }
  : act === "assign" ? (before.handler ? { act: "assign", body: { handler: before.handler } } : { act: "release" }) : null);

/**
 * As it stood right behind the act: whoever has done something with it since is not undone.
 * @param {{ act: string, body?: object }} taken
 * @param {{ code: string, version: number }} behind
 */
const back = ({ act, body }, { code, version }) =>
  send(act, { path: `/api/dossiers/${encodeURIComponent(code)}`, tag: `"${version}"`, key: crypto.randomUUID(), body });

/**
 * What `announce` offers for ten seconds behind an act; null where the act stands. `before` is the dossier as it was, `version` the one the act made, `then`
 * shows it again.
 */
export function undoOf(act, before, version, then) {
  const taken = backOf(act, before);
  const shown = async () => { await then(before.code); announce(say("desk.undone")); };
  const press = () => back(taken, { code: before.code, version }).then(shown, error => announce(wordsOf(error)));
  return taken && { name: say("desk.undo"), act: press };
}

/** The same for several at once: those that were taken, as they stood right behind it. */
export function undoAll(act, done, then) {
  if (act !== "take" || !done.length) return null;
  const press = async () => {
    for (const one of done) await back({ act: "release" }, one).catch(error => announce(wordsOf(error)));
    await then();
    announce(say("desk.undone"));
  };
  return { name: say("desk.undo"), act: press };
}

/** The key for it presses what is offered. */
export const undo = () => byId("said").querySelector("button")?.click();
