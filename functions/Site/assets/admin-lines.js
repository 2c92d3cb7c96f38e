import { el } from "./dom.js";
import { get } from "./api.js";
import { capital, moment, named, say } from "./words.js";

const colours = { works: "good", down: "bad", unused: "", closed: "" };

/** What went wrong, in words: a code the office knows, or an answer's own number. @param {string} code */
const causeOf = code => {
  const status = /^(http|smtp|portal)-(.*)$/.exec(code);
  return status ? say(`admin.lineCause${capital(status[1])}`, { code: status[2] }) : named("admin.lineCause", code);
};

/** @param {Api.LineView} line */
const facts = line => [
  line.downSince && say("admin.lineDownSince", { at: moment(line.downSince) }),
  line.lastFailure && say(line.state === "down" ? "admin.lineFails" : "admin.lineFailed",
    { at: moment(line.lastFailure), cause: causeOf(line.lastFailureCode) }),
  line.lastSuccess && say("admin.lineWorked", { at: moment(line.lastSuccess) }),
  line.waiting > 0 && say("admin.lineWaiting", { count: line.waiting < 1000 ? line.waiting : "1000+", at: moment(line.waitingSince) }),
  line.dead > 0 && say("admin.lineDead", { count: line.dead < 100 ? line.dead : "100+", at: moment(line.deadSince) }),
].filter(Boolean);

/** @param {Api.LineView} line */
const row = line => el("li", { "data-line": line.line },
  el("div", { class: "between" }, el("b", {}, named("admin.line", line.line)),
    el("span", { class: `tag ${colours[line.state]}` }, named("admin.lineIs", line.state))),
  facts(line).map(text => el("div", { class: "small" }, text)));

const urgency = ["down", "works", "unused", "closed"];

/** Every line out of the office: those that are down first, then what waits for each. */
export async function lines() {
  const all = await get("/api/lines");
  return el("ul", { class: "rows" }, all.toSorted((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state)).map(row));
}
