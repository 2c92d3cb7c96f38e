import { el, fill } from "./dom.js";
import { get } from "./api.js";
import { choose, line, registerOf } from "./admin-register.js";
import { centers, procedures, shortName } from "./places.js";
import { load } from "./problems.js";
import { desk } from "./session.js";
import { capital, named, pick, say } from "./words.js";

const when = ["used", "before", "after"];
const most = 12;

// Whom a rung may tell: the handler, or a role at a place. What the present ladder tells besides is kept.
const usual = ["handler", "leader@holding", "leader@competent", "supervisor@receipt", "supervisor@competent", "clerk@receipt", "registrar@holding"];

/** @param {Api.RungRecipient} to @returns {string} */
const keyOf = to => to.who ?? `${to.role}@${to.at}`;

const placeName = at => (["holding", "receipt", "competent"].includes(at) ? named("admin.ladderAt", at) : at);

const wordsOf = key => (key === "handler" ? say("admin.ladderHandler")
  : key.replace(/^(\w+)@(.*)$/, (_, role, at) => `${named("common.role", role)} – ${placeName(at)}`));

const recipient = key => (key === "handler" ? { who: key } : { role: key.split("@")[0], at: key.split("@")[1] });

/** @param {Api.Rung} rung */
const sentence = rung => [say(`admin.ladderIs${capital(rung.when)}`, { amount: rung.amount }),
  rung.to.map(to => wordsOf(keyOf(to))).sort().join("; "), rung.draftsApology && say("admin.ladderApology")].filter(Boolean).join(" · ");

/** @param {Api.EscalationLadder} ladder */
const said = ladder => ({ ...Object.fromEntries(ladder.rungs.map(rung => [pick(rung.name), sentence(rung)])), [say("admin.purposesSource")]: ladder.source });

const tick = (name, value, text, checked) => el("label", { class: "choice", for: `in-${name}-${value}` },
  el("input", { type: "checkbox", id: `in-${name}-${value}`, name, value, checked }), text);

/** @param {Api.Rung} rung */
function rungFields(rung, n) {
  const at = `rungs[${n}]`;
  const told = (rung?.to ?? []).map(keyOf);
  const kind = el("select", { id: `in-${at}.when`, name: `${at}.when` },
    when.map(one => el("option", { value: one, selected: rung?.when === one }, named("admin.ladderWhen", one))));
  return el("details", { class: "rung", open: !rung && n === 0 },
    el("summary", {}, rung ? `${n + 1}. ${pick(rung.name)}` : say("admin.ladderMore")),
    el("div", { class: "filters" }, line(`${at}.name.vi`, say("admin.ladderNameVi"), { value: rung?.name.vi ?? "" }),
      line(`${at}.name.en`, say("admin.ladderNameEn"), { value: rung?.name.en ?? "" })),
    el("div", { class: "filters" }, el("div", { class: "field" }, el("label", { for: kind.id }, say("admin.ladderMoment")), kind),
      line(`${at}.amount`, say("admin.ladderAmount"), { type: "number", min: 0, max: 99, value: rung?.amount ?? 0 })),
    el("fieldset", { class: "field" }, el("legend", {}, say("admin.ladderTo")),
      [...new Set([...usual, ...told])].map(key => tick(`${at}.to`, key, wordsOf(key), told.includes(key)))),
    tick(`${at}.draftsApology`, "yes", say("admin.ladderApology"), rung?.draftsApology));
}

// A rung whose name is emptied is left out; a new one gets a code of its own, which is recorded with dossiers and never changes.
const rungsRead = (sent, before) => [...before, null].flatMap((rung, n) => {
  const at = `rungs[${n}]`;
  const vi = sent.get(`${at}.name.vi`).trim();
  const code = rung?.code ?? `rung-${Date.now().toString(36)}`;
  return vi ? [{ code, name: { vi, en: sent.get(`${at}.name.en`).trim() || vi }, when: sent.get(`${at}.when`), amount: Number(sent.get(`${at}.amount`)),
    to: sent.getAll(`${at}.to`).map(recipient), draftsApology: sent.has(`${at}.draftsApology`) }] : [];
});

const fieldsOf = (procedure, office) => latest => ({
  nodes: [el("p", { class: "hint" }, say("admin.ladderHint")), [...latest.rungs, ...(latest.rungs.length < most ? [null] : [])].map(rungFields),
    line("source", say("admin.purposesSource"), { value: latest.source, required: true })],
  read: sent => ({ procedure: procedure(), office: office(), source: sent.get("source").trim(), rungs: rungsRead(sent, latest.rungs) }),
});

const fit = (ladder, procedure, office) => ([procedure, "*"].includes(ladder.procedure) && [office, "*"].includes(ladder.office)
  ? (ladder.procedure === "*" ? 0 : 2) + (ladder.office === "*" ? 0 : 1) : -1);

/** How delays are told upwards, by procedure and office; dossiers received before keep their ladder. */
export async function ladderEditor() {
  const place = el("div", {});
  const own = desk();
  const places = (await centers()).filter(one => !own || one.code === own).map(one => [one.code, shortName(one)]);
  const known = (await procedures()).map(one => [one.code, `${one.code} – ${pick(one.name)}`]);
  const which = choose("ladder-procedure", say("admin.procedure"), [["*", say("admin.ladderEveryProcedure")], ...known]);
  const where = choose("ladder-office", say("admin.office"), own ? places : [["*", say("common.wholeProvince")], ...places]);
  const key = () => [which.select.value, where.select.value];
  const versions = async () => {
    const all = await get("/api/escalation-ladders");
    const closest = Math.max(...all.map(one => fit(one, ...key())));
    return all.filter(one => fit(one, ...key()) === closest); // Until it has its own, the closest one holds.
  };
  const show = () => load(place, () => registerOf({
    versions, said, fields: fieldsOf(() => key()[0], () => key()[1]),
    address: from => `/api/escalation-ladders/${key().map(encodeURIComponent).join("/")}/versions/${from}`,
  }));
  which.select.addEventListener("change", show);
  where.select.addEventListener("change", show);
  show();
  return fill(el("div", {}), el("div", { class: "filters" }, which.node, where.node), place);
}
