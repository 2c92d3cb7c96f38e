import { el } from "./dom.js";
import { get, post } from "./api.js";
import { onSend } from "./problems.js";
import { offices } from "./places.js";
import { pick, say } from "./words.js";

const reason = { name: "reason", long: true, required: true };
const ground = { name: "ground", required: true };

const officers = async ({ holding }) => (await get(`/api/staff?office=${holding}&limit=100`)).items
  .filter(member => member.duties.some(duty => duty.role === "officer")).map(({ id, name }) => ({ code: id, name }));

/** Each act, the usual step forward first, as its address and what the office must be told with it; the words are dossier.act… and dossier.field…. */
const acts = {
  accept: { to: "acceptance" },
  findCompetence: { to: "competence", fields: [{ name: "office", from: offices, required: true }] },
  take: { to: "taking" },
  assign: { to: "assignment", fields: [{ name: "handler", from: officers, required: true }] },
  propose: { to: "proposal", fields: [{ name: "outcome", choices: ["grant", "deny"], required: true }, { name: "summary", long: true, required: true }, { name: "content", long: true, required: true }] },
  approve: { to: "approval", body: (_, dossier) => ({ proposalHash: dossier.proposal.hash }) },
  sendBack: { to: "revision", fields: [reason] },
  issue: { to: "issue", fields: [{ name: "number", required: true }] },
  return: { to: "return", fields: [{ name: "way", choices: ["electronic", "counter", "post"] }, { name: "to" }] },
  requestSupplement: { to: "supplement-request", fields: [{ name: "what", long: true, required: true }, reason, { name: "ground" }, { name: "contact", required: true }], body: supplementRequest },
  refuse: { to: "refusal", fields: [reason, ground], grave: true },
  transfer: { to: "transfer", fields: [{ name: "office", from: offices, required: true }, reason] },
  verify: { to: "verification", fields: [reason] },
  beginPosting: { to: "posting", fields: [reason, ground] },
  suspend: { to: "suspension", fields: [reason, ground, { name: "amount", type: "number", min: 0 }, { name: "payee" }] },
  resume: { to: "resumption", fields: [{ name: "proof" }, { ...reason, required: false }] },
  extend: { to: "extension", fields: [{ name: "newDay", type: "date", required: true }, reason] },
  apologise: { to: "apology", fields: [reason, { name: "expectedOn", type: "date", required: true }] },
  assessFee: { to: "fee", fields: [{ name: "copies", type: "number", min: 1, max: 1000, value: 1, required: true }, { name: "pages", type: "number", min: 1, max: 10000, value: 1, required: true }] },
  recordFee: { to: "payment", fields: [{ name: "amount", type: "number", min: 0, required: true }, { name: "receipt", required: true }] },
  closeFees: { to: "fee-closure", fields: [{ name: "outcome", choices: ["waived", "refunded", "owed"], required: true }, ground, { name: "refund", type: "number", min: 0 }] },
  stop: { to: "stop", fields: [reason, ground], grave: true },
  withdraw: { to: "withdrawal", fields: [{ ...reason, required: false }], grave: true },
};

// One request holds all that is missing: a line each, with one reason and ground for all.
function supplementRequest({ what, reason: why, ground: rule, contact }) {
  const lines = what.split("\n").map(line => line.trim()).filter(Boolean);
  return { items: lines.map(line => ({ what: line, reason: why, ...(rule && { ground: rule }) })), contact };
}

const option = (value, text) => el("option", { value }, text);

async function inputOf(field, id, dossier) {
  const same = { id, name: field.name, required: field.required };
  if (field.choices) return el("select", same, option("", say("common.choose")), field.choices.map(choice => option(choice, say(`dossier.choice${choice[0].toUpperCase()}${choice.slice(1)}`))));
  if (field.from) return el("select", same, option("", say("common.choose")), (await field.from(dossier)).map(one => option(one.code, pick(one.name))));
  return field.long ? el("textarea", { ...same, maxlength: 10000 }) : el("input", { ...same, type: field.type ?? "text", min: field.min, max: field.max, value: field.value });
}

const hintOf = name => name === "what" && el("span", { class: "hint" }, say("dossier.fieldWhatHint"));

async function fieldOf(act, field, dossier) {
  const id = `${act}-${field.name}`;
  const label = el("label", { for: id }, say(`dossier.field${field.name[0].toUpperCase()}${field.name.slice(1)}`), !field.required && ` ${say("common.optional")}`, hintOf(field.name));
  return el("div", { class: "field" }, label, await inputOf(field, id, dossier));
}

const told = (form, fields) => Object.fromEntries(fields.map(({ name, type }) => [name, type === "number" ? Number(form.get(name)) : form.get(name).trim()]).filter(([name]) => form.get(name) !== ""));

const title = act => say(`dossier.act${act[0].toUpperCase()}${act.slice(1)}`);

async function actForm(act, dossier, path, tag, done) {
  const { to, fields = [], body = given => given, grave } = acts[act];
  const form = el("form", { id: `act-${act}` }, await Promise.all(fields.map(field => fieldOf(act, field, dossier))),
    el("button", { class: grave && "second" }, title(act)));
  const key = crypto.randomUUID(); // One for this form as it stands: pressed twice, or answered into the void, it is done once.
  onSend(form, async sent => {
    const given = told(sent, fields);
    await post(`${path}/${to}`, fields.length || act === "approve" ? body(given, dossier) : undefined, { "If-Match": tag, "Idempotency-Key": key });
    await done();
  });
  return fields.length ? el("details", {}, el("summary", {}, title(act)), form) : form;
}

/** What this reader may do now, each with the fields it needs. The supplement has a form of its own. */
export async function actForms(dossier, path, tag, done) {
  const may = Object.keys(acts).filter(act => dossier.mayDo.includes(act));
  if (may.length === 0) return null;
  return el("section", { class: "card noprint", id: "acts" }, el("h2", {}, say("dossier.acts")), await Promise.all(may.map(act => actForm(act, dossier, path, tag, done))));
}
