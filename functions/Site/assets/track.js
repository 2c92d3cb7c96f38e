import { byId, el, facts, fill, show } from "./dom.js";
import { post } from "./api.js";
import { onSend } from "./problems.js";
import { officeName, procedureName } from "./places.js";
import { moment, pick, say } from "./words.js";

// TrangThaiHoSo: done and returned are good; refused, withdrawn and stopped are ends; more needed wants the reader to act.
const tones = { 3: "bad", 5: "warn", 6: "warn", 8: "bad", 9: "good", 10: "good" };

function promise(found) {
  if (!found.promisedAt) return say("track.noPromise");
  if (found.dueAt && found.dueAt !== found.promisedAt) return say("track.moved", { promised: moment(found.promisedAt), due: moment(found.dueAt) });
  return moment(found.promisedAt);
}

const step = one => el("li", {}, el("b", {}, pick(one.what)), el("div", { class: "soft small" }, moment(one.at)));

async function answer(found) {
  return [
    el("div", { class: `verdict ${tones[found.statusCode] ?? ""}` }, el("h2", {}, pick(found.status)), el("p", {}, pick(found.next))),
    el("div", { class: "card" }, facts(
      [say("track.code"), found.code],
      [say("track.procedure"), await procedureName(found.procedure)],
      [say("track.holding"), await officeName(found.holding)],
      [say("track.submitted"), moment(found.submittedAt)],
      [say("track.promised"), promise(found)])),
    el("div", { class: "card" }, el("h2", {}, say("track.timeline")), el("ol", { class: "steps" }, found.timeline.map(step))),
    el("p", {}, say("track.more"), " ", el("a", { href: `/dossier?code=${encodeURIComponent(found.code)}` }, say("track.signIn"))),
  ];
}

onSend(byId("track"), async form => {
  byId("answer").hidden = true;
  const found = await post("/api/tracking", { code: form.get("code").trim(), secret: form.get("secret").trim() });
  show(fill(byId("answer"), await answer(found)));
});

// The QR code of a receipt brings both in the fragment, which no server sees; it leaves the address bar at once.
const [code, secret] = decodeURIComponent(location.hash.slice(1)).split("&");
if (code && secret) {
  history.replaceState(null, "", location.pathname);
  byId("code").value = code;
  byId("secret").value = secret;
  byId("track").requestSubmit();
}
