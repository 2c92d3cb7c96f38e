import { el, fill } from "./dom.js";
import { get } from "./api.js";
import { choose, line, registerOf } from "./admin-register.js";
import { centers, shortName } from "./places.js";
import { load } from "./problems.js";
import { desk } from "./session.js";
import { say } from "./words.js";

const dayOf = text => text.split("-").reverse().join("/");

const hour = time => time.slice(0, 5);

const shiftsOf = season => season.shifts.map(shift => `${hour(shift.opens)}–${hour(shift.closes)}`).join(", ");

/** @param {Api.HoursVersion} version */
const said = version => ({
  ...Object.fromEntries(version.seasons.map((season, n) => [
    say("admin.hoursSeason", { n: n + 1 }), `${dayOf(season.from)} – ${dayOf(season.to)}: ${shiftsOf(season)}`])),
  [say("admin.purposesSource")]: version.source,
});

const time = (name, label, value) => line(name, label, { type: "time", value: value ? hour(value) : "" });

const pattern = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

const seasonDay = (name, label, value) => line(name, label, { pattern, placeholder: "04-16", "data-wrong": say("admin.hoursDayWrong"), value: value ?? "" });

// The second season may be left empty where the whole year is alike; a shift too.
const seasonFields = (season, n) => el("fieldset", { class: "field" }, el("legend", {}, say("admin.hoursSeason", { n: n + 1 })),
  el("div", { class: "filters" },
    seasonDay(`seasons[${n}].from`, say("admin.hoursFrom"), season?.from), seasonDay(`seasons[${n}].to`, say("admin.hoursTo"), season?.to)),
  [0, 1].map(m => el("div", { class: "filters" },
    time(`seasons[${n}].shifts[${m}].opens`, say(m ? "admin.hoursOpensAgain" : "admin.hoursOpens"), season?.shifts[m]?.opens),
    time(`seasons[${n}].shifts[${m}].closes`, say(m ? "admin.hoursClosesAgain" : "admin.hoursCloses"), season?.shifts[m]?.closes))));

function seasonRead(sent, n) {
  const given = name => sent.get(`seasons[${n}].${name}`);
  const shifts = [0, 1].map(m => ({ opens: given(`shifts[${m}].opens`), closes: given(`shifts[${m}].closes`) }))
    .filter(({ opens, closes }) => opens || closes);
  return given("from") || given("to") ? [{ from: given("from"), to: given("to"), shifts }] : [];
}

const fieldsOf = office => latest => ({
  nodes: [el("p", { class: "hint" }, say("admin.hoursHint")), [0, 1].map(n => seasonFields(latest.seasons[n], n)),
    line("source", say("admin.purposesSource"), { value: latest.source, required: true })],
  read: sent => ({ office: office(), source: sent.get("source").trim(), seasons: [0, 1].flatMap(n => seasonRead(sent, n)) }),
});

/** The hours of the province and of each office that keeps its own; dates promised before stay as they were counted. */
export async function hoursEditor() {
  const place = el("div", {});
  const own = desk();
  const places = (await centers()).filter(one => !own || one.code === own).map(one => [one.code, shortName(one)]);
  const { select, node } = choose("edited-hours", say("admin.office"), own ? places : [["*", say("common.wholeProvince")], ...places]);
  const versions = async () => {
    const all = await get("/api/office-hours");
    const theirs = all.filter(one => one.office === select.value);
    return theirs.length ? theirs : all.filter(one => one.office === "*"); // Until it has its own, an office keeps the province's.
  };
  const show = () => load(place, () => registerOf({
    versions, said, fields: fieldsOf(() => select.value), address: from => `/api/office-hours/${encodeURIComponent(select.value)}/versions/${from}`,
  }));
  select.addEventListener("change", show);
  show();
  return fill(el("div", {}), node, place);
}

