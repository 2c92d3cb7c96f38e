import { get } from "./api.js";
import { pick } from "./words.js";

const once = {};

/** Every office of the province; asked for once a page, kept by the browser for a minute. */
export const offices = () => (once.offices ??= get("/api/offices").then(list => list.items));

const title = /^(Trung tâm Phục vụ hành chính công|Public Administration Service Center of) /;
const capital = text => text[0].toUpperCase() + text.slice(1);

/** Xã Mường Ảng: for lists where every line would begin alike. */
export const shortName = office => capital(pick(office.name).replace(title, ""));

const byName = (one, other) => shortName(one).localeCompare(shortName(other), "vi");

/** The offices where a citizen hands in and collects, by name. */
export const centers = async () => (await offices()).filter(office => office.isCenter).sort(byName);

/** Those of communes and wards. */
export const communes = async () => (await offices()).filter(office => office.unit).sort(byName);

export const officeName = async code => pick((await offices()).find(office => office.code === code)?.name) ?? code;

/** The body that decides, whose name stands on results. */
export const authorityName = async code => pick((await offices()).find(office => office.code === code)?.authority) ?? code;

async function allProcedures(after) {
  const page = await get(`/api/procedures?limit=100${after ? `&cursor=${encodeURIComponent(after)}` : ""}`);
  return page.next ? [...page.items, ...(await allProcedures(page.next))] : page.items;
}

export const procedures = () => (once.procedures ??= allProcedures());

export const procedureName = async code => pick((await procedures()).find(procedure => procedure.code === code)?.name) ?? code;
