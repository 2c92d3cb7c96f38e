import { announce, el, facts } from "./dom.js";
import { get, post } from "./api.js";
import { fileButton } from "./file-button.js";
import { onSend } from "./problems.js";
import { personName } from "./places.js";
import { has, me } from "./session.js";
import { hour, moment, money, say } from "./words.js";

// Replaced: a new receipt for the same money. Cancelled: the money was never there.
function changeForm(receipt, again) {
  const id = receipt.receipt.replace(/\W/g, "-");
  const form = el("form", { method: "post" },
    el("div", { class: "field" }, el("label", { for: `why-${id}` }, say("cash.why"), el("span", { class: "hint" }, say("cash.whyHint"))),
      el("input", { id: `why-${id}`, name: "reason", required: true, maxlength: 300, autocomplete: "off" })),
    el("p", { class: "buttons" }, el("button", { class: "second", value: "replace" }, say("cash.replace")),
      el("button", { class: "danger", value: "cancel" }, say("cash.cancel"))));
  const key = crypto.randomUUID();
  onSend(form, async (given, button) => {
    const replace = button?.value !== "cancel"; // The Enter key never cancels.
    await post(`/api/dossiers/${encodeURIComponent(receipt.code)}/receipt-cancellation`,
      { receipt: receipt.present, reason: given.get("reason").trim(), replace }, { "Idempotency-Key": `${key}-${replace}` });
    await again();
    announce(say(replace ? "cash.replaced" : "cash.cancelled", { number: receipt.present }));
  });
  return el("details", {}, el("summary", {}, say("cash.change")), form);
}

const line = (receipt, isOpen, again) => el("li", { "data-receipt": receipt.receipt },
  el("div", { class: "between" }, el("b", {}, receipt.receipt), el("b", {}, receipt.holds ? money(receipt.amount) : el("s", {}, money(receipt.amount)))),
  el("div", { class: "between soft small" }, el("span", {}, `${hour(receipt.at)} · ${receipt.code}`),
    receipt.present == null ? el("span", { class: "tag warn" }, say("cash.unborne"))
      : !receipt.holds ? el("span", { class: "tag bad" }, say("cash.gone"))
      : receipt.present !== receipt.receipt && el("span", { class: "tag" }, say("cash.now", { number: receipt.present }))),
  receipt.paper && fileButton(
    say("cash.print"), `/api/dossiers/${encodeURIComponent(receipt.code)}/receipts/${receipt.paper}`, `${receipt.code}-${receipt.paper}.pdf`),
  receipt.holds && isOpen && has("cashier") && changeForm(receipt, again));

function closeForm(path, booked, again) {
  const form = el("form", { method: "post" },
    el("div", { class: "field" },
      el("label", { for: "counted" }, say("cash.counted"), el("span", { class: "hint" }, say("cash.countedHint", { booked: money(booked) }))),
      el("input", { id: "counted", name: "counted", type: "number", min: 0, step: 1, required: true })),
    el("div", { class: "field" }, el("label", { for: "reason" }, say("cash.difference"), ` ${say("common.optional")}`),
      el("input", { id: "reason", name: "reason", maxlength: 300, autocomplete: "off" })),
    el("p", { class: "buttons" }, el("button", { class: "danger" }, say("cash.close"))));
  onSend(form, async given => {
    await post(`${path}/closing`, { counted: Number(given.get("counted")), reason: given.get("reason").trim() || undefined });
    await again();
    announce(say("cash.closed"));
  });
  return el("details", { id: "closing" }, el("summary", {}, say("cash.close")), form);
}

const closed = ({ counted, booked, difference, reason, at }) => el("div", { class: "verdict info", "data-closed": "" },
  el("h3", {}, say("cash.closedAt", { at: moment(at) })),
  facts([say("cash.counted"), money(counted)], [say("cash.booked"), money(booked)], [say("cash.differs"), difference !== 0 && money(difference)],
    [say("cash.difference"), reason]));

const own = ({ booked, receipts, closing }, path, again) => [
  el("p", { class: "big" }, money(booked)),
  receipts.length ? el("ul", { class: "rows" }, receipts.map(receipt => line(receipt, !closing, again))) : el("p", {}, say("cash.empty")),
  closing ? closed(closing) : closeForm(path, booked, again)];

const other = async (one, office) => el("li", { class: "between" }, el("span", {}, await personName(office, one.by)),
  el("span", {}, money(one.booked), " ", el("span", { class: `tag ${one.closing ? "good" : ""}` }, say(one.closing ? "cash.isClosed" : "cash.isOpen"))));

/** The cash of a day: one's own by receipt, the others' by their sums; `again` shows it anew. */
export async function cashBook(office, day, again) {
  const path = `/api/offices/${encodeURIComponent(office)}/cash/${day}`;
  const { collectors, booked } = await get(path);
  const mine = collectors.find(one => one.by === me().id) ?? { booked: 0, receipts: [], closing: null };
  const others = collectors.filter(one => one.by !== me().id);
  return [own(mine, path, again),
    others.length > 0 && [el("h3", {}, say("cash.others")), el("ul", { class: "rows" }, await Promise.all(others.map(one => other(one, office)))),
      el("p", {}, el("b", {}, say("cash.sum", { amount: money(booked) })))]];
}
