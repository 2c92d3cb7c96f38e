import { el } from "./dom.js";
import { get, post } from "./api.js";
import { Papers } from "./papers.js";
import { onSend } from "./problems.js";
import { say } from "./words.js";

const componentsOf = async ({ procedure }) => (await get(`/api/procedures/${procedure.code}?version=${procedure.version}`)).procedure.components;

/** Where the citizen gives what was asked for: papers, an answer, or both. */
export async function supplementForm(dossier, path, done) {
  const wanted = dossier.asked.items.map(item => item.component).filter(Boolean);
  const components = (await componentsOf(dossier)).filter(component => wanted.includes(component.id)).map(component => ({ ...component, required: false }));
  const papers = new Papers(`${dossier.code}-${dossier.supplementRounds}`);
  const form = el("form", { class: "card", id: "supplement" },
    el("h2", {}, say("dossier.supplement")),
    components.map(component => papers.place(component)),
    el("div", { class: "field" }, el("label", { for: "note" }, say("dossier.note")), el("textarea", { id: "note", name: "note", maxlength: 1000 })),
    el("button", {}, say("dossier.supplementSend")));
  onSend(form, async fields => {
    if (papers.running > 0) throw new Error(say("common.stillSending"));
    await post(`${path}/supplement`, { papers: papers.references, note: fields.get("note") || undefined },
      { "If-Match": `"${dossier.version}"`, "Idempotency-Key": `supplement-${dossier.supplementRounds}-${dossier.version}` });
    await done();
  });
  papers.resume();
  return form;
}
