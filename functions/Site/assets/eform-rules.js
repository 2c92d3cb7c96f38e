// The interpreter of electronic forms for pages: the same closed tree, the same three-valued logic and the same vectors as Eforms/Rules of the office.
// Nothing in a definition is run. The office checks again whatever is sent; this is for comfort.
import { firstWord, isPersonName, trimmed } from "./own-text.js";

export const TRUE = 2;
const [FALSE, UNKNOWN] = [0, 1];
const not = truth => 2 - truth;
const truthOf = yes => (yes ? TRUE : FALSE);

// A value is null or {kind, low, high, text, json}: days and numbers are intervals, because of a partial date only the year may be known.
const number = (low, high = low) => ({ kind: "number", low, high });
const textValue = text => ({ kind: "text", text });
const flag = yes => ({ kind: "flag", low: yes ? 1 : 0, high: yes ? 1 : 0 });
const round = n => Math.sign(n) * Math.round(Math.abs(n) * 1e6) / 1e6;

/* Days, counted from 1970-01-01. */
const DAY = 86400000;
const dayNumber = (y, m, d) => Date.UTC(y, m - 1, d) / DAY;
const parts = day => { const at = new Date(day * DAY); return { y: at.getUTCFullYear(), m: at.getUTCMonth() + 1, d: at.getUTCDate() }; };
const daysIn = (y, m) => new Date(Date.UTC(y, m, 0)).getUTCDate();

/** yyyy, yyyy-MM or yyyy-MM-dd as the days it may be; null for anything else. */
export function span(text) {
  const found = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text);
  if (!found || text.endsWith("\n")) return null;
  const [y, m, d] = found.slice(1).map(one => (one === undefined ? undefined : Number(one)));
  if (y < 1800 || y > 2199) return null;
  if (m === undefined) return { kind: "days", low: dayNumber(y, 1, 1), high: dayNumber(y, 12, 31) };
  if (m < 1 || m > 12) return null;
  if (d === undefined) return { kind: "days", low: dayNumber(y, m, 1), high: dayNumber(y, m, daysIn(y, m)) };
  return d >= 1 && d <= daysIn(y, m) ? { kind: "days", low: dayNumber(y, m, d), high: dayNumber(y, m, d) } : null;
}

const asDays = value => (value?.kind === "text" ? span(value.text) : value);

function addYears(day, n) {
  const { y, m, d } = parts(day);
  return dayNumber(y + n, m, Math.min(d, daysIn(y + n, m)));
}

function years(from, to) {
  const [a, b] = [parts(from), parts(to)];
  return b.y - a.y - (b.m < a.m || (b.m === a.m && b.d < a.d) ? 1 : 0);
}

/* Numbers read out: mười lăm, hai mươi mốt, hai nghìn không trăm linh tư. */
const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const ones = (one, first, four) => (one === 0 ? [] : [one === 1 ? first : one === 4 ? four : one === 5 ? "lăm" : digits[one]]);

function tens(n, after) {
  const [ten, one] = [Math.floor(n / 10), n % 10];
  if (ten === 0) return one === 0 ? [] : after ? ["linh", one === 4 ? "tư" : digits[one]] : [digits[one]];
  return ten === 1 ? ["mười", ...ones(one, "một", "bốn")] : [digits[ten], "mươi", ...ones(one, "mốt", "tư")];
}

function readOut(n) {
  const words = n >= 1000 ? [digits[Math.floor(n / 1000)], "nghìn"] : [];
  const rest = n % 1000;
  if (rest > 0) {
    if (rest >= 100 || n >= 1000) words.push(digits[Math.floor(rest / 100)], "trăm");
    words.push(...tens(rest % 100, n >= 100));
  }
  return words.join(" ");
}

function inWords({ low, high }) {
  const [a, b] = [parts(low), parts(high)];
  const month = a.m === 4 ? "tư" : readOut(a.m);
  if (low === high) return `Ngày ${readOut(a.d)} tháng ${month} năm ${readOut(a.y)}`;
  return a.m === b.m ? `Tháng ${month} năm ${readOut(a.y)}` : `Năm ${readOut(a.y)}`;
}

/* Answers as rules see them. */
export const isFilled = json =>
  json === undefined || json === null ? false
    : typeof json === "string" ? trimmed(json) !== ""
      : Array.isArray(json) ? json.length > 0
        : typeof json === "object" ? Object.values(json).some(isFilled) : true;

const ofText = json => (typeof json === "string" && isFilled(json) ? textValue(trimmed(json).normalize("NFC")) : null);
const isObject = json => typeof json === "object" && json !== null && !Array.isArray(json);
const numeric = ["integer", "number", "money", "area"];
const composite = ["address", "place", "residence", "identityDocument", "registerEntry", "bankAccount", "consent", "matrix", "group"];
const partTypes = { date: "partialDate", issuedOn: "date" };

function valueOf(json, type) {
  if (type === "date" || type === "partialDate") return typeof json === "string" ? span(json) : null;
  if (numeric.includes(type)) return typeof json === "number" ? number(json) : null;
  if (type === "yesNo") return typeof json === "boolean" ? flag(json) : null;
  if (type === "ethnicity") return ofText(isObject(json) ? json.code : json);
  if (type === "list" || type === "multiChoice") return Array.isArray(json) ? { kind: "json", json } : null;
  if (composite.includes(type)) return isObject(json) && isFilled(json) ? { kind: "json", json } : null;
  return ofText(json);
}

function equal(a, b) {
  if (a?.kind === "days" || b?.kind === "days") [a, b] = [asDays(a), asDays(b)];
  if (!a || !b) return UNKNOWN;
  if (a.kind === "text" && b.kind === "text") return truthOf(a.text === b.text);
  if (a.kind === "json" || b.kind === "json") return UNKNOWN;
  if (a.kind !== b.kind || a.high < b.low || b.high < a.low) return FALSE;
  return a.low === a.high && b.low === b.high ? TRUE : UNKNOWN;
}

function less(a, b) {
  [a, b] = [asDays(a), asDays(b)];
  if (!a || !b || a.kind !== b.kind || (a.kind !== "days" && a.kind !== "number")) return UNKNOWN;
  return a.high < b.low ? TRUE : a.low >= b.high ? FALSE : UNKNOWN;
}

function fits(n, birth, sex) {
  const born = asDays(birth);
  if (n?.kind !== "text" || born?.kind !== "days" || sex?.kind !== "text" || !/^[0-9]{12}$/.test(n.text)) return UNKNOWN;
  const digit = Number(n.text[3]);
  const year = 1900 + Math.floor(digit / 2) * 100 + Number(n.text.slice(4, 6));
  const sexes = sex.text === "1" || sex.text === "2" ? truthOf(digit % 2 === (sex.text === "1" ? 0 : 1)) : UNKNOWN;
  return Math.min(equal(number(year), number(parts(born.low).y, parts(born.high).y)), sexes);
}

/** A definition with its fields found by key. */
export function form(definition) {
  const fields = new Map(definition.sections.flatMap(section => section.fields.map(field => [field.key, { field, section }])));
  return { definition, fields };
}

// scope: {form, answers, today, formCase, outside, list, item}; outside: what no answer holds, by the name rules give it.
function evaluate(json, scope) {
  if (typeof json === "string") return textValue(json);
  if (typeof json === "number") return number(json);
  if (typeof json === "boolean") return flag(json);
  const [[op, of]] = Object.entries(json);
  const pair = () => [evaluate(of[0], scope), evaluate(of[1], scope)];
  switch (op) {
    case "field": {
      const own = scope.list?.fields.find(field => field.key === of);
      return own ? valueOf(scope.item?.[of], own.type) : valueOf(scope.answers[of], scope.form.fields.get(of)?.field.type);
    }
    case "path": {
      const field = scope.form.fields.get(of[0])?.field;
      const json = scope.answers[of[0]];
      return isObject(json) ? valueOf(json[of[1]], (field.fields ?? []).find(part => part.key === of[1])?.type ?? partTypes[of[1]] ?? "text") : null;
    }
    case "today": return span(scope.today);
    case "case": return scope.formCase ? textValue(scope.formCase) : null;
    case "addYears": case "addDays": {
      const days = asDays(evaluate(of[0], scope));
      const by = day => (op === "addYears" ? addYears(day, of[1]) : day + of[1]);
      return days?.kind === "days" ? { kind: "days", low: by(days.low), high: by(days.high) } : null;
    }
    case "daysBetween": case "yearsBetween": {
      const [a, b] = pair().map(asDays);
      if (a?.kind !== "days" || b?.kind !== "days") return null;
      return op === "daysBetween" ? number(b.low - a.high, b.high - a.low) : number(years(a.high, b.low), years(a.low, b.high));
    }
    case "add": { const [a, b] = pair(); return a?.kind === "number" && b?.kind === "number" ? number(round(a.low + b.low), round(a.high + b.high)) : null; }
    case "divide": { const [a, b] = pair(); return a?.kind === "number" && b?.kind === "number" && b.low > 0 ? number(round(a.low / b.high), round(a.high / b.low)) : null; }
    case "count": return Array.isArray(scope.answers[of]) ? number(scope.answers[of].length) : null;
    case "sum": {
      const list = scope.answers[of[0]];
      if (!Array.isArray(list) || list.length === 0) return null;
      const all = list.map(item => item?.[of[1]]);
      return all.every(one => typeof one === "number") ? number(round(all.reduce((a, b) => a + b, 0))) : null;
    }
    case "dateInWords": { const days = asDays(evaluate(of, scope)); return days?.kind === "days" ? textValue(inWords(days)) : null; }
    case "if": { const when = holds(of[0], scope); return when === TRUE ? evaluate(of[1], scope) : when === FALSE ? evaluate(of[2], scope) : null; }
    case "value": return ofText(scope.outside?.[of]);
    default: return null; // What a look-up answers: unknown until somebody has asked.
  }
}

/** Whether a condition holds: TRUE, FALSE or UNKNOWN. */
export function holds(json, scope) {
  const [[op, of]] = Object.entries(json);
  const pair = () => [evaluate(of[0], scope), evaluate(of[1], scope)];
  switch (op) {
    case "eq": return equal(...pair());
    case "ne": return not(equal(...pair()));
    case "lt": return less(...pair());
    case "gte": return not(less(...pair()));
    case "gt": { const [a, b] = pair(); return less(b, a); }
    case "lte": { const [a, b] = pair(); return not(less(b, a)); }
    case "in": { const value = evaluate(of[0], scope); return of[1].reduce((truth, one) => Math.max(truth, equal(value, evaluate(one, scope))), FALSE); }
    case "contains": { const [list, one] = pair(); return list?.kind === "json" && Array.isArray(list.json) && list.json.length > 0 && one ? truthOf(list.json.includes(one.text)) : UNKNOWN; }
    case "sameFirstWord": { const [a, b] = pair(); return a?.kind === "text" && b?.kind === "text" ? truthOf(firstWord(a.text) === firstWord(b.text)) : UNKNOWN; }
    case "filled": { const value = evaluate(of, scope); return truthOf(value !== null && (value.kind !== "json" || isFilled(value.json))); }
    case "not": return not(holds(of, scope));
    case "all": return of.reduce((truth, one) => Math.min(truth, holds(one, scope)), TRUE);
    case "any": return of.reduce((truth, one) => Math.max(truth, holds(one, scope)), FALSE);
    case "each": case "some": {
      const entries = scope.answers[of[0]];
      if (!Array.isArray(entries)) return UNKNOWN;
      const inner = { ...scope, list: scope.form.fields.get(of[0]).field };
      const all = entries.map(item => holds(of[1], { ...inner, item }));
      return op === "each" ? Math.min(TRUE, ...all) : Math.max(FALSE, ...all);
    }
    case "distinct": {
      const entries = scope.answers[of[0]];
      if (!Array.isArray(entries)) return UNKNOWN;
      const type = scope.form.fields.get(of[0]).field.fields.find(field => field.key === of[1]).type;
      const given = entries.map(item => valueOf(item?.[of[1]], type)).filter(Boolean).map(value => JSON.stringify(value));
      return new Set(given).size < given.length ? FALSE : given.length < entries.length ? UNKNOWN : TRUE;
    }
    case "matches": { const name = evaluate(of[0], scope); return name?.kind === "text" ? truthOf(isPersonName(name.text)) : UNKNOWN; }
    case "found": return scope.outside?.[of] === undefined ? UNKNOWN : truthOf(scope.outside[of] === "1");
    case "personalNumberFits": return fits(evaluate(of.number, scope), evaluate(of.birthDate, scope), evaluate(of.sex, scope));
    default: return UNKNOWN;
  }
}

const broken = (rule, scope) => (!rule.when || holds(rule.when, scope) === TRUE) && holds(rule.check, scope) === FALSE;

/** Ids of the rules that certainly are broken, of whatever level. */
export const brokenRules = (definition, answers, today, formCase, outside) => {
  const scope = { form: form(definition), answers, today, formCase, outside };
  return definition.rules.filter(rule => broken(rule, scope)).map(rule => rule.id);
};

export const isShown = (conditions, scope) => conditions.every(condition => !condition || holds(condition, scope) === TRUE);
export const isRequired = (field, scope) => Boolean(field.required) || Boolean(field.requiredIf && holds(field.requiredIf, scope) === TRUE);

function namesIn(json, names = new Set()) {
  if (Array.isArray(json)) json.forEach(one => namesIn(one, names));
  else if (isObject(json)) {
    for (const [key, of] of Object.entries(json)) {
      if (key === "field" || key === "count") names.add(of);
      else if (key === "path" || key === "sum" || key === "each" || key === "some" || key === "distinct") names.add(of[0]);
      namesIn(of, names);
    }
  }
  return names;
}

/**
 * What somebody filling in the form sees: the answers without what is hidden, with computed fields reckoned; which fields are shown.
 * What is hidden reads as empty for everything that depends on it. The answers given are left as they are.
 */
export function view(definition, given, today, formCase) {
  const made = form(definition);
  const answers = { ...given };
  const scope = { form: made, answers, today, formCase };
  const shown = new Set();
  const waiting = new Map([...made.fields].map(([key, { field, section }]) => [key, { field, conditions: [section.showIf, field.showIf], needs: namesIn([section.showIf ?? null, field.showIf ?? null]) }]));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([key, { needs }]) => ![...needs].some(need => need !== key && waiting.has(need)));
    for (const [key, { field, conditions }] of ready.length > 0 ? ready : [...waiting]) {
      waiting.delete(key);
      if (isShown(conditions, scope)) shown.add(key);
      else delete answers[key];
      if (field.computed) delete answers[key];
    }
  }
  for (const key of shown) {
    const { computed } = made.fields.get(key).field;
    const value = computed && computedValue(computed, scope);
    if (value !== null && value !== undefined) answers[key] = value;
  }
  return { answers, shown, scope };
}

const conditions = ["eq", "ne", "lt", "lte", "gt", "gte", "contains", "in", "filled", "not", "all", "any", "each", "some", "found"];

/** What a computed or proposed value comes to: a text, a number or yes and no; null while it is unknown. */
export function computedValue(json, scope) {
  if (isObject(json) && conditions.includes(Object.keys(json)[0])) {
    const truth = holds(json, scope);
    return truth === UNKNOWN ? null : truth === TRUE;
  }
  const value = evaluate(json, scope);
  return value?.kind === "text" ? value.text : value?.kind === "flag" ? value.low > 0 : value?.kind === "number" && value.low === value.high ? value.low : null;
}
