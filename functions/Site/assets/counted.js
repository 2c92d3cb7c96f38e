import { el } from "./dom.js";
import { get } from "./api.js";
import { load } from "./problems.js";
import { procedureName } from "./places.js";
import { me } from "./session.js";
import { moment, say } from "./words.js";

const roles = ["clerk", "officer", "leader", "registrar", "supervisor", "auditor"];

/** Whether the office would show somebody the dossiers behind its numbers. */
export const maySee = office => me()?.kind === "staff"
  && me().duties.some(duty => roles.includes(duty.role) && (duty.office === "*" || duty.office === office));

const dossier = async found => el("li", {}, el("a", { class: "name", href: `/desk?code=${encodeURIComponent(found.code)}` }, found.code),
  el("div", { class: "soft small" }, await procedureName(found.procedure), ` · ${moment(found.since)}`));

/** A number, or its name, as a link to its dossiers for those who may see them; `query` names period, office and procedure. */
export const countedLink = (shown, name, query, office) =>
  (shown && maySee(office || "*") ? el("a", { href: `/stats?${query}&number=${name}` }, shown) : shown);

/** The dossiers behind a number, asked for when it is opened, or at once; `query` names number, period and office. */
export function countedList(query, atOnce = false) {
  const place = el("ul", { class: "rows" });
  const read = async () => {
    const { items, next } = await get(`/api/statistics/dossiers?${query}&limit=20`);
    return [await Promise.all(items.map(dossier)), !items.length && el("li", {}, say("common.nothing")), next && el("li", { class: "soft" }, "…")];
  };
  const open = event => event.target.open && !place.childElementCount && load(place, read);
  return el("details", { ontoggle: open, open: atOnce }, el("summary", {}, say("common.behind")), place);
}
