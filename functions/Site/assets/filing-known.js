import { byId } from "./dom.js";
import { get } from "./api.js";
import { communeAsked } from "./places.js";

/** What the first step asks and the account says, under the names the forms know it by. */
export const elsewhere = {
  "filer.fullName": byId("name"), "filer.personalNumber": byId("number"), "filer.phone": byId("phone"), "filer.email": byId("email"),
};

const livesIn = () => (byId("residence").value ? byId("residence").selectedOptions[0].textContent.replace(/^./, letter => letter.toLowerCase()) : null);

export const sources = {
  ...Object.fromEntries(Object.entries(elsewhere).map(([source, input]) => [source, () => input.value.trim() || null])),
  "filer.consent": () => (byId("name").value ? { method: "VNeID", by: byId("name").value, number: byId("number").value } : null),
  "office.commune": communeAsked,
  "office.unit": () => livesIn() && `UBND ${livesIn()}`,
  "office.policeOfTheCommune": () => livesIn() && `Công an ${livesIn()}`,
};

/** What the citizen said for the last dossier and need not say again, by key of the form, each with where it comes from. */
export async function saidBefore(code) {
  const { items: [last] } = await get("/api/dossiers?limit=1");
  if (!last) return {};
  const { values } = await get(`/api/procedures/${encodeURIComponent(code)}/prefill?from=${encodeURIComponent(last.code)}`).catch(() => ({ values: [] }));
  return Object.fromEntries(values.filter(one => one.source !== "signIn").map(one => [one.field, one]));
}
