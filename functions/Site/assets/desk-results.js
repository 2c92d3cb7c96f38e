import { el, field, fill } from "./dom.js";
import { ask, post } from "./api.js";
import { tellAll, wordsOf } from "./problems.js";
import { named, pick, say } from "./words.js";

// Ways to a result: `fields` to fill in, and `body(form)`, what the proposal then says; null while something is missing, which has been said.

const words = label => pick({ vi: label.vi, en: label.en ?? label.vi });

/** Opens a paper beside the page; the window is asked for at the press itself, so that no browser takes it for an advertisement. */
export async function open(response) {
  const beside = window.open("", "_blank");
  const address = URL.createObjectURL(await (await response()).blob());
  if (beside) beside.location = address;
  setTimeout(() => URL.revokeObjectURL(address), 600_000);
}

/** The paper made from the dossier's own form; the officer chooses which and fills in what is the officer's alone. Null where there is no form. */
export async function fromForm(items, path, state) {
  const make = (template, given) => post(`${path}/result-content`, { template, given });
  const first = await make(items[0].id, {}).catch(error => {
    if (error.code === "form-not-filled-in") return null;
    throw error;
  });
  if (!first) return null;

  const place = el("div", {});
  const wanted = ({ key, label }) => field(`given-${key}`, words(label), el("input", { id: `given-${key}`, name: key, maxlength: 500, required: true }));
  const lines = ({ content, missing }) => {
    const taken = content.lines.filter(line => !line.officer);
    fill(place, missing.map(wanted), el("details", {}, el("summary", {}, say("desk.proposeLines", { count: taken.length })),
      el("dl", { class: "facts" }, taken.map(line => [el("dt", {}, line.label), el("dd", {}, line.value)]))));
  };
  const choose = () => make(template.value, {}).then(lines).catch(error => { state.textContent = wordsOf(error); });
  const template = el("select", { id: "propose-template", onchange: choose }, items.map(item => el("option", { value: item.id }, words(item.name))));
  lines(first);

  const given = () => Object.fromEntries([...place.querySelectorAll("input")].map(input => [input.name, input.value.trim()]).filter(([, value]) => value));
  return {
    fields: [items.length > 1 && field("propose-template", say("desk.proposePaper"), template), place],
    async body(form) {
      const made = await make(template.value, given());
      const faults = made.missing.map(line => ({ input: place.querySelector(`[name="${line.key}"]`), message: say("common.fillIn") }))
        .filter(({ input }) => input);
      if (faults.length) tellAll(form, faults);
      return faults.length ? null : { outcome: "grant", content: JSON.stringify(made.content) };
    },
  };
}

/** A notice in words. */
export function inWords(outcome) {
  const content = el("textarea", { id: "propose-content", name: "content", required: true, maxlength: 10000, rows: 5 });
  return { fields: [field("propose-content", say("dossier.fieldContent"), content)], body: async () => ({ outcome, content: content.value.trim() }) };
}

/** A scan, or the file another agency signed: sent first, judged, and named by its hash in the proposal. */
export function madeElsewhere(path, items) {
  const input = (name, more) => el("input", { id: `elsewhere-${name}`, name: `elsewhere.${name}`, required: true, maxlength: 200, ...more });
  const facts = {
    kind: input("kind", { value: items.filter(item => item.elsewhere).map(item => words(item.name))[0] }),
    number: input("number", { maxlength: 60 }), date: input("date", { type: "date" }), issuer: input("issuer"), signer: input("signer"),
  };
  const accept = "application/pdf,image/jpeg,image/png,image/tiff";
  const file = el("input", { id: "elsewhere-file", name: "elsewhere.sha256", type: "file", required: true, accept });
  const judged = el("p", { class: "small", role: "status" });
  return {
    fields: [
      field("elsewhere-file", say("desk.elsewhereFile"), file), judged,
      Object.entries(facts).map(([name, one]) => field(one.id, named("desk.elsewhere", name), one)),
    ],
    async body() {
      const headers = { "Content-Type": "application/octet-stream" };
      const sent = await (await ask(`${path}/result-paper`, { method: "PUT", body: file.files[0], headers })).json();
      judged.textContent = pick(sent.sentence);
      const said = Object.entries(facts).map(([name, one]) => [name, one.value.trim()]);
      return { outcome: "grant", elsewhere: { ...Object.fromEntries(said), sha256: sent.sha256 } };
    },
  };
}
