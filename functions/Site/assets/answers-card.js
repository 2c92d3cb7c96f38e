import { el, facts } from "./dom.js";
import { get } from "./api.js";
import { officeName } from "./places.js";
import { moment, named, pick, say } from "./words.js";

const words = label => pick({ vi: label.vi, en: label.en ?? label.vi });

const orNothing = text => text || say("dossier.nothing");

const small = (name, text) => el("div", { class: `${name} small` }, text);

// What is taken for true stands first; what was handed in, and what a register says instead, below it.
const valueOf = line => [
  orNothing(line.text),
  line.handedIn != null && small("soft", say("dossier.handedIn", { text: orNothing(line.handedIn) })),
  line.held && small("held", say("dossier.held", { source: line.held.source, text: line.held.text })),
];

async function correction({ at, as, office, lines, reason }) {
  const who = [moment(at), named("common.role", as), office && (await officeName(office))];
  return el("li", {}, small("soft", who.filter(Boolean).join(" · ")),
    lines.map(line => el("div", {}, `${words(line.label)}: ${orNothing(line.before)} → ${orNothing(line.after)}`)),
    el("div", {}, say("dossier.reason", { reason })));
}

const corrections = async list => list && [
  el("h3", {}, say("dossier.corrections")), small("soft", say("dossier.correctionsText")), el("ul", { class: "rows" }, await Promise.all(list.map(correction))),
];

const open = (section, correct, answers) =>
  el("button", { type: "button", class: "link", onclick: () => correct(answers, section) }, say("desk.correct"),
    el("span", { class: "quiet" }, ` ${words(section.title)}`));

const read = (section, correct, answers) => [
  el("div", { class: "between" }, el("h3", {}, words(section.title)), correct && open(section, correct, answers)),
  facts(...section.lines.map(line => [words(line.label), valueOf(line)])),
];

/** The form as it was filled in and corrected, in words; nothing for a dossier without one. `correct` hears of the section somebody wants to put right. */
export async function answersCard(path, correct) {
  const answers = await get(`${path}/answers`).catch(error => { if (error.status === 404 || error.status === 403) return null; throw error; });
  if (!answers?.sections) return null;
  return el("section", { class: "card answers-card" }, el("h2", {}, words(answers.definition.name)),
    answers.notes?.map(note => el("p", { class: "notice small" }, pick(note.message))),
    answers.sections.map(section => read(section, correct, answers)),
    answers.withheld && el("p", { class: "soft small" }, say("dossier.withheld")), await corrections(answers.corrections));
}
