import { announce, el, facts, field, fill } from "./dom.js";
import { ask, Refused } from "./api.js";
import { load, onSend } from "./problems.js";
import { day, dayAfter, moment, say, today } from "./words.js";

let lines = 0;

/** An input of one line under its label; several forms of a page may each have one of that name. */
export function line(name, label, more = {}) {
  const id = `in-${name}-${lines += 1}`;
  return field(id, label, el("input", { id, name, maxlength: 500, ...more }));
}

/** What two versions say differently, each as a line; `said` are their facts in words, under the labels people read. */
export const differences = (before, after) => [...new Set([...Object.keys(before), ...Object.keys(after)])]
  .filter(name => (before[name] ?? "") !== (after[name] ?? ""))
  .map(name => el("li", {}, `${name}: `,
    before[name] && el("del", {}, before[name]), before[name] && after[name] && " → ", after[name] && el("ins", {}, after[name])));

const changes = list => (list.length ? el("ul", { class: "small" }, list) : el("p", { class: "soft small" }, say("admin.sameAsBefore")));

const entry = (one, earlier, said) => el("li", {},
  el("b", {}, say("admin.from", { day: day(one.validFrom) })), one.validFrom > today() && el("span", { class: "tag warn" }, say("admin.toCome")),
  one.enteredAt && el("span", { class: "soft small" }, ` ${[one.reason, moment(one.enteredAt), one.enteredBy].filter(Boolean).join(" · ")}`),
  earlier ? changes(differences(said(earlier), said(one))) : facts(...Object.entries(said(one))));

const holding = (versions, from) => versions.filter(one => one.validFrom < from).at(-1);

// The ETag of what stands there already, when an administrator entered something for the same day.
async function standing(address) {
  try {
    const answer = await ask(address);
    return { tag: answer.headers.get("ETag"), version: await answer.json() };
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return { tag: null, version: null };
    throw error;
  }
}

/**
 * Versions of one thing — an office, its hours, a ladder — and a form for the next: what it would change is seen first, then it is entered, and when
 * somebody else was quicker both are shown beside each other.
 * @param {{ versions: () => Promise<readonly any[]>, said: (version: any) => Record<string, string>, address: (from: string) => string,
 *   fields: (latest: any) => { nodes: any[], read: (sent: FormData) => any } }} subject
 */
export async function registerOf({ versions, said, address, fields }) {
  const all = await versions();
  const place = el("div", {});
  const found = el("div", {});
  const { nodes, read } = fields(all.at(-1));
  const form = el("form", { method: "post" }, line("validFrom", say("admin.purposesFrom"), { type: "date", min: dayAfter(today()), required: true }),
    nodes, line("reason", say("admin.purposesReason"), { required: true }), found,
    el("p", { class: "buttons" }, el("button", { class: "second" }, say("admin.seeDifference"))));
  let tag = null;

  async function enter(version) {
    try {
      await ask(address(version.validFrom), { method: "PUT", body: version, headers: tag ? { "If-Match": tag } : {} });
    } catch (error) {
      if (!(error instanceof Refused && error.status === 412)) throw error;
      const theirs = await standing(address(version.validFrom));
      tag = theirs.tag;
      show(version, theirs.version, say("admin.otherWasQuicker"));
      return;
    }
    announce(say("admin.versionEntered", { day: day(version.validFrom) }));
    load(place, () => registerOf({ versions, said, address, fields }));
  }

  function show(version, before, title) {
    const button = el("button", { type: "button", class: "enter" }, say("admin.enterVersion"));
    button.addEventListener("click", () => {
      button.disabled = true;
      enter(version).catch(error => fill(found, el("p", { class: "error", role: "alert" }, error.message)));
    });
    const heading = el("h3", { tabindex: -1 }, title);
    fill(found, el("div", { class: "verdict info" }, heading, changes(differences(before ? said(before) : {}, said(version))),
      el("p", { class: "buttons" }, button)));
    heading.focus();
  }

  onSend(form, async sent => {
    const from = sent.get("validFrom");
    const version = { ...read(sent), validFrom: from, reason: sent.get("reason").trim(), enteredAt: undefined, enteredBy: undefined };
    const already = await standing(address(from));
    tag = already.tag;
    show(version, already.version ?? holding(all, from), say(already.version ? "admin.replaces" : "admin.changesFrom", { day: day(from) }));
  });
  return fill(place, el("ul", { class: "rows versions" }, all.map((one, at) => entry(one, all[at - 1], said))),
    el("details", { class: "next" }, el("summary", {}, say("admin.newVersion")), form));
}

/** What one subject of several is chosen with. */
export const choose = (id, label, options, value) => {
  const select = el("select", { id }, options.map(([code, name]) => el("option", { value: code }, name)));
  if (value) select.value = value;
  return { select, node: el("div", { class: "field" }, el("label", { for: id }, label), select) };
};

