import { el } from "./dom.js";
import { nameOf, optionsOf, suggestions } from "./own-lists.js";
import { boundsOf, faultsOf } from "./own-shapes.js";
import { isDate, joinDate, readNumber, splitDate } from "./own-values.js";
import { say } from "./words.js";

const kinds = { phone: "tel", time: "time", datetime: "datetime-local" };
const keyboards = { email: "email", personalNumber: "numeric" };
const numbers = { integer: "numeric", number: "decimal", money: "numeric", area: "decimal" };
const wrong = { "answer-personal-number": "filing.personalNumberWrong", "answer-phone": "filing.phoneWrong", "answer-email": "filing.emailWrong", "answer-name": "filing.nameWrong", "answer-kind": "filing.numberWrong" };
const figure = number => new Intl.NumberFormat("vi-VN").format(number);
const fewest = 7; // From this many on a list is shorter than its choices laid out.

export const idOf = path => path.replace(/[^A-Za-z0-9]+/g, "-");

export const isLaidOut = field => field.type === "yesNo" || (field.type === "choice" && optionsOf(field).length < fewest);

export const isDated = field => field.type === "date" || field.type === "partialDate";

const aboutOf = (field, path) => ({ id: idOf(path), name: path, autocomplete: field.autocomplete ?? "off" });

function selectOf(field, path, value, put) {
  const select = el("select", { ...aboutOf(field, path), onchange: event => put(event.target.value || null) }, el("option", { value: "" }, say("common.choose")), optionsOf(field).map(one => el("option", { value: one.code }, nameOf(one))));
  select.value = value ?? "";
  return select;
}

// What is wrong with it as it stands, said once the step is left.
function messageOf(field, given) {
  const [found] = faultsOf("", field, given, { composites: {} });
  if (!found) return "";
  const { low, high, decimals } = boundsOf(field);
  return found[1] === "answer-number" ? say("filing.numberRange", { low: figure(low), high: figure(high), decimals }) : say(wrong[found[1]] ?? "filing.wrongShape");
}

function typed(field, path, value, put) {
  const keyboard = numbers[field.type];
  const read = event => {
    const text = event.target.value.trim();
    const given = keyboard ? readNumber(text) : (field.type === "phone" ? text.replace(/[ .-]/g, "") : text) || null;
    event.target.setCustomValidity(messageOf(field, given));
    put(given);
  };
  const about = { ...aboutOf(field, path), maxlength: field.maxLength ?? (field.type === "longText" ? 2000 : 300), oninput: read };
  const list = field.type === "longText" ? [] : suggestions(field);
  const input = field.type === "longText" ? el("textarea", about)
    : el("input", { ...about, type: kinds[field.type] ?? "text", inputmode: field.inputmode ?? keyboard ?? keyboards[field.type] ?? null, autocapitalize: field.type === "name" ? "words" : null, list: list.length ? `${idOf(path)}-list` : null });
  input.value = typeof value === "number" ? String(value).replace(".", ",") : value ?? "";
  input.setCustomValidity(messageOf(field, value));
  return list.length ? [input, el("datalist", { id: `${idOf(path)}-list` }, list.map(one => el("option", { value: nameOf(one) })))] : input;
}

/** One box to type into, or one list to choose from. */
export const inputFor = (field, path, value, put) => (optionsOf(field) ? selectOf(field, path, value, put) : typed(field, path, value, put));

/** A few choices laid out, each one touch away. */
export const laidOut = (field, path, value, put) => el("div", { class: "choices" }, optionsOf(field).map(one => {
  const id = `${idOf(path)}-${one.code}`;
  const chosen = () => put(field.type === "yesNo" ? one.code === "true" : one.code);
  return el("label", { class: "choice", for: id }, el("input", { type: "radio", id, name: path, value: one.code, checked: String(value) === one.code, onchange: chosen }), nameOf(one));
}));

/** Day, month and year in three boxes: nobody turns a calendar back to 1950. `fault` hears what is wrong with them. */
export function dateBoxes(field, path, value, put, fault) {
  const partial = field.type === "partialDate";
  const boxes = splitDate(value).map((part, at) => {
    const key = ["d", "m", "y"][at];
    return el("input", { id: `${idOf(path)}-${key}`, name: `${path}.${key}`, inputmode: "numeric", autocomplete: field.autocomplete === "bday" ? ["bday-day", "bday-month", "bday-year"][at] : "off", maxlength: at === 2 ? 4 : 2, value: part, oninput: read });
  });
  function read() {
    const date = joinDate(...boxes.map(box => box.value.trim()));
    fault(date && !isDate(date, partial) ? say(partial ? "filing.partialDateWrong" : "filing.dateWrong") : null);
    put(date);
  }
  if (value) fault(isDate(value, partial) ? null : say("filing.dateWrong"));
  return el("div", { class: "boxes" }, boxes.map((box, at) => el("div", {}, el("label", { class: "small", for: box.id }, say(["filing.day", "filing.month", "filing.year"][at])), box)));
}
