import { byId, el } from "./dom.js";
import { get } from "./api.js";
import { brokenRules, computedValue, isFilled, isRequired, isShown, view } from "./eform-rules.js";
import { Drawer } from "./own-fields.js";
import { Known } from "./own-known.js";
import { fetchLists, nameOf } from "./own-lists.js";
import { Notes } from "./own-notes.js";
import { require } from "./own-required.js";
import { inputOf, said } from "./own-said.js";
import { tellSource } from "./own-source.js";
import { clean } from "./own-values.js";
import { pick, say } from "./words.js";

const inHanoi = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());

const stepOf = section => `form-${section.id}`;

// Types whose boxes cannot say by themselves that the whole is lacking.
const wholes = ["list", "multiChoice", "matrix", "photo", "date", "partialDate"];

const copyOf = value => structuredClone(value);

/**
 * The procedure's own form: one step a section, drawn from its definition. The answers are `given`; what is hidden stays in them, so that going back and
 * forth loses nothing, and is left out of `sent`. `sources` says what the page knows, `{"filer.fullName": () => …}`; `elsewhere` where it is asked; `learn`
 * takes in what the office knows.
 */
export class OwnForm {
  static async of(code, { sources = {}, elsewhere = {}, changed = () => {} } = {}) {
    const made = await get(`/api/procedures/${code}/form`).catch(error => { if (error.status === 404) return null; throw error; });
    if (made) await fetchLists(made.lists);
    return made && new OwnForm(made, sources, elsewhere, changed);
  }

  #proposed = new Set(); #notes = new Notes();
  #drawer = new Drawer(this);
  definition; composites; sources; elsewhere; changed; known; drawn; given; formCase;

  constructor({ definition, composites }, sources, elsewhere, changed) {
    Object.assign(this, { definition, composites, sources, elsewhere, changed, known: new Known(sources), drawn: [], given: {}, formCase: null });
    this.fields = new Map(definition.sections.flatMap(section => section.fields.map(field => [field.key, { field, section }])));
  }

  get version() { return this.definition.version; }

  /** What a draft keeps of it. */
  get draft() { return { id: this.definition.id, version: this.version, case: this.formCase ?? undefined, answers: this.given }; }

  /** Earlier results it is filled in from, as a filing names them. */
  get results() { return this.known.used([...this.fields.values()].map(({ field }) => field), this.#view().scope); }

  /** What is sent: nothing hidden, nothing empty; computed fields are the office's to reckon. */
  get sent() {
    const { answers } = this.#view();
    return Object.fromEntries([...this.fields.values()].filter(({ field }) => !field.computed).map(({ field }) => [field.key, clean(field, answers[field.key], this.composites)]).filter(([, value]) => isFilled(value)));
  }

  /** Draws every section before `place`, filled with what was answered before; answers the names of the steps. */
  draw(place, saved = {}, formCase = null) {
    this.formCase = formCase;
    this.given = { ...this.fresh([...this.fields.values()].map(({ field }) => field)), ...copyOf(saved), ...copyOf(this.#fixed()) };
    this.root = place.parentElement;
    this.root.querySelectorAll("[data-own]").forEach(step => step.remove());
    this.drawn = [];
    const sections = this.definition.sections.filter(section => section.fields.some(field => this.#isAsked(field)));
    sections.forEach((section, at) => place.before(el("fieldset", { class: "card", "data-step": stepOf(section), "data-own": true, hidden: true },
      el("legend", {}, pick(section.title)), section.hint && el("p", { class: "hint" }, pick(section.hint)), at === 0 && this.#cases(place),
      section.fields.filter(field => this.#isAsked(field) && !(field.key in this.#fixed())).map(field => this.#top(section, field)))));
    this.update();
    return sections.map(stepOf);
  }

  /** Lets go of what it needed elsewhere on the page: another form comes, or a paper in its place. */
  release() { Object.values(this.elsewhere).forEach(input => require(input, false)); }

  /** Whether a step asks for anything, as the answers are. */
  asks(step) { return this.drawn.some(one => !one.node.hidden && one.node.closest("[data-step]").dataset.step === step); }

  /** What a field begins with. */
  fresh(fields) {
    return Object.fromEntries(fields.filter(field => field.default !== undefined && field.default !== null).map(field => [field.key, copyOf(field.default)]));
  }

  /** Called by what was drawn when somebody answers. */
  answered(one) {
    if (one.path) this.#proposed.delete(one.path.split(/[.[]/)[1]);
    this.update();
    this.changed();
  }

  /** Fills in what the office answered that it knows; answers how many fields that filled. */
  learn(answer) {
    const before = this.#proposed.size;
    this.known.learn(answer);
    this.update();
    return this.#proposed.size - before;
  }

  /** Shows what the answers so far ask for, and nothing else; proposes what follows from them. */
  update() {
    if (!this.root) return;
    for (let round = 0; round < 5 && this.#propose(); round++); // Whose number it is says what is known of them.
    const { scope } = this.#view();
    this.drawn = this.drawn.filter(one => this.root.contains(one.node));
    for (const one of this.drawn) this.#apply(one, scope);
    for (const { field } of this.fields.values()) this.#askElsewhere(field, scope);
    this.#note();
  }

  /** What is wrong within one step and no single box can tell: `{ input, message }`. */
  faults(step) {
    const within = this.drawn.filter(one => one.node.closest("[data-step]").dataset.step === step && !one.node.closest("[hidden]"));
    const own = within.map(one => ({ input: inputOf(one.node), message: one.fault ?? (one.isNeeded && !isFilled(one.holder[one.field.key]) && wholes.includes(one.field.type) ? say("common.fillIn") : null) })).filter(({ message }) => message);
    const rules = this.#broken().filter(rule => rule.level === "block").map(rule => ({ node: this.#nodeOf(rule.at[0]), message: pick(rule.message) })).filter(({ node }) => within.some(one => one.node === node));
    return [...own, ...rules.map(({ node, message }) => ({ input: inputOf(node), message }))];
  }

  /** Where a refused answer was given: by its path, or by the longest beginning of it that stands on the page. */
  inputAt(path) {
    const found = this.drawn.filter(one => path === one.path || path.startsWith(`${one.path}.`) || path.startsWith(`${one.path}[`)).sort((a, b) => b.path.length - a.path.length)[0];
    return found ? inputOf(found.node) : this.elsewhere[this.#knownSource(this.fields.get(path.split(/[.[]/)[1])?.field)] ?? null;
  }

  /** For the review: every answer shown, `{ name, value, step, id }`. */
  get rows() {
    return [...this.fields.values()].map(({ field }) => ({ field, node: this.#nodeOf(field.key) })).filter(({ node }) => said(node))
      .map(({ field, node }) => ({ name: nameOf(field), value: said(node), step: node.closest("[data-step]").dataset.step, id: inputOf(node).id }));
  }

  #knownSource(field) { return field?.prefill?.find(from => typeof from === "string" && from in this.elsewhere); }

  #isAsked(field) { return !field.computed && !field.readOnly && !this.#knownSource(field); }

  #fixed() { return this.definition.cases.find(one => one.id === this.formCase)?.answers ?? {}; }

  // Which case it is decides some answers; whoever does not know it is asked the questions instead.
  #cases(place) {
    if (this.definition.cases.length < 2) return null;
    const choose = event => {
      const given = Object.fromEntries(Object.entries(this.given).filter(([key]) => !(key in this.#fixed())));
      const { step } = event.target.closest("[data-step]").dataset;
      this.draw(place, given, event.target.value || null);
      this.root.querySelector(`[data-step="${step}"]`).hidden = false;
      byId("form-case").focus();
      this.changed();
    };
    const select = el("select", { id: "form-case", onchange: choose }, el("option", { value: "" }, say("filing.caseUnknown")), this.definition.cases.map(one => el("option", { value: one.id }, nameOf(one.name))));
    select.value = this.formCase ?? "";
    return el("div", { class: "field" }, el("label", { for: "form-case" }, say("filing.case"), " ", say("common.optional")), select);
  }

  #top(section, field) {
    const conditions = [section.showIf, field.showIf];
    return this.#drawer.field(field, { path: `form.${field.key}`, holder: this.given, shown: scope => isShown(conditions, scope), needed: scope => isRequired(field, scope) });
  }

  #view() {
    const known = [...this.fields.values()].map(({ field }) => [field.key, this.sources[this.#knownSource(field)]?.()]).filter(([, value]) => isFilled(value));
    return view(this.definition, { ...this.given, ...Object.fromEntries(known) }, inHanoi(), this.formCase);
  }

  #apply(one, scope) {
    one.node.hidden = !one.shown(scope);
    one.isNeeded = !one.node.hidden && one.needed(scope);
    if (one.enlarge && one.isNeeded && one.holder[one.field.key].length === 0) one.enlarge(one.field.minItems ?? 1);
    if (one.add) one.add.hidden = one.holder[one.field.key].length >= (one.field.maxItems ?? 100);
    one.node.querySelector("label, legend").classList.toggle("must", one.isNeeded);
    if (one.holder === this.given) tellSource(one.node, this.known.of(one.field, scope), this.given[one.field.key]);
    for (const input of one.node.querySelectorAll(":scope > input, :scope > select, :scope > textarea, :scope > .choices input")) input.required = one.isNeeded;
  }

  // What is asked elsewhere on the page already may be needed by the form.
  #askElsewhere(field, scope) {
    const input = this.elsewhere[this.#knownSource(field)];
    if (input && isRequired(field, scope)) require(input, true);
  }

  #propose() {
    const { scope } = this.#view();
    let some = false;
    for (const { field } of this.fields.values()) {
      const given = this.given[field.key];
      if (isFilled(given) && !this.#proposed.has(field.key)) continue;
      const value = this.#proposal(field, scope);
      if (!isFilled(value) && !this.#proposed.has(field.key)) continue;
      if (JSON.stringify(value ?? null) === JSON.stringify(given ?? null)) continue;
      if (isFilled(value)) this.given[field.key] = copyOf(value);
      else delete this.given[field.key];
      this.#proposed.add(field.key);
      this.#redraw(field);
      some = true;
    }
    return some;
  }

  #proposal(field, scope) {
    const known = this.known.of(field, scope);
    if (known) return known.value;
    if (field.key === "declarantConsent") return this.sources["filer.consent"]?.() ?? null;
    if (field.defaultFrom && !field.defaultFrom.from) return computedValue(field.defaultFrom, scope);
    if (Array.isArray(field.suggest)) return field.suggest.map(key => scope.answers[key]).find(isFilled) ?? null;
    return typeof field.suggest === "string" ? this.#sentence(field.suggest) : null;
  }

  // "Đăng ký tạm trú tại {newAddress}", once everything in it is known.
  #sentence(template) {
    const words = [...template.matchAll(/\{(\w+)\}/g)].map(([, key]) => said(this.#nodeOf(key)));
    return words.every(Boolean) ? template.replace(/\{\w+\}/g, () => words.shift()) : null;
  }

  #nodeOf(key) { return this.drawn.find(one => one.path === `form.${key}`)?.node ?? null; }

  #redraw(field) {
    const node = this.#nodeOf(field.key);
    if (!node) return;
    this.drawn = this.drawn.filter(one => one.path !== `form.${field.key}` && !one.path.startsWith(`form.${field.key}.`) && !one.path.startsWith(`form.${field.key}[`));
    node.replaceWith(this.#top(this.fields.get(field.key).section, field));
  }

  #broken() {
    const { answers } = this.#view();
    const ids = brokenRules(this.definition, answers, inHanoi(), this.formCase, { "office.commune": this.sources["office.commune"]?.() });
    return this.definition.rules.filter(rule => ids.includes(rule.id) && rule.level !== "office");
  }

  #note() { this.#notes.show(this.#broken().filter(rule => rule.level !== "block"), key => this.#nodeOf(key)); }
}
