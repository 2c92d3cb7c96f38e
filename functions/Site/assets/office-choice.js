import { byId, el } from "./dom.js";
import { centers, shortName } from "./places.js";

/** Somebody of the whole province chooses where to look: the offices in the page's select, which is hidden from others. Answers their codes. */
export async function chooseOffice(changed) {
  const all = await centers();
  byId("office-field").hidden = false;
  byId("office").append(...all.map(one => el("option", { value: one.code }, shortName(one))));
  byId("office").addEventListener("change", changed);
  return all.map(one => one.code);
}
