import { el, facts } from "./dom.js";
import { get } from "./api.js";
import { pick, say } from "./words.js";

const words = label => pick({ vi: label.vi, en: label.en ?? label.vi });

/** The form as the citizen filled it in, in words; nothing for a dossier without one. */
export async function answersCard(path) {
  const answers = await get(`${path}/answers`).catch(error => { if (error.status === 404 || error.status === 403) return null; throw error; });
  if (!answers?.sections) return null;
  return el("section", { class: "card" }, el("h2", {}, words(answers.definition.name)),
    answers.sections.map(section => [el("h3", {}, words(section.title)), facts(...section.lines.map(line => [words(line.label), line.text]))]),
    answers.withheld && el("p", { class: "soft small" }, say("dossier.withheld")));
}
