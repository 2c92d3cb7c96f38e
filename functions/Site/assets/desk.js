import { announce, byId, el } from "./dom.js";
import { titleOf } from "./acts.js";
import { showBatch } from "./desk-batch.js";
import { DeskDossier, keepPlace } from "./desk-dossier.js";
import { ask, toList } from "./desk-list.js";
import { help, listen } from "./desk-keys.js";
import { deskRow, isLate } from "./desk-row.js";
import { undo, undoAll, undoOf } from "./desk-undo.js";
import { load, wordsOf } from "./problems.js";
import { chooseOffice } from "./office-choice.js";
import { addressOf, lists, nameOf, showQueues } from "./queues.js";
import { desk, has, mustBe } from "./session.js";
import { say } from "./words.js";

// List, office and dossier stand in the address: going back shows what was there, and a link leads a colleague to it.
const state = () => new URLSearchParams(location.search);
const change = (values, replace = false) => {
  const query = state();
  for (const [name, value] of Object.entries(values)) value ? query.set(name, value) : query.delete(name);
  history[replace ? "replaceState" : "pushState"](null, "", `?${query}`);
};
const list = () => (lists().includes(state().get("list")) ? state().get("list") : lists()[0]);
const office = () => (state().get("office") ? `&office=${state().get("office")}` : "");
let shown = [];
let next = null;

const selected = () => [...byId("items").querySelectorAll("input:checked")].map(box => box.value);
const rowOf = code => byId("items").querySelector(`tr[data-code="${CSS.escape(code)}"]`);
const may = act => ({ accept: has("clerk"), return: has("clerk"), take: has("officer"), approve: has("leader") }[act]);

const row = item => deskRow(item, desk() ?? state().get("office"), () => openDossier(item.code), selectionChanged);

const selectionChanged = () => showBatch(selected(), may, async (failed, words, act, done) => {
  await showList(failed);
  announce(words, undoAll(act, done, () => showList(selected())));
});

const asked = (words = state().get("q")) => (words
  ? { address: `/api/search?q=${encodeURIComponent(words)}&limit=50${office()}`, title: say("desk.foundFor", { words }) }
  : { address: addressOf(list(), office()), title: nameOf(list()), kept: list() === "overdue" ? isLate : undefined });

function follows(found) {
  next = found.next;
  byId("more").hidden = !next;
}

/** The present list anew; the dossiers of `kept` that are still in it stay ticked. */
async function showList(kept = []) {
  byId("every").checked = false;
  showBatch([], may, () => {});
  showQueues(state().get("q") ? null : list(), office(), openList).catch(wordsOf);
  await load(byId("items"), async () => {
    const found = await ask(asked(), row);
    if (!found) return [...byId("items").children];
    follows(found);
    shown = found.items;
    byId("shown").textContent = shown.length ? say("desk.shown", { count: shown.length, more: next ? "+" : "" }) : "";
    return shown.length ? found.rows : el("tr", {}, el("td", { colspan: 7, class: "soft" }, say("desk.empty")));
  });
  for (const one of kept.map(rowOf).filter(Boolean)) one.querySelector("input").checked = true;
  if (selected().length) selectionChanged();
}

async function showMore() {
  const found = await ask(asked(), row, next);
  if (!found) return;
  follows(found);
  shown.push(...found.items);
  byId("items").append(...found.rows);
}

function openList(name) {
  change({ list: name, q: null, code: null });
  closePane();
  showList().then(toList);
}

const pane = new DeskDossier(acted, () => { change({ code: null }); closePane(); });

function mark(code) {
  for (const one of byId("items").querySelectorAll("[aria-selected]")) one.removeAttribute("aria-selected");
  rowOf(code)?.setAttribute("aria-selected", "true");
}

function openDossier(code, replace = false) {
  change({ code }, replace);
  mark(code);
  return pane.open(code);
}

function closePane() {
  keepPlace(false);
  pane.code = null;
  byId("q").blur();
}

const again = code => showList(selected()).then(() => openDossier(code, true));
// The next of the list opens by itself: hands stay on the keys.
async function acted(act, dossier, after) {
  const at = shown.findIndex(item => item.code === dossier.code);
  const following = shown[at + 1] ?? shown[at - 1];
  await showList(selected().filter(code => code !== dossier.code));
  announce(say("dossier.done", { act: titleOf(act) }) + ` ${dossier.applicant.name}`, undoOf(act, dossier, after?.version, again));
  const there = shown.some(item => item.code === following?.code) ? following.code : shown[0]?.code;
  if (there && at >= 0) await openDossier(there, true);
  else await pane.open(dossier.code);
}

const step = by => {
  const at = shown.findIndex(item => item.code === pane.code);
  const item = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
  if (item) openDossier(item.code, Boolean(pane.code));
};

const tick = () => {
  const box = rowOf(pane.code ?? shown[0]?.code)?.querySelector("input");
  if (box) { box.checked = !box.checked; selectionChanged(); }
};

const keys = { j: () => step(1), k: () => step(-1), x: tick, Enter: () => step(pane.code ? 0 : 1), Escape: () => pane.code && pane.close(),
  "/": () => byId("q").focus(), n: () => has("clerk") && location.assign("/counter"), "?": help,
  ...Object.fromEntries(["a", "t", "g", "s", "p", "y", "r", "i", "h", "f", "v", "[", "]"].map(key => [key, () => pane.press(key)])), z: undo };

async function fillOffices() {
  if (desk()) return;
  const codes = await chooseOffice(() => { change({ office: byId("office").value, code: null }); closePane(); showList(); });
  if (!state().get("office")) change({ office: codes[0] }, true);
  byId("office").value = state().get("office");
}

async function follow() {
  byId("q").value = state().get("q") ?? "";
  await showList();
  const code = state().get("code");
  if (code) { mark(code); await pane.open(code); } else closePane();
}

keepPlace(Boolean(state().get("code")));

if (mustBe("staff")) {
  await fillOffices();
  byId("search").addEventListener("submit", event => { event.preventDefault(); change({ q: byId("q").value.trim(), code: null }); follow(); });
  byId("every").addEventListener("change", event => { byId("items").querySelectorAll("input").forEach(box => { box.checked = event.target.checked; }); selectionChanged(); });
  byId("more").addEventListener("click", () => showMore().catch(error => announce(wordsOf(error))));
  byId("help").addEventListener("click", help);
  addEventListener("popstate", follow);
  listen(keys);
  await follow();
}
