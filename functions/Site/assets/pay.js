import { el, icon } from "./dom.js";
import { get, post } from "./api.js";
import { fileButton } from "./file-button.js";
import { onSend } from "./problems.js";
import { moment, money, say } from "./words.js";

// Which dossier this window has gone to pay for: only then is there an order to be asked about.
const left = "paying";

// What became of the order made last, for whoever comes back from the platform. Paid, it is the account that says so.
const told = { open: "dossier.orderOpen", failed: "dossier.orderFailed", expired: "dossier.orderExpired", excess: "dossier.orderExcess" };

const toldOf = order => order && told[order.state]
  && el("p", { class: order.state === "open" ? null : "warn", role: "status" },
    say(told[order.state], { reference: order.reference, until: moment(order.expiresAt) }));

const receipts = ({ receipts: list }, code, path) => list.map((receipt, n) =>
  fileButton(say("dossier.receiptOf", { number: receipt.number, amount: money(receipt.amount) }), `${path}/receipts/${n + 1}`, `${code}-${n + 1}.pdf`));

/** What is owed, the way to the payment platform, and the receipts; nothing where there is neither. */
export async function payCard({ code, fee }, path) {
  const owes = fee.state === "due" && fee.left > 0;
  if (!owes && !fee.receipts.length) return null;
  const order = owes && sessionStorage.getItem(left) === code && (await get(`${path}/payment-order`).catch(() => null));
  const form = el("form", { method: "post" }, el("button", { class: "large" }, say("dossier.payNow"), icon("next")));
  onSend(form, async () => {
    const { page } = await post(`${path}/payment-order`);
    sessionStorage.setItem(left, code);
    location.assign(page);
  });
  return el("section", { class: "card", "data-pay": "" }, el("h2", {}, say("dossier.pay")),
    owes && [el("p", { class: "big" }, money(fee.left)), toldOf(order), el("p", { class: "soft" }, say("dossier.payHow")),
      el("div", { class: "noprint" }, form)],
    fee.receipts.length > 0 && el("div", { class: "line noprint" }, receipts(fee, code, path)));
}
