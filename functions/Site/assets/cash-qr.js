import { el } from "./dom.js";
import { get, post } from "./api.js";
import { qrPicture } from "./pay-card.js";
import { onSend } from "./problems.js";
import { say } from "./words.js";

const pause = 3_000;

/** A code the payer scans at the desk instead of paying cash; `paid` is called when the platform has the money. */
export function cashQr(path, paid) {
  const form = el("form", { method: "post" }, el("p", { class: "buttons" }, el("button", { class: "second" }, say("cash.qr"))));
  onSend(form, async () => {
    const order = await post(`${path}/payment-order`);
    form.replaceChildren(qrPicture(order), el("p", { role: "status" }, say("cash.qrWaits")));
    watch(order);
  });
  // Until the dossier is no longer looked at.
  async function watch({ reference }) {
    await new Promise(resolve => { setTimeout(resolve, pause); });
    if (!form.isConnected) return;
    const order = await get(`${path}/payment-order`).catch(() => null);
    if (order?.reference === reference && order.state === "paid") await paid();
    else if (!order || (order.reference === reference && order.state === "open")) watch({ reference });
    else form.replaceChildren(el("p", { class: "warn", role: "alert" }, say("cash.qrFailed")));
  }
  return form;
}
