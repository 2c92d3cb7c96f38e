import { el } from "./dom.js";
import { day, moment, say } from "./words.js";

const tones = { issued: "good", returned: "good", supplementRequested: "warn", financialDuty: "warn", posting: "warn", notAccepted: "bad", stopped: "bad" };
const over = ["returned", "notAccepted", "withdrawn", "stopped", "issued"];
const standing = ["supplementRequested", "financialDuty", "posting"]; // The clock stands still; a date would mislead.
const dayLength = 24 * 3600 * 1000;

export const toneOf = phase => tones[phase] ?? "";

export const phaseTag = (phase, name) => el("span", { class: `tag ${toneOf(phase)}` }, name);

/** The date a dossier is due, in the colour of its urgency and in words, for colours alone say nothing to many. */
export function due(at, phase) {
  if (!at || standing.includes(phase)) return null;
  if (over.includes(phase)) return el("span", { class: "soft small" }, say("common.due", { day: day(at) }));
  const left = Date.parse(at) - Date.now();
  const [tone, word] = left < 0 ? ["bad", "common.overdue"] : left < dayLength ? ["warn", "common.dueSoon"] : ["", "common.due"];
  return el("span", { class: `tag ${tone}`, title: moment(at) }, say(word, { day: day(at) }));
}

const hour = 3600 * 1000;

const span = milliseconds => {
  const hours = Math.floor(Math.abs(milliseconds) / hour);
  return hours >= 48 ? say("common.days", { count: Math.floor(hours / 24) }) : hours >= 24 ? say("common.dayHours", { hours: hours - 24 }) : say("common.hours", { count: hours });
};

/** How long is left, in words and colour, for a list where lines are compared. */
export function left(at, phase, word = "common.left") {
  if (!at || standing.includes(phase) || over.includes(phase)) return null;
  const rest = Date.parse(at) - Date.now();
  const tone = rest < 0 ? "bad" : rest < dayLength ? "warn" : "";
  return el("span", { class: `left ${tone}`, title: moment(at) }, rest < 0 ? say("common.lateBy", { span: span(rest) }) : say(word, { span: span(rest) }));
}
