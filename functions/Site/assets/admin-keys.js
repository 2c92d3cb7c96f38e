import { announce, el, field, fill } from "./dom.js";
import { ask, get } from "./api.js";
import { load, onSend, wordsOf } from "./problems.js";
import { day, dayAfter, named, pick, say, today } from "./words.js";

const soon = 30; // Days in which a new certificate can still be had.

/** @param {Api.SigningKeyState} key */
const light = key => (key.problem ? ["bad", pick(key.why)] : key.daysLeft < 0 ? ["bad", say("admin.keyOver")]
  : [key.daysLeft < soon ? "warn" : "good", say("admin.keyDays", { days: key.daysLeft, day: day(key.validTo) })]);

const pathOf = key => `/api/signing-keys/${encodeURIComponent(key.key)}`;

// The request (CSR) goes to the authority; what it issues is laid in here, and from then on the key signs with it.
function certificateForm(key, again) {
  const asked = el("div", {});
  const request = async () => {
    const subject = encodeURIComponent(`CN=${key.owner.replaceAll(",", " ")}, C=VN`);
    const answer = await get(`${pathOf(key)}/certificate-request?subject=${subject}`);
    fill(asked, field(`csr-${key.key}`, say("admin.keyRequest"), el("textarea", { id: `csr-${key.key}`, rows: 6, readonly: true }, answer.pem)));
  };
  const form = el("form", { method: "post" },
    field(`pem-${key.key}`, say("admin.keyPem"), el("textarea", { id: `pem-${key.key}`, name: "pem", rows: 6, required: true })),
    el("p", { class: "buttons" }, el("button", {}, say("admin.keyImport"))));
  onSend(form, async sent => {
    await ask(`${pathOf(key)}/certificate`, { method: "PUT", body: { pem: sent.get("pem") } });
    announce(say("admin.keyImported"));
    again();
  });
  return [el("p", { class: "buttons" }, el("button", { type: "button", class: "second", onclick: () => request().catch(error => announce(wordsOf(error))) },
    say("admin.keyAsk"))), asked, form];
}

function pictureForm(key, again) {
  const form = el("form", { method: "post" },
    field(`picture-${key.key}`, say("admin.keyPicture"),
      el("input", { id: `picture-${key.key}`, name: "picture", type: "file", accept: "image/png", required: true })),
    field(`from-${key.key}`, say("admin.purposesFrom"),
      el("input", { id: `from-${key.key}`, name: "from", type: "date", min: today(), value: dayAfter(today()) })),
    el("p", { class: "buttons" }, el("button", { class: "second" }, say("admin.keyPictureSend"))));
  onSend(form, async sent => {
    await ask(`${pathOf(key)}/image?from=${sent.get("from")}`, { method: "PUT", body: sent.get("picture"), headers: { "Content-Type": "image/png" } });
    announce(say("admin.keyPictureDone"));
    again();
  });
  return form;
}

const row = (key, mayChange, again) => {
  const [class_, words] = light(key);
  return el("li", { "data-key": key.key }, el("div", { class: "between" }, el("b", {}, `${named("admin.key", key.kind)}: ${key.owner}`),
    el("span", { class: `tag ${class_}` }, words)),
  key.subject && el("p", { class: "soft small" }, key.subject),
  mayChange && el("details", {}, el("summary", {}, say("admin.keyChange")), certificateForm(key, again), pictureForm(key, again)));
};

/** The keys an office signs with, and what each still lacks; only the province lays in certificates and pictures. */
export async function keysOf(office, mayChange) {
  const place = el("div", {});
  const again = () => load(place, () => keysOf(office, mayChange));
  return fill(place, el("ul", { class: "rows" }, (await get(`/api/signing-keys?office=${encodeURIComponent(office)}`)).map(key => row(key, mayChange, again))));
}
