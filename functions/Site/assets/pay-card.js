import { el, icon } from "./dom.js";
import { fileButton } from "./file-button.js";
import { money, say } from "./words.js";

/** An order's code to scan. An image element runs nothing, whatever it is given. */
export const qrPicture = ({ qr, qrImage }) => qrImage && el("figure", { class: "qr" },
  el("img", { src: URL.createObjectURL(new Blob([qrImage], { type: "image/svg+xml" })), alt: say("pay.qrWords"), width: 240, height: 240 }),
  el("figcaption", { class: "soft" }, say(qr ? "pay.qrBank" : "pay.qrCamera")));

/** The receipts of a dossier as papers. */
export const receiptsOf = ({ fee, code }, path) => fee.receipts.map((receipt, n) =>
  fileButton(say("dossier.receiptOf", { number: receipt.number, amount: money(receipt.amount) }), `${path}/receipts/${n + 1}`, `${code}-${n + 1}.pdf`));

/** What can be paid now, in đồng: amounts nobody knows yet wait. */
export const payable = ({ state, items, paid }) =>
  (state !== "due" ? 0 : Math.max(0, items.reduce((sum, item) => sum + (item.settledBy ? 0 : item.amount ?? 0), 0) - paid));

/** What is owed, the way to the page where it is paid, and the receipts; nothing where there is neither. */
export function payCard(dossier, path) {
  const { code, fee } = dossier;
  const owes = payable(fee);
  if (!owes && !fee.receipts.length) return null;
  return el("section", { class: "card", "data-pay": "" }, el("h2", {}, say("dossier.pay")),
    owes > 0 && [el("p", { class: "big" }, money(owes)), el("p", { class: "soft" }, say("dossier.payHow")),
      el("p", { class: "noprint" }, el("a", { class: "button large", href: `/pay?code=${encodeURIComponent(code)}` }, say("dossier.payNow"), icon("next")))],
    fee.receipts.length > 0 && el("div", { class: "line noprint" }, receiptsOf(dossier, path)));
}
