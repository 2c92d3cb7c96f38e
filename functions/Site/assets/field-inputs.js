import { el } from "./dom.js";
import { get } from "./api.js";
import { pick, say } from "./words.js";

const text = { name: "text", personalNumber: "numeric", phone: "tel", email: "email", integer: "numeric", money: "numeric", area: "decimal", partialDate: "text", agency: "text", text: "text" };
const native = { date: "date", time: "time", datetime: "datetime-local" };
const lists = { nationality: "nationalities" };

const part = (key, type, list) => ({ key, type, list });
const place = [part("province", "choice", "provinces"), part("commune", "commune"), part("detail", "text")];

/** What a composite answer consists of. */
export const partsOf = type => ({
  address: place,
  place: [part("country", "nationality"), ...place],
  residence: [part("kind", "choice", "residence-kinds"), ...place],
  identityDocument: [part("kind", "choice", "identity-documents"), part("number", "text"), part("issuedOn", "date"), part("issuedBy", "text")],
  ethnicity: [part("code", "choice", "ethnic-groups")],
  registerEntry: [part("number", "text"), part("book", "text"), part("date", "partialDate"), part("agency", "text")],
  bankAccount: [part("holder", "name"), part("number", "text"), part("bank", "text")],
}[type] ?? null);

const asked = {};

const itemsOf = id => (asked[id] ??= get(`/api/lists/${id}?limit=200`).then(list => list.items.map(item => ({ code: item.code, name: pick({ vi: item.vi, en: item.en ?? item.vi }) }))));

const nameOf = one => pick(one.label ?? one.name ?? { vi: one.vi, en: one.en ?? one.vi });

// Choices come from a list, whole or in part, or stand in the form itself.
async function choicesOf(field) {
  if (field.type === "yesNo") return [{ code: "true", name: say("filing.yes") }, { code: "false", name: say("filing.no") }];
  const list = field.list ?? lists[field.type];
  if (!list) return (field.options ?? []).map(one => ({ code: one.code, name: nameOf(one) }));
  const wanted = field.options?.map(one => one.code ?? one);
  const all = await itemsOf(list);
  return wanted?.length ? all.filter(item => wanted.includes(item.code)) : all;
}

const isChoice = field => field.type === "yesNo" || field.type === "choice" || field.type === "nationality";

const home = "11";

const optionOf = item => el("option", { value: item.code }, item.name);

// The communes of the province chosen beside it; ours until one is.
async function communeOf(same) {
  const select = el("select", same);
  const draw = async province => {
    const list = await get(`/api/lists/communes?group=${province || home}&limit=200`);
    const before = select.value;
    select.replaceChildren(el("option", { value: "" }, say("common.choose")), ...list.items.map(item => optionOf({ code: item.code, name: item.vi })));
    select.value = before;
  };
  await draw(home);
  addEventListener("change", event => { if (event.target.name === same.name.replace(/commune$/, "province")) draw(event.target.value); });
  return select;
}

/** The input of one answer, or of one part of it. */
export async function inputOf(field, name, id) {
  const same = { id, name, autocomplete: field.autocomplete ?? "off" };
  if (field.type === "commune") return communeOf(same);
  if (isChoice(field)) return el("select", same, el("option", { value: "" }, say("common.choose")), (await choicesOf(field)).map(item => el("option", { value: item.code, selected: String(field.default) === item.code }, item.name)));
  if (field.type === "longText") return el("textarea", { ...same, maxlength: field.maxLength ?? 2000 });
  if (field.type in native) return el("input", { ...same, type: native[field.type] });
  return el("input", { ...same, type: "text", inputmode: field.inputmode ?? text[field.type], maxlength: field.maxLength ?? 300, pattern: field.pattern?.replace(/^\^|\$$/g, ""), "data-wrong": field.pattern && say("filing.wrongShape"), autocapitalize: field.type === "name" ? "words" : null, value: field.default ?? "" });
}

/** Types this page can ask for; the others are filled in with the officer. */
export const isAskable = field => isChoice(field) || field.type in text || field.type in native || field.type === "longText" || field.type === "commune" || partsOf(field.type) !== null;
