import { announce, el, field } from "./dom.js";
import { get, post } from "./api.js";
import { onSend } from "./problems.js";
import { has, me } from "./session.js";
import { moment, money, named, say } from "./words.js";

const tones = { asked: "warn", refused: "bad", ordered: "", paidBack: "good", failed: "bad" };
const spokenFor = ["asked", "ordered", "paidBack"];

const idOf = (order, transaction) => `${order}-${transaction}`.replace(/\W/g, "-");
const doorOf = order => `/api/payments/orders/${encodeURIComponent(order)}`;

// Money no account holds: one person asks that it goes back, another decides.
function ask({ reference, code }, payment, again) {
  const id = `refund-${idOf(reference, payment.transaction)}`;
  const form = el("form", { method: "post" },
    field(id, say("cash.why"), el("input", { id, name: "reason", required: true, maxlength: 300, autocomplete: "off" })),
    el("p", { class: "buttons" }, el("button", { class: "second" }, say("cash.refundAsk"))));
  onSend(form, async given => {
    await post(`${doorOf(reference)}/refund`, { transaction: payment.transaction, amount: payment.amount, reason: given.get("reason").trim() });
    await again();
    announce(say("cash.refundAsked"));
  });
  return el("li", {}, el("div", { class: "between" }, el("b", {}, code), el("b", {}, money(payment.amount))),
    el("div", { class: "soft small" }, `${moment(payment.at)} · ${say("cash.refundExcess")}`),
    has("cashier") && el("details", {}, el("summary", {}, say("cash.refundAsk")), form));
}

function decide(one, again) {
  const id = `decide-${idOf(one.order, one.transaction)}`;
  const form = el("form", { method: "post" },
    field(id, say("cash.refundWhyNot"), el("input", { id, name: "reason", maxlength: 300, autocomplete: "off" })),
    el("p", { class: "buttons" }, el("button", { value: "approve" }, say("cash.refundApprove")),
      el("button", { class: "danger", value: "refuse" }, say("cash.refundRefuse"))));
  onSend(form, async (given, button) => {
    const approve = button?.value !== "refuse";
    const reason = approve ? undefined : given.get("reason").trim();
    await post(`${doorOf(one.order)}/refund-decision`, { transaction: one.transaction, approve, reason });
    await again();
    announce(say(approve ? "cash.refundApproved" : "cash.refundRefused"));
  });
  return el("details", {}, el("summary", {}, say("cash.refundDecide")), form);
}

const line = (one, again) => el("li", {},
  el("div", { class: "between" }, el("b", {}, one.code),
    el("span", {}, el("b", {}, money(one.amount)), " ", el("span", { class: `tag ${tones[one.state]}` }, named("cash.refundState", one.state)))),
  el("div", { class: "soft small" }, [moment(one.askedAt), one.reason, one.answer].filter(Boolean).join(" · ")),
  one.state === "asked" && (one.askedBy === me().id ? el("p", { class: "small" }, say("cash.refundOther"))
    : (has("leader") || has("cashier")) && decide(one, again)));

/** What came in beyond what was owed, and what was asked to go back; null where there is neither. `again` shows it anew. */
export async function refunds(office, again) {
  const path = `/api/offices/${encodeURIComponent(office)}`;
  const [excess, asked] = await Promise.all([get(`${path}/excess-payments?limit=50`), get(`${path}/refunds?limit=50`)]);
  const there = (order, transaction) => asked.items.some(one => one.order === order && one.transaction === transaction && spokenFor.includes(one.state));
  const open = excess.items.flatMap(one => one.payments.filter(payment => !there(one.reference, payment.transaction)).map(payment => ask(one, payment, again)));
  return open.length + asked.items.length > 0 && el("section", { class: "card", "aria-labelledby": "refunds-name" },
    el("h2", { id: "refunds-name" }, say("cash.refunds")), el("ul", { class: "rows" }, open, asked.items.map(one => line(one, again))));
}
