import { byId, el, fill } from "./dom.js";
import { get } from "./api.js";
import { has } from "./session.js";
import { named, say } from "./words.js";

// What each role works off first; everybody may look at the rest.
const order = {
  clerk: ["registered", "competenceUnknown", "supplementRequested", "issued", "linked"],
  officer: ["mine", "received", "assigned", "supplementRequested"],
  leader: ["proposed", "received", "assigned"],
  registrar: ["approved"],
  cashier: ["registered", "financialDuty"],
};
const rest = ["all", "registered", "received", "assigned", "proposed", "approved", "issued", "supplementRequested", "financialDuty", "competenceUnknown",
  "linked"];

const mine = () => Object.keys(order).filter(has).flatMap(role => order[role]);

/** The lists somebody sees, those of their own roles first. */
export const lists = () => [...new Set([...mine(), "overdue", ...rest])];

export const nameOf = list => (list === "mine" ? say("desk.mine") : list === "overdue" ? say("desk.overdue") : named("common.phase", list));

/** The address of a list at an office. */
export const addressOf = (list, office) => `/api/work?limit=50${office}${list === "mine" ? "&mine=true" : `&list=${list === "overdue" ? "all" : list}`}`;

const row = (list, count, current, open) => el("li", {}, el("button", { type: "button", "aria-current": list === current && "true", onclick: () => open(list) },
  nameOf(list), el("b", { class: list === "overdue" && count?.count > 0 ? "tag bad" : null }, count ? `${count.count}${count.more ? "+" : ""}` : "")));

/** Shows the lists with how much lies in each. */
export async function showQueues(current, office, open) {
  const show = counts => fill(byId("queues"), lists().map(list => row(list, counts?.[list], current, open)));
  show(null);
  show(await get(`/api/work-counts?${office}`));
}
