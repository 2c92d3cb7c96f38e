import { el } from "./dom.js";
import { get, post } from "./api.js";
import { acts, sure, titleOf } from "./acts.js";
import { onSend } from "./problems.js";
import { capital, pick, say } from "./words.js";


const option = (value, text) => el("option", { value }, text);

async function inputOf(field, id, dossier) {
  const same = { id, name: field.name, required: field.required };
  if (field.choices) return el("select", same, option("", say("common.choose")), field.choices.map(choice => option(choice, say(`dossier.choice${capital(choice)}`))));
  if (field.from) return el("select", same, option("", say("common.choose")), (await field.from(dossier)).map(one => option(one.code, pick(one.name))));
  return field.long ? el("textarea", { ...same, maxlength: 10000 }) : el("input", { ...same, type: field.type ?? "text", min: field.min, max: field.max, value: field.value?.(dossier) });
}

async function fieldOf(act, field, dossier) {
  const id = `${act}-${field.name}`;
  const label = el("label", { for: id }, say(`dossier.field${capital(field.name)}`), !field.required && ` ${say("common.optional")}`);
  return el("div", { class: "field" }, label, await inputOf(field, id, dossier));
}

// What is often said, with its ground: chosen, edited, sent.
async function readyReasons(act, dossier) {
  if (!acts[act].ready) return null;
  const { items } = await get(`/api/procedures/${dossier.procedure.code}/reasons?kind=${acts[act].ready}`);
  const choose = event => {
    const one = items[event.target.value];
    if (one) [event.target.form.elements.reason.value, event.target.form.elements.ground.value] = [one.text, one.law];
  };
  return items.length > 0 && el("div", { class: "field" }, el("label", { for: `${act}-ready` }, say("desk.ready"), ` ${say("common.optional")}`), el("select", { id: `${act}-ready`, onchange: choose }, option("", say("common.choose")), items.map((one, at) => option(at, one.text))));
}

const told = (form, fields) => Object.fromEntries(fields.map(({ name, type }) => [name, type === "number" ? Number(form.get(name)) : form.get(name).trim()]).filter(([name]) => form.get(name) !== ""));

/** Sends an act once, however often it is pressed or asked again: `key` names this attempt. */
export const send = (act, { path, tag, key, body }) => post(`${path}/${acts[act].to}`, body, { "If-Match": tag, "Idempotency-Key": key, Prefer: "wait=5" });

/** The form of one act on one dossier as it stands; `done` hears the act that was done, and the dossier behind it. */
export async function actForm(act, dossier, path, tag, done) {
  const { fields = [], body = given => given, sure: mustAsk, forward } = acts[act];
  const form = el("form", { id: `act-${act}`, method: "post" }, await readyReasons(act, dossier), await Promise.all(fields.map(field => fieldOf(act, field, dossier))),
    el("p", { class: "buttons" }, el("button", { class: mustAsk && !forward ? "danger" : forward ? null : "second" }, titleOf(act))));
  const key = crypto.randomUUID();
  onSend(form, async sent => {
    if (mustAsk && !(await sure(act))) return;
    const after = await send(act, { path, tag, key, body: fields.length || act === "approve" ? body(told(sent, fields), dossier) : undefined });
    await done(act, after);
  });
  return form;
}
