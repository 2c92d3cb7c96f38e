import { byId, el, facts, fill, show } from "./dom.js";
import { ask, get } from "./api.js";
import { load, onSend, told } from "./problems.js";
import { codes, day, moment, named, pick, say } from "./words.js";

const largest = 20 * 1024 * 1024; // What POST /api/verification reads.

const tones = {
  issued: "good", dossier: "good", notIssued: "warn", replaced: "warn", revoked: "bad", notOurs: "bad",
  valid: "good", untrusted: "warn", uncheckable: "warn", changed: "bad", broken: "bad", notSigned: "warn", unreadable: "warn",
};
const signs = { good: "✓", warn: "!", bad: "✗" };

const verdict = (state, sentence, ...more) => el("div", { class: `verdict ${tones[state]}` },
  el("h2", {}, `${signs[tones[state]]} ${named("verify.verdict", state)}`), el("p", {}, sentence), more);

async function ofToken(token) {
  const found = await get(`/api/verification/${token}`);
  return [verdict(found.state, pick(found.sentence), facts(
    [say("verify.number"), found.number],
    [say("verify.date"), found.date && day(found.date)],
    [say("verify.dossier"), found.code && codes(found.code, found.centralCode)],
    [say("verify.replacedBy"), found.replacedBy])),
  el("p", {}, say("verify.compare"))];
}

const signature = one => el("li", {}, el("b", {}, one.signer ?? one.field), facts(
  [say("verify.organisation"), one.organisation],
  [say("verify.reason"), one.reason],
  [say("verify.claimedAt"), one.claimedAt && moment(one.claimedAt)],
  [say("verify.stampedAt"), one.stampedAt && moment(one.stampedAt)]));

function ofPdf({ report, withdrawn }) {
  const withdrawnState = withdrawn && (withdrawn.replacedBy ? "replaced" : "revoked");
  return [
    withdrawn && verdict(withdrawnState, pick(withdrawn.sentence)),
    verdict(report.verdict, pick(report)),
    report.signatures.length > 0 && el("div", { class: "card" }, el("h2", {}, say("verify.signatures")), el("ul", { class: "rows" }, report.signatures.map(signature))),
  ];
}

onSend(byId("check"), async () => {
  const [file] = byId("file").files;
  if (file.size > largest) throw told(say("verify.tooLarge"), "file");
  const response = await ask("/api/verification", { method: "POST", body: file, headers: { "Content-Type": "application/pdf" } });
  show(fill(byId("verdict"), ofPdf(await response.json())));
});

// The address a QR code leads to: /verify/{token}.
const token = location.pathname.split("/")[2];
if (token) {
  const rest = [byId("paper"), byId("qr")]; // Below the verdict, once it is there: what somebody came for does not push them down.
  rest.forEach(part => { part.hidden = true; });
  byId("verdict").hidden = false;
  load(byId("verdict"), () => ofToken(token)).finally(() => rest.forEach(part => { part.hidden = false; }));
}
