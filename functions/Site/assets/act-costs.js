import { el } from "./dom.js";
import { get } from "./api.js";
import { numeral, pick, say } from "./words.js";

const costly = ["requestSupplement", "extend", "issue", "recordFee", "refuse"];

const points = value => numeral(value, 4);

/** @param {Api.ActCost} cost */
const sentence = cost => [
  cost.points == null ? say("desk.costUnknown", { item: pick(cost.name) })
    : say("desk.costPoints", { item: pick(cost.name), points: points(cost.points), most: points(cost.outOf) }),
  cost.national && say("desk.costNational")].filter(Boolean).join(" ");

/** What an act will cost the office in the index of Decision 766, told before it is done; null where it costs nothing, or nobody could say. */
export async function costsOf(act, path) {
  if (!costly.includes(act)) return null;
  const view = await get(`${path}/act-costs`).catch(() => null); // The act never waits for an estimate.
  const own = view?.items.filter(cost => cost.act === act) ?? [];
  return own.length > 0 && el("div", { class: "verdict warn costs" }, el("p", {}, el("b", {}, say("desk.costs"))),
    el("ul", {}, own.map(cost => el("li", {}, sentence(cost)))), el("p", { class: "small" }, pick(own[0].why)));
}
