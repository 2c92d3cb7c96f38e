import { isFilled, span } from "./eform-rules.js";

const home = "VN";
const isHome = value => typeof value?.country !== "string" || !isFilled(value.country) || value.country === home;
const inVietnam = ["province", "commune"];

// Parts only one choice asks for; when somebody agreed is the moment of the sending.
const shownParts = {
  place: (part, value) => !inVietnam.includes(part) || isHome(value),
  residence: (part, value) => !inVietnam.includes(part) || isHome(value),
  identityDocument: (part, value) => part !== "otherName" || value?.kind === "8",
  ethnicity: (part, value) => part !== "other" || value?.code === "other",
  consent: part => part !== "at",
};

/** Whether a part of a composite answer is asked for, given the others. */
export const isPartShown = (type, part, value) => shownParts[type]?.(part, value) ?? true;

/** Whether that part may not stay empty once the whole is given: as the office holds it. */
export function isPartNeeded(field, part, value) {
  if (part.required || part.key === "otherName" || part.key === "other") return true;
  if (!["address", "place", "residence"].includes(field.type)) return false;
  return inVietnam.includes(part.key) ? isHome(value) : part.key === "detail" && (!field.detailOptional || !isHome(value));
}

/** A number as people write it: 1.000.000 or 12,5. Not a number: the text itself, for the office to refuse. */
export function readNumber(text) {
  const plain = text.replace(/\s/g, "");
  if (plain === "") return null;
  const number = Number(/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll(".", "").replace(",", ".") : plain.replace(",", "."));
  return Number.isFinite(number) ? number : text;
}

/** Day, month and year as they were typed, as yyyy-MM-dd or what is known of it; a text no calendar has when they make no date. */
export function joinDate(day, month, year) {
  if (!day && !month && !year) return null;
  const two = text => text.padStart(2, "0");
  return [year, month && two(month), day && two(day)].filter((part, at) => part || at === 0 || (at === 1 && day)).join("-");
}

export const splitDate = text => { const [year = "", month = "", day = ""] = (text ?? "").split("-"); return [day, month, year].map((part, at) => (at === 2 ? part : part.replace(/^0/, ""))); };

/** Whether it is a day there is; of a partial date the year or the month is enough. */
export const isDate = (text, partial) => { const days = span(text); return days !== null && (partial || text.length === 10); };

const partsOf = (field, composites) => (field.type === "list" || field.type === "group" ? field.fields : composites[field.type]);

function cleanParts(field, value, composites) {
  const parts = partsOf(field, composites).filter(part => isPartShown(field.type, part.key, value));
  return Object.fromEntries(parts.map(part => [part.key, clean(part, value?.[part.key], composites)]).filter(([, given]) => isFilled(given)));
}

/** An answer as it is sent: nothing empty, no part nobody was asked for. */
export function clean(field, value, composites) {
  if (!isFilled(value)) return null;
  if (field.type === "list") return value.map(entry => cleanParts(field, entry, composites));
  return partsOf(field, composites) ? cleanParts(field, value, composites) : value;
}
