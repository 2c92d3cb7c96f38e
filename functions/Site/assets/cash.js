import { announce, byId, el, facts, fill, show } from "./dom.js";
import { ask, get, post } from "./api.js";
import { cashBook } from "./cash-book.js";
import { cashQr } from "./cash-qr.js";
import { refunds } from "./cash-refunds.js";
import { fileButton } from "./file-button.js";
import { payable } from "./pay-card.js";
import { load, onSend, told, wordsOf } from "./problems.js";
import { officeName, procedureName } from "./places.js";
import { renew } from "./renew.js";
import { desk, has, mustBe } from "./session.js";
import { money, pick, say, today } from "./words.js";

const office = desk();
const chosen = byId("chosen");

const dayShown = () => byId("day").value || today();

const showBook = (show = renew) => show(byId("book"), () => cashBook(office, dayShown(), showBook));

const showRefunds = (show = renew) => show(byId("refunds"), () => refunds(office, showRefunds));

const receiptButton = (dossier, n) =>
  fileButton(say("cash.print"), `/api/dossiers/${encodeURIComponent(dossier.code)}/receipts/${n}`, `${dossier.code}-${n}.pdf`, { class: "large" });

// The receipt is the last thing of the account: the money has just come.
async function taken(dossier) {
  const n = dossier.fee.receipts.length;
  show(fill(chosen, el("div", { class: "verdict good" }, el("h2", {}, `✓ ${say("cash.taken", { amount: money(dossier.fee.receipts[n - 1].amount) })}`),
    facts([say("cash.receipt"), dossier.fee.receipts[n - 1].number], [say("cash.code"), dossier.code], [say("cash.left"), money(payable(dossier.fee))])),
    el("p", { class: "buttons" }, receiptButton(dossier, n), el("button", { type: "button", class: "second", onclick: next }, say("cash.next")))));
  byId("day").value = today();
  await showBook();
}

function next() {
  chosen.hidden = true;
  byId("q").value = "";
  byId("q").focus();
}

function takeForm(dossier, path, tag) {
  const key = crypto.randomUUID(); // One for this money: pressed twice, or sent again over a bad line, it is one receipt.
  const form = el("form", { method: "post" },
    el("div", { class: "field" }, el("label", { for: "amount" }, say("cash.amount")),
      el("input", { id: "amount", name: "amount", type: "number", min: 1, max: payable(dossier.fee), step: 1, required: true, value: payable(dossier.fee) })),
    el("p", { class: "buttons" }, el("button", { class: "large" }, say("cash.takeNow"))));
  onSend(form, async given => {
    await taken(await post(`${path}/cash`, { amount: Number(given.get("amount")) }, { "If-Match": tag, "Idempotency-Key": key }));
  });
  return form;
}

async function choose(code) {
  const path = `/api/dossiers/${encodeURIComponent(code)}`;
  const answer = await ask(path);
  const dossier = await answer.json();
  const owes = payable(dossier.fee);
  const may = dossier.mayDo.includes("recordFee");
  fill(chosen, el("section", { class: "card", "data-chosen": "" }, el("h2", {}, dossier.code),
    facts([say("cash.payer"), dossier.applicant.name], [say("cash.procedure"), await procedureName(dossier.procedure.code)],
      [say("cash.phase"), pick(dossier.phaseName)],
      ...dossier.fee.items.map(item => [pick(item.name), item.amount == null ? say("cash.amountUnknown") : money(item.amount)]),
      [say("cash.left"), money(owes)]),
    owes > 0 && may ? [takeForm(dossier, path, answer.headers.get("ETag")), cashQr(path, async () => taken(await get(path)))]
      : el("p", { class: "warn" }, say(owes > 0 ? "cash.notHere" : dossier.fee.state === "due" ? "cash.unknown" : "cash.nothing"))));
  show(chosen);
  byId("amount")?.focus();
}

const isNumber = q => /^[\d .+()-]{9,}$/.test(q);
const isCode = q => /^[a-z]\d+[.\d]*-\d{6}-\d+$/i.test(q);

const found = ({ items }) => el("section", { class: "card" }, el("h2", {}, say("cash.found", { count: items.length })),
  el("ul", { class: "rows" }, items.map(one => el("li", { class: "between" },
    el("button", { type: "button", class: "link", onclick: () => choose(one.code).catch(error => announce(wordsOf(error))) }, one.code),
    el("span", {}, one.applicant), el("span", { class: "soft" }, pick(one.phaseName))))));

async function find(given) {
  const q = given.get("q").trim();
  if (isCode(q)) return choose(q.toUpperCase());
  const list = isNumber(q) ? await post("/api/search", { q }) : await get(`/api/search?q=${encodeURIComponent(q)}&office=${encodeURIComponent(office)}`);
  if (!list.items.length) throw told(say("cash.none"), "q");
  if (list.items.length === 1) return choose(list.items[0].code);
  return show(fill(chosen, found(list)));
}

async function begin() {
  byId("day").max = today();
  byId("day").value = today();
  byId("day").addEventListener("change", () => showBook(load));
  onSend(byId("find"), find);
  byId("where").textContent = await officeName(office);
  await showBook(load);
  if (has("cashier") || has("leader")) await showRefunds(load);
}

if (mustBe("staff")) begin();
