import { get } from "./api.js";
import { byId } from "./dom.js";
import { capital, pick, say } from "./words.js";

const once = {};

/** Every office of the province; asked for once a page, kept by the browser for a minute. */
export const offices = () => (once.offices ??= get("/api/offices").then(list => list.items));

const title = /^(Trung tâm Phục vụ hành chính công|Public Administration Service Center of) /;

/** Xã Mường Ảng: for lists where every line would begin alike. */
export const shortName = office => capital(pick(office.name).replace(title, ""));

const byName = (one, other) => shortName(one).localeCompare(shortName(other), "vi");

/** The offices where a citizen hands in and collects, by name. */
export const centers = async () => (await offices()).filter(office => office.isCenter).sort(byName);

/** Those of communes and wards. */
export const communes = async () => (await offices()).filter(office => office.unit).sort(byName);

export const officeOf = async code => (await offices()).find(office => office.code === code);

/** The whole province and the system itself are no office. */
export const officeName = async code => (code === "*" ? say("common.wholeProvince") : pick((await officeOf(code))?.name) ?? code);

/** The body that decides, whose name stands on results. */
export const authorityName = async code => pick((await offices()).find(office => office.code === code)?.authority) ?? code;

async function allProcedures(after) {
  const page = await get(`/api/procedures?limit=100${after ? `&cursor=${encodeURIComponent(after)}` : ""}`);
  return page.next ? [...page.items, ...(await allProcedures(page.next))] : page.items;
}

export const procedures = () => (once.procedures ??= allProcedures());

export const procedureName = async code => pick((await procedures()).find(procedure => procedure.code === code)?.name) ?? code;

const people = {};

const colleagues = office => (people[office] ??= get(`/api/offices/${office}/colleagues`).then(list => list.items, () => []));

/** Somebody's name; whoever is not of this office any more is a former colleague, never an id. */
export const personName = async (office, id) => (office ? (await colleagues(office)).find(one => one.id === id)?.name : null) ?? say("common.formerColleague");

/** The commune whose office will be competent, as far as the page asks for it: where the matter lies, else where the person lives. */
export const communeAsked = () => (byId("place-field").hidden ? byId("residence").value : byId("place").value) || null;
