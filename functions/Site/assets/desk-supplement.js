import { el, fill } from "./dom.js";
import { get, post } from "./api.js";
import { onSend, told } from "./problems.js";
import { me } from "./session.js";
import { pick, say } from "./words.js";

// What is often said of this paper stands first; choosing it brings its ground.
const fits = (ready, component) => ready.filter(one => !one.component || one.component === component?.id).sort((one, other) => Number(Boolean(other.component)) - Number(Boolean(one.component)));

const filledIn = (text, what) => text.replaceAll("{giấy tờ}", what);

function line(component, at, what, ready, wanted) {
  const id = `line-${at}`;
  const own = fits(ready, component);
  const ground = event => { event.target.dataset.ground = own.find(one => filledIn(one.text, what) === event.target.value)?.law ?? ""; };
  const reason = el("div", { class: "field", hidden: !wanted }, el("label", { for: `${id}-reason` }, say("desk.supplementReason")),
    el("input", { id: `${id}-reason`, name: `reason.${at}`, list: `${id}-ready`, maxlength: 1000, required: wanted, oninput: ground }), el("datalist", { id: `${id}-ready` }, own.map(one => el("option", { value: filledIn(one.text, what) }))));
  const box = el("input", { type: "checkbox", id, name: `line.${at}`, checked: wanted, value: component?.id ?? "", "data-what": what, onchange: event => { reason.hidden = !event.target.checked; reason.querySelector("input").required = event.target.checked; } });
  return el("div", {}, el("label", { class: "choice", for: id }, box, what), reason);
}

/**
 * One request holds all that is missing, paper by paper, so that the citizen is given a place for each. What a database holds is not offered:
 * it may not be asked for (Resolution 66.7/2025/NQ-CP). `rejected` is the paper that was found wanting.
 */
export async function supplementAct(dossier, path, tag, done, rejected = null) {
  const [{ procedure }, { items: ready }] = await Promise.all([get(`/api/procedures/${dossier.procedure.code}?version=${dossier.procedure.version}`), get(`/api/procedures/${dossier.procedure.code}/reasons?kind=supplement`)]);
  const components = procedure.components.filter(component => component.mayBeAskedFor || dossier.notHeld.includes(component.id));
  const office = me().name;
  const form = el("form", { id: "act-requestSupplement", method: "post" },
    el("datalist", { id: "reasons" }, fits(ready, null).map(one => el("option", { value: one.text }))),
    el("p", { class: dossier.supplementRounds > 0 ? "warn" : "soft" }, say(dossier.supplementRounds > 0 ? "desk.supplementAgain" : "desk.supplementOnce")),
    components.map((component, at) => line(component, at, pick(component.name), ready, component.id === rejected)),
    el("div", { class: "field" }, el("label", { for: "other" }, say("desk.supplementOther"), ` ${say("common.optional")}`), el("input", { id: "other", name: "other", maxlength: 500 })),
    el("div", { class: "field" }, el("label", { for: "other-reason" }, say("desk.supplementOtherReason"), ` ${say("common.optional")}`), el("input", { id: "other-reason", name: "otherReason", list: "reasons", maxlength: 1000 })),
    el("div", { class: "field" }, el("label", { for: "ground" }, say("dossier.fieldGround"), ` ${say("common.optional")}`), el("input", { id: "ground", name: "ground", maxlength: 300, value: procedure.legalBases[0] ?? "" })),
    el("div", { class: "field" }, el("label", { for: "contact" }, say("dossier.fieldContact")), el("input", { id: "contact", name: "contact", required: true, maxlength: 200, value: office })),
    el("p", { class: "buttons" }, el("button", {}, say("dossier.actRequestSupplement"))));
  const key = crypto.randomUUID();
  onSend(form, async sent => {
    const rule = sent.get("ground").trim() || undefined;
    const items = [...form.querySelectorAll("[name^='line.']:checked")].map(box => {
      const reason = form.elements[`reason.${box.name.slice(5)}`];
      return { component: box.value || undefined, what: box.dataset.what, reason: reason.value.trim(), ground: reason.dataset.ground || rule };
    });
    if (sent.get("other").trim()) items.push({ component: undefined, what: sent.get("other").trim(), reason: sent.get("otherReason").trim() || sent.get("other").trim(), ground: rule });
    if (!items.length) throw told(say("desk.supplementNothing"));
    await post(`${path}/supplement-request`, { items, contact: sent.get("contact").trim() }, { "If-Match": tag, "Idempotency-Key": key });
    await done("requestSupplement");
  });
  return fill(el("div", {}), form);
}
