import { announce, el } from "./dom.js";
import { ask, post } from "./api.js";
import { isProvince, urge } from "./board-urge.js";
import { wordsOf } from "./problems.js";
import { has } from "./session.js";
import { pick, say } from "./words.js";

const hand = (one, done) => {
  const what = say("board.hand", one);
  const number = one.overdue > 0 ? "overdue" : "waitingLate";
  return el("li", {},
    el("div", { class: "between" }, el("b", {}, pick(one.name)),
      el("a", { href: `/desk?list=overdue&office=${encodeURIComponent(one.code)}` }, say("board.list"))),
    el("div", { class: "small" }, what),
    isProvince() && urge({ id: `hand-${one.code}`, office: one.code, number, ready: say("board.handReady", { what }) }, done));
};

/** What needs a hand, the worst first, with the act beside it. */
export function handsCard(view, done) {
  const waiting = view.offices.filter(one => one.overdue > 0 || one.waitingLate > 0);
  return el("section", { class: "card" }, el("h2", {}, say("board.hands", { count: waiting.length })),
    waiting.length ? el("ul", { class: "rows" }, waiting.map(one => hand(one, done))) : el("p", { class: "good" }, say("board.noHand")));
}

async function give(code, officer, key) {
  const path = `/api/dossiers/${encodeURIComponent(code)}`;
  const tag = (await ask(path)).headers.get("ETag");
  await post(`${path}/assignment`, { handler: officer.id }, { "If-Match": tag, "Idempotency-Key": key });
  announce(say("board.given", { name: officer.name }));
}

/** Those who could take a dossier that will be late: a leader gives it to one of them here and now. */
export function takers(one, done) {
  if (!one.couldTake.length) return null;
  if (!has("leader")) return el("div", { class: "small soft" }, say("board.couldTake", { names: one.couldTake.map(officer => officer.name).join(", ") }));
  const button = officer => {
    const key = crypto.randomUUID();
    const press = () => give(one.code, officer, key).then(done, error => announce(wordsOf(error)));
    return el("button", { type: "button", class: "second", onclick: press }, say("board.giveTo", { name: officer.name }));
  };
  return el("div", { class: "acts" }, one.couldTake.slice(0, 2).map(button));
}
