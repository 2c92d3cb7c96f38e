import { el } from "./dom.js";
import { get } from "./api.js";
import { day, moment, say } from "./words.js";

// What certificates below a root must be for. Object identifiers people know by name; any other is shown as it is.
const known = [1, 2, 3, 4, 8, 9, 36].map(n => `1.3.6.1.5.5.7.3.${n}`);

const nameOf = identifier => (known.includes(identifier) ? say(`admin.purpose${identifier.split(".").at(-1)}`) : identifier);
const all = (list, none) => (list.length ? list.map(nameOf).join(", ") : say(none));

const fact = (name, value) => [el("dt", {}, say(`admin.purposes${name}`)), el("dd", {}, value)];

const rule = one => el("li", {},
  el("b", {}, one.root === "*" ? say("admin.purposesEveryRoot") : say("admin.purposesRoot", { root: one.root.slice(0, 16) })),
  el("span", { class: "soft" }, ` · ${say("admin.from", { day: day(one.validFrom) })}`),
  el("dl", { class: "facts" },
    fact("Allowed", all(one.allowed, "admin.purposesAny")), fact("Forbidden", all(one.forbidden, "common.nothing")),
    fact("Policies", all(one.policies, "admin.purposesAny")),
    fact("KeyUsage", say(one.keyUsageNeeded ? "admin.purposesNeeded" : "admin.purposesNotNeeded")), fact("Source", one.source),
    one.enteredAt && fact("Entered", [one.reason, moment(one.enteredAt), one.enteredBy].filter(Boolean).join(" · "))));

/** Every rule there ever was, root by root. */
export const purposes = async () => el("ul", { class: "rows" }, (await get("/api/certificate-purposes")).map(rule));
