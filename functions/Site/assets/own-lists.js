import { el } from "./dom.js";
import { get } from "./api.js";
import { pick, say } from "./words.js";

const asked = {};
const home = "11"; // Điện Biên.

/** Fetches the code lists a form chooses from, so that drawing it waits for nothing. */
export const fetchLists = async ids => {
  const missing = ids.filter(id => id !== "communes" && !(id in asked));
  if (missing.length) (await get(`/api/lists?ids=${missing.join(",")}`)).lists.forEach(list => { asked[list.id] = list.items; });
};

const inGroup = {};

const communesOf = province => (inGroup[province] ??= get(`/api/lists/communes?group=${province}&limit=200`).then(list => list.items));

export const nameOf = one => pick({ vi: one.vi ?? one.label?.vi, en: one.en ?? one.label?.en ?? one.vi ?? one.label?.vi });

/** What may be chosen, `{code, vi, en}`: of a list, whole or in part, or of the form itself; null for what is typed. */
export function optionsOf(field) {
  if (field.type === "yesNo") return [{ code: "true", vi: say("filing.yes"), en: say("filing.yes") }, { code: "false", vi: say("filing.no"), en: say("filing.no") }];
  if (field.type === "nationality") return asked.nationalities;
  if (!["choice", "multiChoice", "matrix"].includes(field.type)) return null;
  const all = asked[field.list] ?? [];
  return field.options?.length ? field.options.map(one => (typeof one === "string" ? all.find(item => item.code === one) : one)) : all;
}

export const columnsOf = field => field.columns ?? asked[field.columnsList] ?? [];

/** The heading over the rows of a table that belong together. */
export const groupName = (field, code) => nameOf(asked[field.groupBy]?.find(item => item.code === code) ?? { vi: code });

export const suggestions = field => asked[field.suggestList] ?? [];

/** A list of communes, of the province chosen beside it; ours until one is. */
export function communeList(about, chosen, province) {
  const select = el("select", about);
  const draw = async () => {
    const items = await communesOf(province() || home);
    select.replaceChildren(el("option", { value: "" }, say("common.choose")), ...items.map(item => el("option", { value: item.code }, item.vi)));
    select.value = chosen() ?? "";
  };
  select.addEventListener("redraw", draw);
  draw();
  return select;
}

/** The province of a commune that was chosen first. */
export const homeProvince = home;
