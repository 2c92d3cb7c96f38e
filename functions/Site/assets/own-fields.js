import { announce, el } from "./dom.js";
import { columnsOf, communeList, groupName, homeProvince, nameOf, optionsOf } from "./own-lists.js";
import { dateBoxes, idOf, inputFor, isDated, isLaidOut, laidOut } from "./own-inputs.js";
import { photoOf } from "./own-photo.js";
import { isPartNeeded, isPartShown } from "./own-values.js";
import { isFilled, isRequired, isShown } from "./eform-rules.js";
import { pick, say } from "./words.js";

const labelOf = field => (field.no ? `${field.no}. ${nameOf(field)}` : nameOf(field));
const hintOf = field => (field.hint ? pick(field.hint) : field.type === "partialDate" ? say("filing.partialDate") : null);
const hint = field => hintOf(field) && el("span", { class: "hint" }, hintOf(field));

/** Draws fields into a form. `sheet` keeps what was drawn: what shows and asks for each, and where its answer lies. */
export class Drawer {
  constructor(sheet) { this.sheet = sheet; }

  /** A field and its place among the answers: `path` as refusals name it, `holder[field.key]` the answer. */
  field(field, { path, holder, shown, needed }) {
    const one = { field, path, holder, shown, needed, fault: null };
    this.sheet.drawn.push(one);
    one.node = this.#node(one);
    return one.node;
  }

  #put(one) {
    return value => {
      if (isFilled(value)) one.holder[one.field.key] = value;
      else delete one.holder[one.field.key];
      this.sheet.answered(one);
    };
  }

  #node(one) {
    const { field, path, holder } = one;
    const value = holder[field.key];
    const put = this.#put(one);
    if (field.type === "list") return this.#box(one, this.#entries(one));
    if (field.type === "group" || this.sheet.composites[field.type]) return this.#box(one, this.#parts(one));
    if (field.type === "multiChoice") return this.#box(one, this.#many(one, put));
    if (field.type === "matrix") return this.#box(one, this.#rows(one));
    if (field.type === "photo") return this.#box(one, photoOf(path, value, put));
    if (isDated(field)) return this.#box(one, dateBoxes(field, path, value, put, fault => { one.fault = fault; }));
    if (isLaidOut(field)) return el("fieldset", { class: "field" }, el("legend", {}, labelOf(field)), hint(field), laidOut(field, path, value, put));
    return el("div", { class: "field" }, el("label", { for: idOf(path) }, labelOf(field), hint(field)), field.type === "commune" ? this.#commune(one) : inputFor(field, path, value, put));
  }

  // Named like the answer itself, so that what is said of the whole finds its place.
  #box({ field, path }, ...inside) {
    return el("fieldset", { class: "field", name: path, id: idOf(path), tabindex: -1 }, el("legend", {}, labelOf(field)), hint(field), inside);
  }

  #commune(one) {
    const { field, path, holder } = one;
    const put = this.#put(one);
    return communeList({ id: idOf(path), name: path, autocomplete: "off", onchange: event => put(event.target.value) }, () => holder[field.key], () => holder.province);
  }

  #parts(one) {
    const { field, path } = one;
    const value = (one.holder[field.key] ??= {});
    const parts = field.type === "group" ? field.fields : this.sheet.composites[field.type];
    const drawn = parts.map(part => this.field(part, {
      path: `${path}.${part.key}`,
      holder: value,
      shown: () => isPartShown(field.type, part.key, value),
      needed: scope => (one.isNeeded || isFilled(value)) && (isPartNeeded(field, part, value) || isRequired(part, scope)),
    }));
    const named = part => drawn.map(node => node.querySelector(`[name="${path}.${part}"]`)).find(Boolean);
    if (named("country") && !value.country) named("country").value = "VN"; // As the office reads it where nobody says another.
    this.#link(named("province"), named("commune"), value);
    return drawn;
  }

  // Another province has other communes; a commune chosen first tells its province.
  #link(province, commune, value) {
    if (!province || !commune) return;
    province.addEventListener("change", () => { delete value.commune; commune.dispatchEvent(new Event("redraw")); });
    commune.addEventListener("change", () => {
      if (!commune.value || value.province) return;
      value.province = homeProvince;
      province.value = homeProvince;
      this.sheet.answered({ field: {} });
    });
  }

  #many(one, put) {
    const chosen = () => one.holder[one.field.key] ?? [];
    return optionsOf(one.field).map(item => {
      const id = `${idOf(one.path)}-${item.code}`;
      const turn = event => put(event.target.checked ? [...chosen(), item.code] : chosen().filter(code => code !== item.code));
      return el("label", { class: "choice", for: id }, el("input", { type: "checkbox", id, "data-part": one.path, value: item.code, checked: chosen().includes(item.code), onchange: turn }), nameOf(item));
    });
  }

  #rows(one) {
    const { field, path } = one;
    const value = (one.holder[field.key] ??= {});
    const columns = columnsOf(field);
    let group = null;
    return optionsOf(field).flatMap(row => {
      const heading = field.groupBy && row.type !== group && el("p", { class: "group" }, groupName(field, group = row.type));
      const choices = columns.map(column => {
        const id = `${idOf(path)}-${row.code}-${column.code}`;
        return el("label", { class: "choice", for: id }, el("input", { type: "radio", id, name: `${path}.${row.code}`, value: column.code, checked: value[row.code] === column.code, onchange: () => { value[row.code] = column.code; this.sheet.answered(one); } }), nameOf(column));
      });
      return [heading, el("fieldset", { class: "row" }, el("legend", {}, nameOf(row)), el("div", { class: "choices" }, choices))];
    });
  }

  #entries(one) {
    const { field, holder } = one;
    const entries = (holder[field.key] ??= []);
    const place = el("div", {});
    const draw = () => place.replaceChildren(...entries.map((entry, n) => this.#entry(one, entry, n, remove)));
    const enlarge = count => { while (entries.length < count) entries.push(this.sheet.fresh(field.fields)); draw(); };
    const remove = n => { entries.splice(n, 1); draw(); this.sheet.answered(one); announce(say("filing.entryRemoved")); add.focus(); };
    const more = () => { enlarge(entries.length + 1); this.sheet.answered(one); place.lastElementChild.querySelector("input, select, textarea")?.focus(); };
    const add = el("button", { type: "button", class: "second", onclick: more }, say("filing.addEntry"));
    Object.assign(one, { enlarge, add });
    draw();
    return [place, add];
  }

  #entry(one, entry, n, remove) {
    const { field, path } = one;
    const inner = scope => ({ ...scope, list: field, item: entry });
    const parts = field.fields.map(part => this.field(part, { path: `${path}[${n}].${part.key}`, holder: entry, shown: scope => isShown([part.showIf], inner(scope)), needed: scope => isRequired(part, inner(scope)) }));
    return el("fieldset", { class: "entry" }, el("legend", {}, say("filing.entry", { n: n + 1 })), parts,
      el("button", { type: "button", class: "link", onclick: () => remove(n) }, say("filing.removeEntry", { n: n + 1 })));
  }
}
