import { holds, isFilled, TRUE } from "./eform-rules.js";

const order = ["register", "earlierResult", "earlierDossier"];

const markOf = ({ source, if: named, when }) => JSON.stringify([source, named, when]);

/**
 * What is known of a form before it is filled in. `sources` are values of this page, `{"filer.fullName": () => …}`; the rest is what
 * GET and POST /api/procedures/{code}/prefill answered: `{ field, value, source, if, when, dossier, on, register, reference, suggested }`.
 */
export class Known {
  #values = new Map();
  #results = new Map();

  constructor(sources) { this.sources = sources; }

  /** Takes in an answer of the office; what the account says stands on the page already. */
  learn({ values = [], results = [] }) {
    for (const one of values.filter(({ source }) => source !== "signIn")) {
      const others = (this.#values.get(one.field) ?? []).filter(other => markOf(other) !== markOf(one));
      this.#values.set(one.field, [...others, one].sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source)));
    }
    for (const { dossier, proof } of results) this.#results.set(dossier, { dossier, proof });
  }

  /** The first that knows something of a field as the answers are, `{ value, source … }`; null for nothing. */
  of(field, scope) {
    const isNow = when => !when || holds(when, scope) === TRUE;
    const here = field.prefill?.find(from => isFilled(this.sources[from.from ?? from]?.()) && isNow(from.when));
    if (here) return { value: this.sources[here.from ?? here](), source: here.from ?? here };
    return this.#values.get(field.key)?.find(one => (one.if ?? []).every(({ field: key, number }) => scope.answers[key] === number) && isNow(one.when)) ?? null;
  }

  /** Earlier results these fields are filled in from, or contradict: as a filing names them. */
  used(fields, scope) {
    const dossiers = fields.map(field => this.of(field, scope)).filter(known => known?.source === "earlierResult").map(known => known.dossier);
    return [...new Set(dossiers)].map(dossier => this.#results.get(dossier)).filter(Boolean).slice(0, 5);
  }
}
