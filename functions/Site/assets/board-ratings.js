import { el } from "./dom.js";
import { get } from "./api.js";
import { moment, pick, say } from "./words.js";

const answer = ([id, value], questions) => `${pick(questions.find(one => one.id === id)?.text) ?? id}: ${value}`;

const verdict = satisfied => el("span", { class: `tag ${satisfied ? "good" : "bad"}` }, say(satisfied ? "board.satisfied" : "board.dissatisfied"));

const rating = (one, questions) => el("li", {},
  el("div", { class: "between" }, el("b", {}, one.code), verdict(one.satisfied)),
  el("div", { class: "soft small" }, moment(one.at)), one.text && el("p", {}, one.text),
  Object.keys(one.answers).length > 0 && el("div", { class: "small" }, Object.entries(one.answers).map(said => answer(said, questions)).join(" · ")));

/** What citizens said of the dossiers of an office; never who. */
export async function ratingsCard(office) {
  const [{ items }, { questions }] = await Promise.all([get(`/api/offices/${office}/ratings?limit=10`), get("/api/rating-questions")]);
  return el("section", { class: "card" }, el("h2", {}, say("board.ratings")),
    items.length ? el("ul", { class: "rows" }, items.map(one => rating(one, questions))) : el("p", {}, say("board.noRating")));
}
