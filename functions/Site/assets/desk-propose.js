import { el, fill } from "./dom.js";
import { ask, get, post } from "./api.js";
import { onSend, tellAll, wordsOf } from "./problems.js";
import { pick, say } from "./words.js";

const words = label => pick({ vi: label.vi, en: label.en ?? label.vi });

const field = (id, text, input) => el("div", { class: "field" }, el("label", { for: id }, text), input);

/** Opens a paper beside the page; the window is asked for at the press itself, so that no browser takes it for an advertisement. */
async function openPdf(response) {
  const beside = open("", "_blank");
  const address = URL.createObjectURL(await (await response()).blob());
  if (beside) beside.location = address;
  setTimeout(() => URL.revokeObjectURL(address), 600_000);
}

/**
 * The proposal made from the dossier's own form: the officer chooses the paper, fills in what is the officer's alone, and sees the very paper before it goes
 * to the leader. Answers null where there is no form to make it from.
 */
export async function proposeAct(dossier, path, tag, done) {
  const { items } = await get(`/api/procedures/${dossier.procedure.code}/results`);
  const make = (template, given) => post(`${path}/result-content`, { template, given });
  const first = items.length ? await make(items[0].id, {}).catch(error => { if (error.code === "form-not-filled-in") return null; throw error; }) : null;
  if (!first) return null;

  const place = el("div", {});
  const state = el("p", { class: "small", role: "status" });
  const template = el("select", { id: "propose-template", onchange: () => draw().catch(error => { state.textContent = wordsOf(error); }) }, items.map(item => el("option", { value: item.id }, words(item.name))));
  const given = () => Object.fromEntries([...place.querySelectorAll("input")].map(input => [input.name, input.value.trim()]).filter(([, value]) => value));

  async function draw(made) {
    const { content, missing } = made ?? await make(template.value, {});
    fill(place, missing.map(line => field(`given-${line.key}`, words(line.label), el("input", { id: `given-${line.key}`, name: line.key, maxlength: 500, required: true }))),
      el("details", {}, el("summary", {}, say("desk.proposeLines", { count: content.lines.filter(line => !line.officer).length })), el("dl", { class: "facts" }, content.lines.filter(line => !line.officer).map(line => [el("dt", {}, line.label), el("dd", {}, line.value)]))));
  }

  async function whole() {
    const made = await make(template.value, given());
    const faults = made.missing.map(line => ({ input: place.querySelector(`[name="${line.key}"]`), message: say("common.fillIn") })).filter(({ input }) => input);
    if (faults.length) tellAll(form, faults);
    return faults.length ? null : JSON.stringify(made.content);
  }

  const preview = async () => {
    state.textContent = "";
    try {
      const content = await whole();
      if (content) await openPdf(() => ask(`${path}/result-preview`, { method: "POST", body: { content } }));
    } catch (error) { state.textContent = wordsOf(error); }
  };
  const form = el("form", { id: "act-propose", method: "post" },
    items.length > 1 && field("propose-template", say("desk.proposePaper"), template), place,
    field("propose-summary", say("dossier.fieldSummary"), el("textarea", { id: "propose-summary", name: "summary", required: true, maxlength: 1000 })),
    state, el("p", { class: "buttons" }, el("button", {}, say("dossier.actPropose")), el("button", { type: "button", class: "second", id: "preview", onclick: preview }, say("desk.proposePreview"))));
  const key = crypto.randomUUID();
  onSend(form, async sent => {
    const content = await whole();
    if (!content) return;
    await post(`${path}/proposal`, { outcome: "grant", summary: sent.get("summary").trim(), content }, { "If-Match": tag, "Idempotency-Key": key });
    await done("propose");
  });
  await draw(first);
  return form;
}
