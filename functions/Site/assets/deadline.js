import { el, facts } from "./dom.js";
import { get } from "./api.js";
import { day, moment, say } from "./words.js";

const off = ["weekend", "dayOff", "receipt", "afterHours", "paused"];

const span = line => (line.from === line.to ? day(line.from) : `${day(line.from)} – ${day(line.to)}`);

const row = line => el("tr", { class: off.includes(line.verdict) && "off" }, el("th", { scope: "row" }, span(line)),
  el("td", {}, line.sentence, line.source && el("div", { class: "small soft" }, line.source)));

/** When it is due, and why that day: every day with its reason, as on the receipt. */
export async function deadlineCard(path) {
  const deadline = await get(`${path}/deadline`);
  return el("section", { class: "card" }, el("h2", {}, say("dossier.deadline")),
    facts(
      [say("dossier.promised"), moment(deadline.promisedAt)],
      [say("dossier.dueNow"), deadline.dueAt ? deadline.dueAt !== deadline.promisedAt && moment(deadline.dueAt) : say("dossier.clockStands")],
      [say("dossier.term"), deadline.term]),
    el("details", {}, el("summary", {}, say("dossier.dayByDay")),
      el("table", {}, el("caption", { class: "soft small" }, say("dossier.received", { at: moment(deadline.receivedAt) })), el("tbody", {}, deadline.lines.map(row))),
      deadline.notes.map(note => el("p", { class: "small soft" }, note))));
}
