import { isFilled, span } from "./eform-rules.js";
import { isLine, isLines, isPersonName, trimmed } from "./own-text.js";
import { isPartNeeded, isPartShown } from "./own-values.js";

// What a value of a type must look like: the same as Eforms/Answers of the office, held against it by shared vectors. The office checks again.
const patterns = {
  personalNumber: /^[0-9]{12}$/, phone: /^(\+84|0)[0-9]{9,10}$/, email: /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
  time: /^([01][0-9]|2[0-3]):[0-5][0-9]$/, nationality: /^[A-Z]{2}$/,
};
const codes = { personalNumber: "answer-personal-number", phone: "answer-phone", email: "answer-email", time: "answer-time", nationality: "answer-choice" };
const numbers = ["integer", "number", "money", "area"];
const largest = 1e15;
const longest = field => field.maxLength ?? { longText: 2000, name: 100 }[field.type] ?? 300;
const isDay = text => text.length === 10 && span(text) !== null;

const hasPattern = (field, text) => !field.pattern || new RegExp(field.pattern, "u").test(text);

function textFault(field, text, known) {
  if (text.length > longest(field)) return "answer-too-long";
  switch (field.type) {
    case "name": return isPersonName(text) ? null : "answer-name";
    case "date": return isDay(text) ? null : "answer-date";
    case "partialDate": return span(text) ? null : "answer-partial-date";
    case "datetime": return text.length === 16 && text[10] === "T" && span(text.slice(0, 10)) && patterns.time.test(text.slice(11)) ? null : "answer-datetime";
    case "email": return text.length <= 200 && patterns.email.test(text) ? null : codes.email;
    case "personalNumber": case "phone": case "time": case "nationality": return patterns[field.type].test(text) ? null : codes[field.type];
    case "commune": return known.provinceOf(text) ? null : "answer-choice";
    case "choice": return known.codesOf(field).includes(text) ? null : "answer-choice";
    default: return !(field.type === "longText" ? isLines(text) : isLine(text)) ? "answer-not-a-line" : hasPattern(field, text) ? null : "answer-pattern";
  }
}

/** How many decimals a number may have, and between what it lies. */
export function boundsOf(field) {
  const signed = field.type === "number" || field.type === "integer";
  const decimals = field.type === "integer" || field.type === "money" ? 0 : field.decimals ?? 2;
  return { low: field.min ?? (signed ? -largest : 0), high: field.max ?? largest, decimals };
}

function numberFault(field, value) {
  const { low, high, decimals } = boundsOf(field);
  return value >= low && value <= high && Number(value.toFixed(decimals)) === value ? null : "answer-number";
}

const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);
const partsOf = (field, known) => (field.type === "list" || field.type === "group" ? field.fields : known.composites[field.type]);

// A commune of another province than the one chosen.
function isElsewhere(field, { province, commune }, known) {
  if (!["address", "place", "residence"].includes(field.type) || typeof province !== "string" || !isFilled(province)) return false;
  const home = known.provinceOf(commune);
  return Boolean(home) && home !== province;
}

// What is in the whole and none of its parts, and what is wrong with each part that is asked for.
function entryFaults(path, field, parts, value, known) {
  const strange = Object.keys(value).filter(key => !parts.some(part => part.key === key));
  const unknown = strange.map(key => [`${path}.${key}`, "answer-unknown"]);
  const own = parts.flatMap(part => {
    const given = value[part.key];
    if (isFilled(given)) return faultsOf(`${path}.${part.key}`, part, given, known);
    const asked = !field.fields?.length && isPartShown(field.type, part.key, value) && isPartNeeded(field, part, value);
    return part.required || asked ? [[`${path}.${part.key}`, "answer-missing"]] : [];
  });
  const elsewhere = isPartShown(field.type, "commune", value) && isElsewhere(field, value, known);
  return [...unknown, ...own, ...one(`${path}.commune`, elsewhere && "answer-commune")];
}

function listFaults(path, field, value, known) {
  if (!Array.isArray(value)) return [[path, "answer-kind"]];
  if (value.length < (field.minItems ?? 0) || value.length > (field.maxItems ?? 100)) return [[path, "answer-count"]];
  return value.flatMap((entry, n) => (isObject(entry) ? entryFaults(`${path}[${n}]`, field, field.fields, entry, known) : [[`${path}[${n}]`, "answer-kind"]]));
}

function choicesFault(field, value, known) {
  if (!Array.isArray(value)) return "answer-kind";
  const all = known.codesOf(field);
  return value.every(one => all.includes(one)) && new Set(value).size === value.length ? null : "answer-choice";
}

const one = (path, code) => (code ? [[path, code]] : []);

/**
 * Everything wrong with an answer that was given, as `[path, code]`; conditions between fields are not its matter. `known` has `composites`,
 * `codesOf(field)`, `columnsOf(field)` and `provinceOf(commune)`.
 */
export function faultsOf(path, field, value, known) {
  if (!isFilled(value)) return [];
  if (field.type === "list") return listFaults(path, field, value, known);
  if (field.type === "multiChoice") return one(path, choicesFault(field, value, known));
  if (field.type === "matrix") {
    if (!isObject(value)) return [[path, "answer-kind"]];
    const isListed = ([row, column]) => known.codesOf(field).includes(row) && known.columnsOf(field).includes(column);
    return Object.entries(value).filter(cell => !isListed(cell)).map(([row]) => [`${path}.${row}`, "answer-choice"]);
  }
  if (numbers.includes(field.type)) return one(path, typeof value === "number" ? numberFault(field, value) : "answer-kind");
  if (field.type === "yesNo") return one(path, typeof value === "boolean" ? null : "answer-kind");
  const parts = partsOf(field, known);
  if (parts) return isObject(value) ? entryFaults(path, field, parts, value, known) : [[path, "answer-kind"]];
  return one(path, typeof value === "string" ? textFault(field, trimmed(value).normalize("NFC"), known) : "answer-kind");
}
