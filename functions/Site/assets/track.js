import { byId, el, facts, fill, icon, show } from "./dom.js";
import { post } from "./api.js";
import { onSend } from "./problems.js";
import { officeOf, procedureName, shortName } from "./places.js";
import { partsCard } from "./linked.js";
import { rateCard } from "./rate-card.js";
import { stops } from "./stops.js";
import { codes, moment, pick, say } from "./words.js";

// TrangThaiHoSo: done and returned are good; refused, withdrawn and stopped are ends; more needed wants the reader to act.
const tones = { 3: "bad", 5: "warn", 6: "warn", 8: "bad", 9: "good", 10: "good" };

const promise = found => (found.promisedAt
  ? [el("p", { class: "soft" }, say("track.promised")), el("p", { class: "big" }, moment(found.promisedAt)),
    found.dueAt && found.dueAt !== found.promisedAt && el("p", {}, say("track.moved", { due: moment(found.dueAt) }))]
  : el("p", {}, say("track.noPromise")));

const step = one => el("li", {}, el("b", {}, pick(one.what)), el("div", { class: "soft small" }, moment(one.at)));

const call = office => office?.phone && el("p", {}, el("a", { class: "button second", href: `tel:${office.phone}` }, icon("phone"), say("track.call", { office: shortName(office) })));

async function answer(found, secret) {
  const office = await officeOf(found.holding);
  return [
    el("p", { class: "soft" }, `${codes(found.code, found.centralCode)} · ${await procedureName(found.procedure)}`),
    el("section", { class: `verdict ${tones[found.statusCode] ?? "info"}` }, el("h2", {}, pick(found.status)), el("p", {}, pick(found.next))),
    stops(found.statusCode), partsCard(found.parts),
    found.returnedAt && (await rateCard(rating => post("/api/ratings", { code: found.code, secret, rating }))),
    el("div", { class: "two" },
      el("section", { class: "card" }, promise(found), facts(
        [say("track.holding"), office ? pick(office.name) : found.holding],
        [say("track.submitted"), moment(found.submittedAt)]), call(office)),
      el("section", { class: "card" }, el("h2", {}, say("track.timeline")), el("ol", { class: "steps" }, found.timeline.map(step)))),
    el("p", {}, say("track.more"), " ", el("a", { href: `/dossier?code=${encodeURIComponent(found.code)}` }, say("track.signIn"))),
  ];
}

async function look(code, secret) {
  fill(byId("answer"));
  const found = await post("/api/tracking", { code: code.trim(), secret: secret.trim() });
  show(fill(byId("answer"), await answer(found, secret.trim())));
}

onSend(byId("track"), form => look(form.get("code"), form.get("secret")));

// The QR code of a receipt brings both in the fragment, which no server sees; it leaves the address bar at once.
const [code, secret] = decodeURIComponent(location.hash.slice(1)).split("&");
if (code && secret) {
  history.replaceState(null, "", location.pathname);
  byId("code").value = code;
  byId("secret").value = secret;
  byId("track").requestSubmit();
}
