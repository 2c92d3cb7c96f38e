import { el } from "./dom.js";
import { get } from "./api.js";
import { certain } from "./certain.js";
import { offices } from "./places.js";
import { capital, say } from "./words.js";

const reason = { name: "reason", long: true, required: true };
const ground = { name: "ground", required: true };

const officers = async ({ holding }) => (await get(`/api/staff?office=${holding}&limit=100`)).items
  .filter(member => member.duties.some(duty => duty.role === "officer")).map(({ id, name }) => ({ code: id, name }));

const evidence = [{ name: "authority", choices: ["confirmed", "denied"], required: true }, { name: "evidenceKind", choices: ["checkedAuthority", "kinship", "signedForm"] }, { name: "evidence" }];

const answerForProxy = ({ authority, evidenceKind, evidence = "" }) =>
  ({ confirmed: authority === "confirmed", evidence: authority === "confirmed" && evidenceKind ? { kind: evidenceKind, reference: evidence } : undefined });

/**
 * Each act, the usual step forward first: its address, what the office must be told with it, its key at the desk. `sure` acts cannot be taken
 * back and are asked about once more. The words are dossier.act… and dossier.field….
 */
export const acts = {
  accept: { to: "acceptance", key: "a", forward: true },
  findCompetence: { to: "competence", fields: [{ name: "office", from: offices, required: true }], forward: true },
  take: { to: "taking", key: "t", forward: true },
  assign: { to: "assignment", key: "g", fields: [{ name: "handler", from: officers, required: true }], forward: true },
  propose: { to: "proposal", key: "p", own: true, forward: true },
  approve: { to: "approval", key: "y", body: (_, dossier) => ({ proposalHash: dossier.proposal.hash }), sure: true, forward: true },
  issue: { to: "issue", key: "i", fields: [{ name: "number", required: true, value: dossier => dossier.proposal?.elsewhere?.number }], sure: true, forward: true },
  return: { to: "return", key: "h", fields: [{ name: "way", choices: ["electronic", "counter", "post"] }, { name: "to" }], forward: true },
  sendBack: { to: "revision", key: "r", fields: [reason] },
  requestSupplement: { to: "supplement-request", key: "s", own: true },
  refuse: { to: "refusal", fields: [reason, ground], ready: "refusal", sure: true },
  release: { to: "release" },
  transfer: { to: "transfer", fields: [{ name: "office", from: offices, required: true }, reason] },
  verify: { to: "verification", fields: [reason] },
  beginPosting: { to: "posting", fields: [reason, ground], sure: true },
  suspend: { to: "suspension", fields: [reason, ground, { name: "amount", type: "number", min: 0 }, { name: "payee" }], sure: true },
  resume: { to: "resumption", fields: [{ name: "proof" }, { ...reason, required: false }] },
  extend: { to: "extension", fields: [{ name: "newDay", type: "date", required: true }, reason], sure: true },
  apologise: { to: "apology", fields: [reason, { name: "expectedOn", type: "date", required: true }], sure: true },
  assessFee: { to: "fee", fields: [{ name: "copies", type: "number", min: 1, max: 1000, value: () => 1, required: true }, { name: "pages", type: "number", min: 1, max: 10000, value: () => 1, required: true }] },
  recordFee: { to: "payment", key: "f", fields: [{ name: "amount", type: "number", min: 0, required: true }, { name: "receipt", required: true }] },
  closeFees: { to: "fee-closure", fields: [{ name: "outcome", choices: ["waived", "refunded", "owed"], required: true }, ground, { name: "refund", type: "number", min: 0 }], sure: true },
  answerAuthority: { to: "authority", fields: evidence, body: answerForProxy, sure: true },
  stop: { to: "stop", fields: [reason, ground], sure: true },
  noteCorrection: { to: "correction-notes", fields: [{ name: "about", required: true }, { name: "text", long: true, required: true }] },
  withdraw: { to: "withdrawal", fields: [{ ...reason, required: false }], sure: true },
};

export const titleOf = act => say(`dossier.act${capital(act)}`);

/** What this reader may do to this dossier now, by the order above. The citizen's supplement has a form of its own. */
export const mayDo = dossier => Object.keys(acts).filter(act => dossier.mayDo.includes(act));

/** Asks once more before an act that cannot be taken back. */
export const sure = act => certain("sure", { question: say("dossier.sure", { act: titleOf(act) }), about: el("p", {}, say("dossier.sureText")), yes: titleOf(act) });
