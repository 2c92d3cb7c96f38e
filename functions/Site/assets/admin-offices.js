import { el, fill } from "./dom.js";
import { get } from "./api.js";
import { choose, line, registerOf } from "./admin-register.js";
import { offices, shortName } from "./places.js";
import { load } from "./problems.js";
import { day, named, say } from "./words.js";

const both = ["name", "authority", "chair"];
const single = ["address", "phone", "parent", "unit"];

/** @param {Api.OfficeVersion} office */
const said = office => Object.fromEntries([
  ...both.flatMap(name => [[named("admin.office", name), office[name].vi], [`${named("admin.office", name)} (EN)`, office[name].en]]),
  ...single.map(name => [named("admin.office", name), office[name] ?? ""]),
  [say("admin.officeDifficult"), office.isDifficult ? say("admin.yes") : say("admin.no")],
  [say("admin.officeValidTo"), office.validTo ? day(office.validTo) : ""],
].filter(([, text]) => text));

/** @param {Api.OfficeVersion} latest */
function fields(latest) {
  const difficult = el("input", { type: "checkbox", id: "in-isDifficult", name: "isDifficult", checked: latest.isDifficult });
  const nodes = [
    both.map(name => [line(`${name}.vi`, named("admin.office", name), { value: latest[name].vi, required: true }),
      line(`${name}.en`, `${named("admin.office", name)} (EN)`, { value: latest[name].en, required: true })]),
    single.map(name => line(name, `${named("admin.office", name)} ${say("common.optional")}`, { value: latest[name] ?? "" })),
    el("label", { class: "choice", for: "in-isDifficult" }, difficult, say("admin.officeDifficult")),
    line("validTo", `${say("admin.officeValidTo")} ${say("common.optional")}`, { type: "date", value: latest.validTo ?? "" }),
  ];
  const read = sent => ({
    ...latest,
    ...Object.fromEntries(both.map(name => [name, { vi: sent.get(`${name}.vi`).trim(), en: sent.get(`${name}.en`).trim() }])),
    ...Object.fromEntries([...single, "validTo"].map(name => [name, sent.get(name).trim() || undefined])),
    isDifficult: sent.has("isDifficult"), assumed: latest.assumed.filter(name => latest[name] === sent.get(name)),
  });
  return { nodes, read };
}

/** How each office was, is and will be. */
export async function officeEditor() {
  const place = el("div", {});
  const { select, node } = choose("edited-office", say("admin.office"), (await offices()).map(one => [one.code, `${shortName(one)} (${one.code})`]));
  const show = () => load(place, () => registerOf({
    versions: () => get(`/api/offices/${select.value}/versions`), said, fields,
    address: from => `/api/offices/${select.value}/versions/${from}`,
  }));
  select.addEventListener("change", show);
  show();
  return fill(el("div", {}), node, place);
}
