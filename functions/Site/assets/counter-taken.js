import { el, facts, icon } from "./dom.js";
import { post } from "./api.js";
import { fileButton } from "./file-button.js";
import { say } from "./words.js";

/** Received at once, since the clerk has looked at the papers; what is still lacking is said, and asked for on form 02. */
export async function accept(path, dossier, code) {
  if (!dossier.mayDo.includes("accept")) return null;
  const headers = { "If-Match": `"${dossier.version}"`, "Idempotency-Key": `accept-${code}`.slice(0, 64) };
  return post(`${path}/acceptance`, undefined, headers).then(() => null, error => {
    if (error.status === 422) return error.message;
    throw error;
  });
}

/** Code and secret, the receipt to be printed, and the way to the next person. */
export const taken = (receipt, name, path, lacking, again) => [
  el("div", { class: `verdict ${lacking ? "info" : "good"}` }, el("h2", {}, `✓ ${say("counter.taken", { name })}`),
    facts([say("counter.code"), el("span", { class: "secret" }, receipt.code)], [say("counter.secret"), el("span", { class: "secret" }, receipt.secret)]),
    lacking && el("p", {}, lacking)),
  el("p", { class: "buttons" }, fileButton(say("counter.print"), `${path}/forms/01`, `${receipt.code}-01.pdf`, {}),
    el("button", { type: "button", onclick: again }, icon("user"), say("counter.next")),
    el("a", { class: "button second", href: `/desk?code=${encodeURIComponent(receipt.code)}` }, say("counter.open")))];
