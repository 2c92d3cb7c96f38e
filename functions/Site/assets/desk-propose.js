import { el, field, fill } from "./dom.js";
import { ask, get, post } from "./api.js";
import { onSend, wordsOf } from "./problems.js";
import { named, say } from "./words.js";
import { fromForm, inWords, madeElsewhere, open } from "./desk-results.js";

/**
 * The proposal (trình): the very paper made from the dossier's form, a paper another agency made and signed, or a notice of denial. A request on paper has
 * no data to make a certificate from and is answered in words.
 */
export async function proposeAct(dossier, path, tag, done) {
  const { items } = await get(`/api/procedures/${dossier.procedure.code}/results`);
  const state = el("p", { class: "small", role: "status" });
  const place = el("div", {});
  const ours = items.filter(item => !item.elsewhere);
  const made = ours.length > 0 && await fromForm(ours, path, state);
  const granted = made ? { form: made } : ours.length > 0 && { words: inWords("grant") };
  const ways = { ...granted, elsewhere: madeElsewhere(path, items), deny: inWords("deny") };
  const key = crypto.randomUUID();

  const look = () => see().catch(error => { state.textContent = wordsOf(error); });
  const preview = el("button", { type: "button", class: "second", id: "preview", onclick: look }, say("desk.proposePreview"));
  const way = el("select", { id: "propose-way", name: "way", onchange: () => draw() },
    Object.keys(ways).map(one => el("option", { value: one }, named("desk.proposeWay", one))));
  const form = el("form", { id: "act-propose", method: "post" },
    field("propose-way", say("desk.proposeWay"), way), place,
    field("propose-summary", say("dossier.fieldSummary"), el("textarea", { id: "propose-summary", name: "summary", required: true, maxlength: 1000 })),
    state, el("p", { class: "buttons" }, el("button", {}, say("dossier.actPropose")), preview));

  function draw() {
    state.textContent = "";
    preview.hidden = way.value !== "form";
    fill(place, ways[way.value].fields);
  }

  async function see() {
    state.textContent = "";
    const { content } = await ways.form.body(form) ?? {};
    if (content) await open(() => ask(`${path}/result-preview`, { method: "POST", body: { content } }));
  }

  onSend(form, async sent => {
    const body = await ways[way.value].body(form);
    if (!body) return;
    await post(`${path}/proposal`, { summary: sent.get("summary").trim(), ...body }, { "If-Match": tag, "Idempotency-Key": key });
    await done("propose");
  });
  draw();
  return form;
}
