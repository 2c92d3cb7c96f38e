import { announce, byId, el, facts, icon, show } from "./dom.js";
import { get, post } from "./api.js";
import { load, onSend } from "./problems.js";
import { payable, qrPicture, receiptsOf } from "./pay-card.js";
import { procedureName } from "./places.js";
import { mustBe } from "./session.js";
import { moment, money, say } from "./words.js";

const code = new URLSearchParams(location.search).get("code") ?? "";
const path = `/api/dossiers/${encodeURIComponent(code)}`;

// Often while somebody is likely to be paying, then seldom; a page nobody looks at asks nothing.
const often = 3_000;
const seldom = 15_000;
const hurried = 5 * 60_000;

const back = () => el("a", { class: "button second", href: `/dossier?code=${encodeURIComponent(code)}` }, say("pay.back"));
const hotline = () => el("a", { class: "button second", href: "tel:1022" }, icon("phone"), say("common.hotline"));

const line = ({ reference, amount, expiresAt }, until = true) =>
  facts([say("pay.amount"), money(amount)], [say("pay.reference"), reference], [say("pay.until"), until && moment(expiresAt)]);

const waiting = order => [
  el("div", { class: "verdict info", "data-state": "open" }, el("h2", {}, say("pay.waiting")), line(order),
    el("p", { id: "asking", role: "status" }, say("pay.asking"))),
  order.page && el("p", {}, el("a", { class: "button large", href: order.page }, say("pay.go"), icon("next"))),
  qrPicture(order),
  el("p", { class: "soft" }, say("pay.once")),
  el("p", { class: "buttons" }, back(), hotline())];

const paid = (order, dossier) => [
  el("div", { class: "verdict good", "data-state": "paid" }, el("h2", {}, `✓ ${say("pay.paid")}`), order && line(order, false)),
  el("div", { class: "line" }, receiptsOf(dossier, path)),
  el("p", { class: "buttons" }, back())];

const nothing = dossier => [
  el("div", { class: "verdict good" }, el("h2", {}, say("pay.nothing"))),
  dossier.fee.receipts.length > 0 && el("div", { class: "line" }, receiptsOf(dossier, path)),
  el("p", { class: "buttons" }, back())];

const unknown = () => [
  el("div", { class: "verdict info" }, el("h2", {}, say("pay.unknown")), el("p", {}, say("pay.unknownText"))),
  el("p", { class: "buttons" }, back(), hotline())];

function ended(order) {
  const form = el("form", { method: "post" }, el("button", { class: "large" }, icon("rotate"), say("pay.again")));
  onSend(form, async () => { await post(`${path}/payment-order`); await draw(); });
  return [
    el("div", { class: "verdict bad", "data-state": order.state }, el("h2", {}, say(order.state === "failed" ? "pay.failed" : "pay.expired")),
      line(order, false), el("p", {}, say(order.state === "failed" ? "pay.failedText" : "pay.expiredText"))),
    form, el("p", { class: "buttons" }, back(), hotline())];
}

const excess = order => [
  el("div", { class: "verdict info", "data-state": "excess" }, el("h2", {}, say("pay.excess")), line(order, false), el("p", {}, say("pay.excessText"))),
  el("p", { class: "buttons" }, back(), hotline())];

const keyOf = ({ reference, state }) => `${reference} ${state}`;

let shown = null;

async function draw() {
  await load(byId("pay"), read);
  show(byId("pay").querySelector("h2") ?? byId("pay"));
}

// The address to pay at comes only to who asks for the order; asked again it is the same one.
async function read() {
  const dossier = await get(path);
  let order = await get(`${path}/payment-order`).catch(error => { if (error.status === 404) return null; throw error; });
  const owes = payable(dossier.fee) > 0;
  if (owes && (!order || ["open", "closed", "paid"].includes(order.state))) order = await post(`${path}/payment-order`);
  shown = order && keyOf(order);
  const body = order?.state === "excess" ? excess(order)
    : owes ? order.state === "open" ? waiting(order) : ended(order)
    : dossier.fee.state === "due" ? unknown()
    : order?.state === "paid" ? paid(order, dossier) : nothing(dossier);
  return [el("p", { class: "soft" }, dossier.code), el("h1", {}, say("pay.title")), el("p", {}, await procedureName(dossier.procedure.code)), ...body];
}

// Tells of the payment without a reload; while the line is down it says so and goes on asking.
async function listen(since) {
  await new Promise(resolve => { setTimeout(resolve, Date.now() - since < hurried ? often : seldom); });
  if (/ (open|failed|expired)$/.test(shown) && document.visibilityState === "visible") {
    const order = await get(`${path}/payment-order`).catch(error => error);
    const isDown = order instanceof Error;
    const words = isDown ? order.message : say("pay.asking");
    if (!isDown && keyOf(order) !== shown) { await draw(); announce(byId("pay").querySelector("h2").textContent); }
    else if (byId("asking") && byId("asking").textContent !== words) byId("asking").textContent = words;
  }
  listen(since);
}

if (mustBe("citizen")) {
  document.title = `${code} – ${document.title}`;
  load(byId("pay"), read);
  listen(Date.now());
}
