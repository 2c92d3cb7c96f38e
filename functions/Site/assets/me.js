import { announce, byId, el, facts } from "./dom.js";
import { ask, get } from "./api.js";
import { consentForm } from "./consent-form.js";
import { fileButton } from "./file-button.js";
import { load, onSend } from "./problems.js";
import { officeName, procedureName } from "./places.js";
import { renew } from "./renew.js";
import { me, mustBe } from "./session.js";
import { day, moment, named, say } from "./words.js";

const card = (title, ...content) => el("section", { class: "card" }, el("h2", {}, title), content);

const tick = (name, on) => el("div", { class: "field" }, el("label", { class: "choice", for: name }, el("input", { type: "checkbox", id: name, name, checked: on }), named("me.by", name)));

function notices(wanted) {
  const form = el("form", { method: "post" }, tick("email", wanted.email), tick("sms", wanted.sms), tick("zalo", wanted.zalo), el("button", {}, say("me.save")));
  onSend(form, async given => {
    await ask("/api/me/notifications", { method: "PUT", body: { ...wanted, email: given.has("email"), sms: given.has("sms"), zalo: given.has("zalo") } });
    announce(say("me.saved"));
  });
  return card(say("me.notices"), el("p", {}, say("me.noticesText")), form);
}

const paper = one => el("li", {}, el("b", {}, one.name), el("div", { class: "soft small" }, [one.number, one.issuer, one.issuedOn && say("me.issued", { day: day(one.issuedOn) }), one.expiresOn && say("me.until", { day: day(one.expiresOn) }), say("me.uses", { count: one.uses })].filter(Boolean).join(" · ")));

const lookUpOf = one => (one.lookUpAsked ? say("me.lookUpAsked") : one.lookUp ? say("me.lookUpGiven", { at: moment(one.lookUp.at) }) : say("me.noLookUp"));

const proxyOf = one => one.proxy && `${say("me.proxy", { name: one.proxy.name })} · ${say(one.authorityDenied ? "me.authorityDenied" : one.authority ? "me.authorityProven" : "me.authorityOpen")}`;

const consent = async one => el("li", {},
  el("a", { class: "name", href: `/dossier?code=${encodeURIComponent(one.code)}` }, await procedureName(one.procedure)),
  el("div", { class: "soft small" }, [one.code, lookUpOf(one), proxyOf(one)].filter(Boolean).join(" · ")),
  one.mayAnswer && consentForm(one, `/api/dossiers/${encodeURIComponent(one.code)}`, async words => { await renew(byId("mine"), citizen); announce(words); }));

const lookUp = async one => el("li", {}, el("b", {}, named("me.database", one.database)),
  el("div", { class: "soft small" }, [await procedureName(one.procedure), say("me.agreed", { at: moment(one.consent.at) })].join(" · ")));

// Newest first, as a letter box is read.
async function lookUps() {
  const { items } = await get("/api/look-ups?limit=100").catch(() => ({ items: [] }));
  const lines = await Promise.all(items.toReversed().map(lookUp));
  return card(say("me.lookUps"), el("p", { class: "soft" }, say("me.lookUpsText")), lines.length ? el("ul", { class: "rows" }, lines) : el("p", {}, say("common.nothing")));
}

async function citizen() {
  const [wanted, wallet, consents] = await Promise.all([get("/api/me/notifications"), get("/api/wallet?limit=50"), get("/api/consents?limit=20").catch(() => ({ items: [] }))]);
  return [
    card(me().name, facts([say("me.number"), me().personalNumber], [say("me.organisation"), me().organisation])),
    card(say("me.wallet"), el("p", { class: "soft" }, say("me.walletText")), wallet.items.length ? el("ul", { class: "rows" }, wallet.items.map(paper)) : el("p", {}, say("common.nothing"))),
    card(say("me.consents"), consents.items.length ? el("ul", { class: "rows" }, await Promise.all(consents.items.map(consent))) : el("p", {}, say("common.nothing"))),
    await lookUps(),
    notices(wanted),
    card(say("me.held"), el("p", {}, say("me.heldText")), el("p", {}, fileButton(say("me.export"), "/api/me/export", "du-lieu-cua-toi.zip"))),
  ];
}

const duty = async one => el("li", {}, el("b", {}, named("common.role", one.role)), ` – ${await officeName(one.office)}`, one.until && ` (${say("me.until", { day: day(one.until) })})`, one.delegatedBy && ` · ${say("me.lent")}`);

const delegation = async one => el("li", {}, el("b", {}, named("common.role", one.role)),
  ` – ${await officeName(one.office)}: ${day(one.from)} – ${day(one.to)}`, one.revokedAt && ` · ${say("me.delegationEnded", { day: day(one.revokedAt) })}`);

/** @param {readonly Api.Delegation[]} all */
const delegations = async all => (all.length ? el("ul", { class: "rows" }, await Promise.all(all.map(delegation))) : el("p", {}, say("common.nothing")));

async function official() {
  const { lent, received } = await get("/api/delegations");
  return [
    card(me().name, el("ul", { class: "rows" }, await Promise.all(me().duties.map(duty)))),
    card(say("me.delegations"), el("h3", {}, say("me.delegationsGiven")), await delegations(lent),
      el("h3", {}, say("me.delegationsReceived")), await delegations(received)),
  ];
}

if (mustBe()) load(byId("mine"), me().kind === "citizen" ? citizen : official);
