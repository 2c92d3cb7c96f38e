import { el, facts } from "./dom.js";
import { get } from "./api.js";
import { load } from "./problems.js";
import { has } from "./session.js";
import { moment, say } from "./words.js";

const readers = ["clerk", "officer", "leader", "supervisor", "auditor", "administrator"];

const told = ({ known, version, lines, files, lastError, attempts, triedAt, acceptedAt }) => facts(
  [say("desk.portalState"), say(known ? "desk.portalKnown" : "desk.portalUnknown")],
  [say("desk.portalTaken"), known && say("desk.portalUpTo", { version, lines })],
  [say("desk.portalFiles"), known && files != null && String(files)],
  [say("desk.portalAccepted"), acceptedAt && moment(acceptedAt)],
  [say("desk.portalTried"), triedAt && moment(triedAt)],
  [say("desk.portalError"), lastError && say("desk.portalRefused", { error: lastError, attempts })]);

/** How far the National Portal has taken the dossier, asked for when it is opened. */
export function portalCard(path) {
  if (!readers.some(has)) return null;
  const place = el("div", {});
  const show = () => load(place, async () => told(await get(`${path}/portal-ledger`)));
  return el("details", { class: "card", id: "portal", ontoggle: event => event.target.open && show() }, el("summary", {}, say("desk.portal")), place);
}
