import { announce, el, field } from "./dom.js";
import { ask, get } from "./api.js";
import { line } from "./admin-register.js";
import { load, onSend } from "./problems.js";
import { day, dayAfter, moment, say, today } from "./words.js";

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

const area = (name, label, value) => field(`rule-${name}`, label, el("textarea", { id: `rule-${name}`, name, rows: 3 }, value));

const listed = text => text.split(/\s+/).filter(Boolean);

// The rule to begin with is the one in force for every root; what is entered holds from a day to come, and nothing before it changes.
function entering(present, roots, done) {
  const which = el("select", { id: "rule-root", name: "root" }, el("option", { value: "*" }, say("admin.purposesEveryRoot")),
    roots.map(root => el("option", { value: root.thumbprint }, root.subject)));
  const needed = el("input", { type: "checkbox", id: "rule-needed", name: "keyUsageNeeded", checked: present.keyUsageNeeded });
  const form = el("form", { method: "post" }, field("rule-root", say("admin.purposesWhich"), which),
    line("validFrom", say("admin.purposesFrom"), { type: "date", min: dayAfter(today()), required: true }),
    el("p", { class: "hint" }, say("admin.purposesLines")),
    area("allowed", say("admin.purposesAllowed"), present.allowed.join("\n")), area("forbidden", say("admin.purposesForbidden"), present.forbidden.join("\n")),
    area("policies", say("admin.purposesPolicies"), present.policies.join("\n")),
    el("label", { class: "choice", for: "rule-needed" }, needed, say("admin.purposesMustSay")),
    line("source", say("admin.purposesSource"), { value: present.source, required: true }), line("reason", say("admin.purposesReason"), { required: true }),
    el("p", { class: "buttons" }, el("button", {}, say("admin.purposesEnter"))));
  onSend(form, async sent => {
    const [root, validFrom] = [sent.get("root"), sent.get("validFrom")];
    const lists = Object.fromEntries(["allowed", "forbidden", "policies"].map(name => [name, listed(sent.get(name))]));
    const [source, reason] = [sent.get("source").trim(), sent.get("reason").trim()];
    const body = { root, validFrom, ...lists, keyUsageNeeded: sent.has("keyUsageNeeded"), source, reason };
    await ask(`/api/certificate-purposes/${encodeURIComponent(root)}/versions/${validFrom}`, { method: "PUT", body });
    announce(say("admin.purposesDone"));
    done();
  });
  return el("details", {}, el("summary", {}, say("admin.purposesNew")), form);
}

/** Every rule there ever was, root by root, and a form for the next one. */
export async function purposes() {
  const [rules, roots] = await Promise.all([get("/api/certificate-purposes"), get("/api/trusted-roots")]);
  const everybodys = rules.filter(one => one.root === "*" && one.validFrom <= today()).at(-1);
  const place = el("div", {}, el("ul", { class: "rows" }, rules.map(rule)));
  place.append(entering(everybodys, roots, () => load(place, purposes)));
  return place;
}
