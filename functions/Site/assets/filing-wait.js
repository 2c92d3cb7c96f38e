import { byId } from "./dom.js";
import { keptFor } from "./files.js";
import { hold, holdSupplement } from "./outbox.js";
import { told } from "./problems.js";
import { say } from "./words.js";

/** Papers that are handed in; the others come from a database. */
export const sentOnPaper = component => ["original", "copy"].includes(component.form);

/** Without a line, and with pages that open without one, a filing waits on this device instead of in this window. */
export const canWait = () => !navigator.onLine && Boolean(navigator.serviceWorker?.controller);

/** Whether a paper is there, or waits on this device with the filing. */
export const isThere = (papers, component) => papers.has(component) || (canWait() && papers.isSending(component));

/** Said before the office has to: what is required and has no paper yet. */
export function lackingPapers({ components }, papers) {
  return components.filter(component => sentOnPaper(component) && component.required && !component.when && !isThere(papers, component.id))
    .map(component => ({ input: byId(`file-${component.id}`), message: say("papers.lacking") }));
}

async function filesOf(id, papers) {
  const files = await keptFor(id);
  if (files.length < papers.running) throw told(say("common.stillSending")); // A picture is still being made smaller.
  return files.length;
}

/** Leaves a filing and its papers to the outbox; `atCounter` says for whom a clerk took it in. */
export async function wait(id, procedure, body, papers, atCounter = {}) {
  await hold(id, procedure, body, await filesOf(id, papers), atCounter);
  location.assign("/waiting");
}

/** Leaves what a clerk took in to the outbox; money is entered where the day's book is. */
export async function waitAtCounter(id, body, papers, receipt) {
  if (receipt.trim()) throw told(say("counter.noMoneyWaits"), "receipt");
  await wait(id, body.procedure, body, papers, { onBehalfOf: body.applicant.personalNumber });
}

/** Leaves what was asked for to the outbox. */
export async function waitWith(id, dossier, body, papers) {
  await holdSupplement(id, dossier, { round: dossier.supplementRounds, version: dossier.version }, body, await filesOf(id, papers));
  location.assign("/waiting");
}
