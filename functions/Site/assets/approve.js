import { announce, byId, el, fill, show } from "./dom.js";
import { get } from "./api.js";
import { listen } from "./desk-keys.js";
import { openOne } from "./approve-one.js";
import { signAll } from "./approve-sign.js";
import { procedureName } from "./places.js";
import { chooseOffice } from "./office-choice.js";
import { left } from "./phases.js";
import { load } from "./problems.js";
import { desk, has, homeOf, me, mustBe } from "./session.js";
import { say } from "./words.js";

/** @type {readonly Api.WorkItem[]} */
/** @type {readonly Api.WorkItem[]} */
let items = [];
let at = 0;
let turn = 0;
let one = null; // What lies in view: { dossier, tag, path, mayApprove }.
const marked = new Map(); // By code, as it was read: what was read is what is approved.

const office = () => byId("office").value || desk();
const current = () => items[at];

async function line(item, n) {
  const name = await procedureName(item.procedure);
  const press = () => (n === at && one ? show(byId("one").querySelector("h2")) : go(n));
  return el("li", {}, el("button", { type: "button", "data-code": item.code, "aria-current": n === at && "true", onclick: press },
    el("b", {}, item.applicant), el("span", { class: "small" }, name), left(item.dueAt, item.phase),
    marked.has(item.code) && el("span", { class: "tag good" }, `✓ ${say("approve.marked")}`)));
}

async function drawStack() {
  fill(byId("stack"), await Promise.all(items.map(line)));
  byId("stack").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  byId("count").textContent = items.length ? say("approve.count", { count: items.length, marked: marked.size }) : "";
  const bar = byId("sign-bar");
  bar.hidden = marked.size === 0;
  fill(bar, el("button", { type: "button", class: "large", id: "sign", onclick: sign }, say("approve.sign", { count: marked.size }), el("kbd", {}, "Enter")));
}

/** The n-th of the stack comes into view. */
async function go(n, isFirst = false) {
  at = Math.max(0, Math.min(items.length - 1, n));
  one = null;
  const mine = ++turn; // Of two that were asked for, the later one is shown.
  await drawStack();
  await load(byId("one"), async () => {
    if (!items.length) return el("p", { class: "verdict good" }, say("approve.empty"));
    const opened = await openOne(current(), { at: at + 1, count: items.length, isMarked: marked.has(current().code), mark, step, sentBack });
    if (mine !== turn) return [...byId("one").childNodes];
    one = opened;
    return opened.nodes;
  });
  if (mine !== turn) return;
  show(byId("one").querySelector("h2") ?? byId("one"));
  if (!isFirst && matchMedia("(max-width: 61.99rem)").matches) byId("approve").scrollIntoView({ block: "start" });
}

const step = by => items.length && go(at + by);

// The next that is not marked yet comes by itself; behind the last of them waits the signature.
async function mark() {
  if (!one?.mayApprove) return;
  if (marked.delete(one.dossier.code)) { await go(at); return; }
  marked.set(one.dossier.code, one);
  const next = [...items.keys()].map(n => (at + 1 + n) % items.length).find(n => !marked.has(items[n].code));
  if (next !== undefined) await go(next);
  else { await go(at); byId("sign").focus(); }
}

// Out of the stack at once: the list of the office follows a moment later.
function leave(codes) {
  for (const code of codes) marked.delete(code);
  items = items.filter(item => !codes.includes(item.code));
}

async function sentBack(dossier) {
  leave([dossier.code]);
  announce(say("approve.sentBack", { name: dossier.applicant.name }));
  await go(at);
}

async function sign() {
  if (!marked.size) return;
  const failed = await signAll([...marked.values()]);
  if (!failed) return; // Not yet: the question was answered with no.
  leave([...marked.keys()].filter(code => !failed.includes(code)));
  await go(0);
  show(byId("results-name"));
}

async function read() {
  ({ items } = await get(`/api/work?list=proposed&limit=100&office=${office()}`));
  await go(0, true);
}

const press = key => () => byId("one").querySelector(`[data-key="${key}"]`)?.click();

if (mustBe("staff")) {
  if (!has("leader")) location.replace(homeOf(me()));
  else {
    if (!desk()) await chooseOffice(() => { marked.clear(); read(); });
    listen({ j: () => step(1), k: () => step(-1), y: mark, b: press("b"), o: press("o"), Enter: sign });
    await load(byId("one"), async () => { await read(); return [...byId("one").childNodes]; });
  }
}
