import { el } from "./dom.js";
import { get, post } from "./api.js";
import { told, wordsOf } from "./problems.js";
import { day, language, named, pick, say } from "./words.js";

const quiet = ["version", "certainty", "validFrom", "validTo", "code", "oldCodes", "sources"];

const isText = value => value && typeof value === "object" && "vi" in value && Object.keys(value).every(key => key === "vi" || key === "en");

// A version as lines, one for each fact, under the part of it they belong to.
function lines(value, path = []) {
  if (value == null || value === "" || (Array.isArray(value) && !value.length)) return [];
  if (isText(value)) return [[path.join("."), value[language]]];
  if (typeof value !== "object") return [[path.join("."), String(value)]];
  const named = Array.isArray(value) ? value.map((one, at) => [one?.id ?? one?.code ?? at + 1, one]) : Object.entries(value);
  return named.flatMap(([key, one]) => lines(one, [...path, key]));
}

function differences(before, after) {
  const kept = version => Object.fromEntries(Object.entries(version).filter(([key]) => !quiet.includes(key)));
  const [old, now] = [before, after].map(version => new Map(lines(kept(version))));
  return [...new Set([...old.keys(), ...now.keys()])].filter(path => old.get(path) !== now.get(path))
    .map(path => ({ path, before: old.get(path), after: now.get(path) }));
}

const line = ({ path, before, after }) => el("li", {}, el("b", {}, named("admin.part", path.split(".")[0])), " ",
  el("span", { class: "soft small" }, path.split(".").slice(1).join(" · ")), el("div", {},
  before != null && el("del", {}, before), before != null && after != null && " → ", after != null && el("ins", {}, after)));

function version({ version: one }, n, all) {
  const before = all[n - 1]?.version;
  const changes = before ? differences(before, one) : [];
  const seen = `/procedure?code=${encodeURIComponent(one.code)}&on=${one.validFrom}`;
  return el("li", {},
    el("div", { class: "between" }, el("b", {}, say("admin.from", { day: day(one.validFrom) })), el("a", { href: seen }, say("admin.asCitizen"))),
    el("div", { class: "soft small" }, [pick(one.name), one.legalBases?.[0]].filter(Boolean).join(" · ")),
    before && el("details", {}, el("summary", {}, say("admin.changes", { count: changes.length })), el("ul", { class: "rows" }, changes.map(line))));
}

/** Every version of a procedure on its day, what each changed, and how a citizen sees it. */
export async function versionsOf(code) {
  const { items } = await get(`/api/procedures/${code}/versions`);
  return el("ol", { class: "steps" }, items.map(version));
}

// What citizens read for each key of the form; a key that is gone keeps its own name.
function labels(node, found = {}) {
  if (node && typeof node === "object") {
    if (typeof node.key === "string" && node.label) found[node.key] ??= pick(node.label) ?? node.label.vi;
    Object.values(node).forEach(one => labels(one, found));
  }
  return found;
}

const keys = (title, list, names) => list.length > 0 && [el("h3", {}, title), el("ul", {}, list.map(key => el("li", {}, names[key] ?? key)))];

const drafts = (found, names) => found && [
  el("p", {}, say("admin.trialDrafts", { open: found.open, whole: found.whole, part: found.inPart })),
  found.askedAgain.length > 0
    && el("ul", {}, found.askedAgain.map(one => el("li", {}, say("admin.trialAgain", { key: names[one.key] ?? one.key, count: one.drafts })))),
];

// Every place that contradicts itself, in words: what has to be put right in the file.
const refused = error => el("div", { class: "verdict bad", role: "alert" }, el("p", {}, wordsOf(error)),
  el("ul", {}, (error.problem?.faults ?? []).map(fault => el("li", {}, el("code", {}, fault.place), ` – ${pick(fault.what)}`))));

/** A new form as citizens would meet it, and what becomes of their drafts, without entering it: `file` is its definition. */
export async function tryForm(file) {
  const form = await file.text().then(JSON.parse).catch(() => { throw told(say("admin.trialNotJson")); });
  const found = await post(`/api/forms/${encodeURIComponent(form.id ?? "")}/trial`, form).catch(error => /** @type {Error} */ (error));
  if (found instanceof Error) return refused(found);
  const names = labels(form);
  return [
    el("p", { class: "verdict good" }, say("admin.trialGood", { id: found.id, version: found.version })), drafts(found.drafts, names),
    keys(say("admin.trialAsked"), found.askedAnew, names), keys(say("admin.trialCarried"), found.carried, names),
    keys(say("admin.trialDropped"), found.dropped, names),
  ];
}
