import { announce, el, fill } from "./dom.js";
import { ask, Refused } from "./api.js";
import { readCsv } from "./csv.js";
import { offices } from "./places.js";
import { told, wordsOf } from "./problems.js";
import { capital, day, named, pick, say, today } from "./words.js";

const most = 200;
const wanted = ["id", "name", "role", "office", "from"];

// One line an appointment; the lines of one person stand under one id.
function people(rows) {
  const missing = wanted.filter(name => !(name in (rows[0] ?? {})));
  if (!rows.length || missing.length) throw told(say("admin.importColumns", { names: missing.join(", ") || wanted.join(", ") }));
  const found = new Map();
  for (const row of rows) {
    const position = row.position ? { title: row.position, rank: row.rank || "other" } : null;
    const one = found.get(row.id) ?? { id: row.id, name: row.name, duties: [], email: row.email || null, phone: row.phone || null, position };
    one.duties.push({ role: row.role, office: row.office, from: row.from, to: row.to || null });
    found.set(row.id, one);
  }
  if (found.size > most) throw told(say("admin.importMost", { most }));
  return [...found.values()];
}

const place = (code, all) => (code === "*" ? say("common.wholeProvince") : pick(all.find(one => one.code === code)?.name) ?? code);

const dutyText = (one, all) => [named("common.role", one.role), place(one.office, all), `${day(one.from)}${one.to ? ` – ${day(one.to)}` : ""}`].join(", ");

// What a person reads of an entry, field by field.
const said = (one, all) => ({
  name: one.name, email: one.email ?? "", phone: one.phone ?? "", position: one.position?.title ?? "",
  duties: one.duties.filter(duty => !duty.to || duty.to >= today()).map(duty => dutyText(duty, all)).sort().join("; "),
});

/** What a line of the file would change: the fields that differ, before and after. A field the file says nothing of stays. */
async function compare(next, all) {
  const answer = await ask(`/api/staff/${encodeURIComponent(next.id)}`).catch(error => {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  });
  if (!answer) {
    const given = Object.entries(said(next, all)).filter(([, after]) => after);
    return { next, tag: null, state: "New", changes: given.map(([name, after]) => ({ name, before: "", after })) };
  }
  const { member } = await answer.json();
  const whole = { ...next, email: next.email ?? member.email, phone: next.phone ?? member.phone, position: next.position ?? member.position };
  const [before, after] = [said(member, all), said(whole, all)];
  const changes = Object.keys(after).filter(name => before[name] !== after[name]).map(name => ({ name, before: before[name], after: after[name] }));
  return { next: whole, tag: answer.headers.get("ETag"), state: changes.length ? "Changed" : "Same", changes };
}

const difference = ({ name, before, after }) => el("div", { class: "small" }, `${say(`admin.field${capital(name)}`)}: `,
  before && el("del", {}, before), before && " → ", el("ins", {}, after || say("admin.importNone")));

const tick = ({ next, state }) => state !== "Same"
  && el("input", { type: "checkbox", value: next.id, checked: true, "aria-label": say("desk.select", { name: next.name }) });

const row = one => el("tr", { "data-id": one.next.id },
  el("td", {}, tick(one)),
  el("th", { scope: "row" }, one.next.name),
  el("td", {}, el("span", { class: `tag ${{ New: "good", Changed: "warn" }[one.state] ?? ""}` }, say(`admin.import${one.state}`))),
  el("td", {}, one.changes.map(difference)), el("td", { class: "said" }));

async function write(one) {
  const headers = one.tag ? { "If-Match": one.tag } : {};
  await ask(`/api/staff/${encodeURIComponent(one.next.id)}`, { method: "PUT", body: one.next, headers });
}

async function confirm(all, place, done) {
  const chosen = [...place.querySelectorAll("input:checked")].map(box => box.value);
  let written = 0;
  for (const one of all.filter(({ next }) => chosen.includes(next.id))) {
    const line = place.querySelector(`[data-id="${CSS.escape(one.next.id)}"]`);
    const why = await write(one).then(() => null, wordsOf);
    fill(line.querySelector(".said"), el("span", { class: `tag ${why ? "bad" : "good"}` }, why ?? say("admin.importWritten")));
    if (!why) { written++; line.querySelector("input").checked = false; line.querySelector("input").disabled = true; }
  }
  announce(say("admin.importDone", { written, count: chosen.length }));
  done();
}

async function show(file, place, done) {
  const all = await offices();
  const found = [];
  for (const next of people(readCsv(await file.text()))) found.push(await compare(next, all));
  const changed = found.filter(one => one.state !== "Same").length;
  const button = el("button", { type: "button", disabled: changed === 0, onclick: () => confirm(found, place, done) }, say("admin.importConfirm"));
  fill(place, el("p", { role: "status" }, say("admin.importFound", { people: found.length, changed })),
    el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("admin.importTitle") }, el("table", {},
      el("thead", {}, el("tr", {}, el("td", {}),
        ["Name", "State", "Changes", "Said"].map(name => el("th", { scope: "col" }, say(`admin.importColumn${name}`))))),
      el("tbody", {}, found.map(row)))),
    el("p", { class: "buttons" }, button));
}

/** Staff from a file: every difference is seen before anything is written, and each person has a result of their own. */
export function staffImport(done) {
  const place = el("div", { id: "import-found" });
  const read = event => {
    const [file] = event.target.files;
    if (file) show(file, place, done).catch(error => fill(place, el("p", { class: "error", role: "alert" }, wordsOf(error))));
    event.target.value = "";
  };
  return el("details", { id: "staff-import" }, el("summary", {}, say("admin.importTitle")), el("p", { class: "soft" }, say("admin.importText")),
    el("div", { class: "field" }, el("label", { for: "import-file" }, say("admin.importFile")),
      el("input", { id: "import-file", type: "file", accept: ".csv,text/csv", onchange: read })), place);
}
