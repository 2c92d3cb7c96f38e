import { byId, el } from "./dom.js";
import { get } from "./api.js";
import { inputOf, isAskable, partsOf } from "./field-inputs.js";
import { isRequired, view } from "./eform-rules.js";
import { pick, say } from "./words.js";

// What the first step has told already, so that nobody types it twice.
const known = { "filer.fullName": "applicant.name", "filer.personalNumber": "applicant.personalNumber", "filer.phone": "applicant.phone", "filer.email": "applicant.email" };

const knownAs = field => field.prefill?.map(from => known[from]).find(Boolean);

const inHanoi = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());

const capital = word => word[0].toUpperCase() + word.slice(1);

const hintOf = field => (field.hint ? pick(field.hint) : field.type === "partialDate" ? say("filing.partialDate") : null);

async function place(field) {
  const id = `form-${field.key}`;
  const parts = partsOf(field.type);
  const label = [field.no && `${field.no}. `, pick(field.label)];
  if (!parts) return el("div", { class: "field", "data-key": field.key }, el("label", { for: id }, label, hintOf(field) && el("span", { class: "hint" }, hintOf(field))), await inputOf(field, `form.${field.key}`, id));
  return el("fieldset", { class: "field", "data-key": field.key }, el("legend", {}, label), hintOf(field) && el("span", { class: "hint" }, hintOf(field)),
    await Promise.all(parts.map(async part => el("div", {}, el("label", { class: "small", for: `${id}-${part.key}` }, say(`filing.part${capital(part.key)}`)), await inputOf(part, `form.${field.key}.${part.key}`, `${id}-${part.key}`)))));
}

const valueOf = input => (input.value === "true" ? true : input.value === "false" ? false : input.value.trim());

/** The procedure's own form as steps of the filing, one section each. */
export class OwnFields {
  static async of(code, form) {
    const found = await get(`/api/procedures/${code}/form`).catch(error => { if (error.status === 404) return null; throw error; });
    const own = new OwnFields(form, found?.definition ?? null);
    await own.#show();
    return own;
  }

  constructor(form, definition) { Object.assign(this, { form, definition, fields: [], steps: [] }); }

  /** Everything answered, as the definition names it; what is hidden is left out. */
  get answers() { return this.#read(true); }

  /** Who files and how often is part of the form too. */
  get hasForm() { return this.definition !== null; }

  async #show() {
    for (const section of this.definition?.sections ?? []) {
      const asked = section.fields.filter(field => isAskable(field) && !field.readOnly && !field.computed && !knownAs(field));
      this.fields.push(...section.fields.filter(field => asked.includes(field) || knownAs(field)));
      if (!asked.length) continue;
      const step = `form-${section.id}`;
      this.steps.push(step);
      byId("what").before(el("fieldset", { class: "card", "data-step": step, hidden: true }, el("legend", {}, pick(section.title)), await Promise.all(asked.map(place))));
    }
    this.form.addEventListener("input", () => this.update());
    this.update();
  }

  /** Shows what the answers so far ask for, and nothing else. */
  update() {
    if (!this.definition) return;
    const { shown: seen, scope } = view(this.definition, this.#read(false), inHanoi());
    for (const field of this.fields) {
      const node = this.form.querySelector(`[data-key="${CSS.escape(field.key)}"]`);
      if (!node) continue;
      const shown = seen.has(field.key);
      node.hidden = !shown;
      const required = shown && isRequired(field, scope);
      const inputs = [...node.querySelectorAll("input, select, textarea")];
      inputs.forEach((input, at) => { input.required = required && at === 0; });
      node.querySelector("label, legend").classList.toggle("must", required);
    }
  }

  #read(onlyShown) {
    const answers = {};
    for (const field of this.fields) {
      const from = knownAs(field);
      const node = this.form.querySelector(`[data-key="${CSS.escape(field.key)}"]`);
      if (onlyShown && node?.hidden) continue;
      const value = from ? this.form.elements[from]?.value.trim() : this.#answer(field);
      if (value !== "" && value != null) answers[field.key] = value;
    }
    return answers;
  }

  #answer(field) {
    const parts = partsOf(field.type);
    const inputs = this.form.elements;
    if (!parts) return inputs[`form.${field.key}`] ? valueOf(inputs[`form.${field.key}`]) : null;
    const given = Object.fromEntries(parts.map(part => [part.key, valueOf(inputs[`form.${field.key}.${part.key}`])]).filter(([, value]) => value !== ""));
    return Object.keys(given).length ? given : null;
  }
}
