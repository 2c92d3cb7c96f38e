import { announce, el, field, fill } from "./dom.js";
import { ask, get, post, Refused } from "./api.js";
import { complete, wordsOf } from "./problems.js";
import { day, named, pick, say } from "./words.js";

const input = (id, more = {}) => el("input", { id, name: id, maxlength: 500, required: true, ...more });

const wordsOfDay = one => `${day(one.day)} · ${named("admin.kind", one.kind)} · ${pick(one.name)}`;

/** What two plans of a year make differently of a day, each as a line. */
function differences(before, after) {
  const [old, now] = [before, after].map(plan => new Map(plan.entries.map(one => [one.day, wordsOfDay(one)])));
  return [
    ...[...now].filter(([at]) => !old.has(at)).map(([, text]) => el("li", {}, el("ins", {}, text))),
    ...[...old].filter(([at]) => !now.has(at)).map(([, text]) => el("li", {}, el("del", {}, text))),
    ...[...now].filter(([at, text]) => old.has(at) && old.get(at) !== text)
      .map(([at, text]) => el("li", {}, el("del", {}, old.get(at)), " → ", el("ins", {}, text))),
  ];
}

const effects = ["closedDay", "lessTime", "moreTime"];

const touchedLine = line => el("li", {}, [line.code, say("admin.promised", { day: day(line.promisedAt) }), named("admin.effect", line.effect)].join(" · "));

function impact(report) {
  const counts = effects.map(effect => [effect, report.lines.filter(line => line.effect === effect).length]).filter(([, count]) => count);
  const more = report.more ? "+" : "";
  return [
    el("p", { class: `verdict ${report.lines.length ? "warn" : "good"}` }, say("admin.touched", { count: `${report.lines.length}${more}` })),
    el("ul", {}, counts.map(([effect, count]) => el("li", {}, `${named("admin.effect", effect)}: ${count}`))),
    report.lines.length > 0 && el("details", {}, el("summary", {}, say("admin.touchedList")),
      el("ul", { class: "rows small" }, report.lines.slice(0, 100).map(touchedLine))),
  ];
}

/** The days of a year that are not what their weekday says: changed here, looked at by what they touch, and only then entered. */
export async function calendarEditor(year, done) {
  const answer = await ask(`/api/calendar/${year}`);
  const present = await answer.json();
  let tag = answer.headers.get("ETag");
  let entries = [...present.entries];
  const list = el("ul", { class: "rows" });
  const said = el("div", {});
  const source = input("plan-source", { value: present.source });
  const provisional = el("input", { type: "checkbox", id: "plan-provisional", checked: present.provisional });
  const reason = input("plan-reason", { required: true });
  const plan = () => ({ provisional: provisional.checked, source: source.value.trim(), entries, reason: reason.value.trim() });

  const remove = one => { entries = entries.filter(other => other !== one); draw(); };
  function draw() {
    fill(said);
    const sorted = entries.toSorted((one, other) => one.day.localeCompare(other.day));
    fill(list, sorted.map(one => el("li", { class: "between" }, el("span", {}, wordsOfDay(one)),
      el("button", { type: "button", class: "link", onclick: () => remove(one) }, say("admin.removeDay"),
        el("span", { class: "quiet" }, ` ${day(one.day)}`)))));
  }

  const adding = el("form", { method: "post", class: "filters" },
    field("day-day", say("admin.day"), input("day-day", { type: "date", min: `${year}-01-01`, max: `${year}-12-31` })),
    field("day-kind", say("admin.kind"),
      el("select", { id: "day-kind" }, ["dayOff", "workedDay"].map(kind => el("option", { value: kind }, named("admin.kind", kind))))),
    field("day-vi", say("admin.nameVi"), input("day-vi")), field("day-en", say("admin.nameEn"), input("day-en")),
    field("day-source", say("admin.sourceOfDay"), input("day-source")), el("button", { class: "second" }, say("admin.addDay")));
  adding.noValidate = true;
  adding.addEventListener("submit", event => {
    event.preventDefault();
    if (!complete(adding)) return;
    const value = id => adding.querySelector(`#${id}`).value.trim();
    entries = [...entries.filter(one => one.day !== value("day-day")),
      { day: value("day-day"), kind: value("day-kind"), name: { vi: value("day-vi"), en: value("day-en") }, source: value("day-source") }];
    adding.reset();
    draw();
  });

  const conflict = async () => {
    const fresh = await ask(`/api/calendar/${year}`);
    const theirs = await fresh.json();
    tag = fresh.headers.get("ETag");
    return [el("p", {}, say("admin.changedMeanwhile")), el("ul", {}, differences(theirs, { entries }))];
  };
  const fails = async error => fill(said, el("div", { class: "verdict bad", role: "alert" }, wordsOf(error),
    error instanceof Refused && error.code === "calendar-changed" && await conflict()));

  async function enter() {
    await ask(`/api/calendar/${year}`, { method: "PUT", body: plan(), headers: { "If-Match": tag } });
    announce(say("admin.entered", { year }));
    done();
  }

  async function look() {
    const report = await post(`/api/calendar/${year}/trial`, plan());
    const changes = differences(present, { entries });
    fill(said, el("h3", {}, say("admin.impactTitle")), changes.length > 0 && el("ul", {}, changes), impact(report),
      el("p", { class: "buttons" }, el("button", { type: "button", id: "enter-plan", onclick: () => enter().catch(fails) }, say("admin.enter"))));
    said.querySelector("h3").tabIndex = -1;
    said.querySelector("h3").focus();
  }

  draw();
  return [list, adding, field("plan-source", say("admin.planSource"), source), field("plan-reason", say("admin.purposesReason"), reason),
    el("label", { class: "choice", for: "plan-provisional" }, provisional, say("admin.provisional")),
    el("p", { class: "buttons" }, el("button", { type: "button", id: "look-plan", onclick: () => look().catch(fails) }, say("admin.look"))), said];
}

/** Letters to those whose day a changed calendar touches: read first, then sent. */
export async function calendarLetters() {
  const { drafts, more } = await get("/api/calendar-impact/letters");
  if (!drafts.length) return el("p", { class: "soft" }, say("admin.noLetters"));
  const send = async event => {
    event.target.disabled = true;
    await post("/api/calendar-impact/letters", { codes: drafts.map(one => one.code) });
    announce(say("admin.lettersSent", { count: drafts.length }));
  };
  return el("details", {}, el("summary", {}, say("admin.letters", { count: `${drafts.length}${more ? "+" : ""}` })),
    el("ul", { class: "rows small" }, drafts.slice(0, 20).map(one => el("li", {}, el("b", {}, one.subject), el("pre", {}, one.body)))),
    el("p", { class: "buttons" }, el("button", { type: "button", onclick: event => send(event).catch(error => announce(wordsOf(error))) },
      say("admin.sendLetters", { count: drafts.length }))));
}
