import { el } from "./dom.js";
import { get } from "./api.js";
import { isProvince, urge } from "./board-urge.js";
import { countedList } from "./counted.js";
import { day, moment, numeral, pick, say } from "./words.js";

const shareOf = one => say("board.share", { part: one.part, whole: one.whole, percent: numeral(one.percent) });

const ready = one => say("board.urgeReady", { name: pick(one.name), share: shareOf(one) });

const list = (one, view) => countedList(`office=${one.office}&number=${one.numbers[0]}&from=${one.day ?? view.from}&to=${one.day ?? view.to}`);

const about = one => [
  pick(one.officeName), one.day && say("board.onDay", { day: day(one.day) }), one.others != null && say("board.others", { percent: numeral(one.others) }),
].filter(Boolean).join(" · ");

const anomaly = (one, view, done) => el("li", {},
  el("div", { class: "between" }, el("b", {}, pick(one.name)), el("span", { class: "tag warn" }, shareOf(one))),
  el("div", { class: "small" }, about(one)),
  el("p", { class: "soft small" }, pick(one.why)), list(one, view), isProvince()
    && urge({ id: `${one.rule}-${one.office}`, office: one.office, number: one.numbers[0], ready: ready(one) }, done));

/** Figures of an office, or of the province, that deviate, each with its dossiers; the province may urge. */
export async function anomaliesCard(office, done) {
  const view = await get(`/api/statistics/anomalies${office ? `?office=${office}` : ""}`);
  return el("section", { class: "card" }, el("h2", {}, say("board.anomalies", { count: view.items.length })),
    el("p", { class: "soft small" }, say("board.anomaliesLead", { from: day(view.from), at: moment(view.cutOff), rules: view.rules })),
    view.items.length ? el("ul", { class: "rows" }, view.items.map(one => anomaly(one, view, done)))
      : el("p", { class: "good" }, say("board.noAnomaly", { count: view.checked })));
}
