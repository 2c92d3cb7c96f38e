import { el, facts } from "./dom.js";
import { get } from "./api.js";
import { fileButton } from "./file-button.js";
import { authorityName, officeName } from "./places.js";
import { load } from "./problems.js";
import { me } from "./session.js";
import { moment, money, named, pick, say, size } from "./words.js";

export const card = (title, ...content) => el("section", { class: "card" }, el("h2", {}, title), content);

export const downloads = (dossier, path) => [
  dossier.result && fileButton(say("dossier.result"), `${path}/result`, `${dossier.code}.pdf`, {}),
  dossier.forms.map(form => fileButton(say("dossier.form", { code: form.code, name: pick(form.name) }), `${path}/forms/${form.code}`, `${dossier.code}-${form.code}.pdf`)),
].flat().filter(Boolean);

const fee = ({ state, total, left, paid }) =>
  (state === "nothing" ? say("dossier.feeNothing") : state === "paid" ? say("dossier.feePaid", { paid: money(paid) }) : total == null ? say("dossier.feeUnknown") : say("dossier.feeDue", { left: money(left), total: money(total) }));

export async function about(dossier, handler) {
  const { applicant, places } = dossier;
  return card(say("dossier.about"), facts(
    [say("dossier.applicant"), applicant.name],
    [say("dossier.number"), applicant.personalNumber],
    [say("dossier.phone"), applicant.phone && el("a", { href: `tel:${applicant.phone}` }, applicant.phone)],
    [say("dossier.email"), applicant.email],
    [say("dossier.address"), applicant.address],
    [say("dossier.summary"), dossier.summary],
    [say("dossier.channel"), named("common.channel", dossier.channel)],
    [say("dossier.receipt"), await officeName(places.receipt)],
    [say("dossier.competent"), places.competent ? await authorityName(places.competent) : say("dossier.competentUnknown")],
    [say("dossier.returnWay"), named("common.way", dossier.returnWay)],
    [say("dossier.fee"), fee(dossier.fee)],
    [say("dossier.handler"), handler]));
}

// That nobody has looked for viruses concerns who opens a paper at the office, not who sent it.
const checkTag = check => check && check.state !== "clean" && (check.state !== "unscanned" || me().kind === "staff")
  && el("span", { class: `tag ${check.state === "refused" ? "bad" : "warn"}` }, named("dossier.check", check.state));

const fact = one => [pick(one.name), one.value];

const paper = (one, path) => el("li", {}, el("div", { class: "between" }, el("b", {}, one.name), checkTag(one.check)),
  el("div", { class: "soft small" }, named("dossier.lineage", one.lineage), one.bytes > 0 && ` · ${size(one.bytes)}`, one.record && ` · ${one.record.source} · ${moment(one.record.at)}`),
  one.record?.facts && el("details", {}, el("summary", {}, say("dossier.recordFacts")), facts(...one.record.facts.map(fact))),
  one.check?.findings?.findings?.filter(found => found.weight !== "note").map(found => el("p", { class: "small warn" }, pick(found.text))),
  one.bytes > 0 && fileButton(say("dossier.open"), `${path}/documents/${one.id}`, one.name));

export const papers = (list, path) => card(say("dossier.papers"), list.length ? el("ul", { class: "rows" }, list.map(one => paper(one, path))) : el("p", {}, say("dossier.noPapers")));

const step = async line => {
  const role = named("common.role", line.as);
  const who = [moment(line.at), line.by ? `${line.by} (${role})` : role, line.office && (await officeName(line.office))];
  const { number, reason, ground } = line.note ?? {};
  const said = [number && say("dossier.noteNumber", { number }), reason, ground && say("dossier.noteGround", { ground })].filter(Boolean);
  return el("li", {}, el("b", {}, named("dossier.what", line.what)), el("div", { class: "soft small" }, who.filter(Boolean).join(" · ")),
    said.length > 0 && el("div", { class: "small" }, said.join(" · ")));
};

// By version, not by time: of two things in one minute the first to happen stands first.
export const history = async lines => card(say("dossier.history"), el("ol", { class: "steps" }, await Promise.all(lines.toSorted((one, other) => one.version - other.version).map(step))));

const access = async one => el("li", {}, [moment(one.at), named("common.role", one.as), one.office !== "*" && (await officeName(one.office))].filter(Boolean).join(" · "));

const mayReadAccesses = () => me().kind === "citizen" || me().duties.some(({ role }) => ["supervisor", "auditor"].includes(role));

export function accesses(path) {
  if (!mayReadAccesses()) return null;
  const list = el("ul", { class: "rows small" });
  const show = () => load(list, async () => Promise.all((await get(`${path}/accesses`)).map(access)));
  return el("details", { class: "card", ontoggle: event => event.target.open && show() }, el("summary", {}, say("dossier.accesses")), list);
}
