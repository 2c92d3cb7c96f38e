import { el } from "./dom.js";
import { toneOf } from "./phases.js";
import { day, moment, pick, say } from "./words.js";

const tag = part => el("span", { class: `tag ${part.waits ? "" : toneOf(part.phase)}` },
  part.waits ? say("common.partWaits") : pick(part.phaseName ?? part.status));

// Ours opens as a dossier of its own; of another agency only its code is known.
const code = (part, open) => part.code && (open && !part.outside
  ? el("a", { href: `${open}?code=${encodeURIComponent(part.code)}` }, part.code) : part.code);

const line = (part, open, more) => el("li", {}, el("div", { class: "between" }, el("b", {}, pick(part.name)), tag(part)),
  el("div", { class: "soft small" }, pick(part.agency), part.code && [" · ", code(part, open)]),
  part.promisedAt && !part.doneAt && el("div", { class: "small" }, say("common.partPromised", { moment: moment(part.promisedAt) })),
  part.result && el("div", { class: "small" }, say("common.partResult", { number: part.result.number, day: day(part.result.date) })),
  part.reason && el("div", { class: "small" }, say("common.partReason", { reason: part.reason })),
  more?.(part));

/**
 * The parts of a linked case by agency; nothing for any other dossier. `open` is the page on which a part of ours is read, `more` what stands under a part.
 */
export const partsCard = (parts, open, more) => parts?.length > 0 && el("section", { class: "card", id: "parts" },
  el("h2", {}, say("common.parts")),
  el("ul", { class: "rows" }, parts.map(part => line(part, open, more))));

/** Of which case it is a part. */
export const wholeOf = (linked, open) => linked?.case && el("p", {}, say("common.partOf"), " ",
  el("a", { href: `${open}?code=${encodeURIComponent(linked.case)}` }, linked.case));
