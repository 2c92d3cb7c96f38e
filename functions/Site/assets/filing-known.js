import { byId } from "./dom.js";
import { ask, get, post } from "./api.js";
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

const pathOf = code => `/api/procedures/${encodeURIComponent(code)}/prefill`;

/** What the citizen's own results say and the last dossier said, and need not be said again. */
export async function saidBefore(code) {
  const { items: [last] } = await get("/api/dossiers?limit=1").catch(() => ({ items: [] })); // Out of reach, nothing was said before.
  return get(`${pathOf(code)}${last ? `?from=${encodeURIComponent(last.code)}` : ""}`).catch(() => ({}));
}

/** What the population register says of the citizen, who agrees by asking. */
export const recordOf = code => post(pathOf(code), { consent: true });

/** What a result says that the citizen holds as a file. */
export async function resultIn(code, file) {
  const answer = await ask(`${pathOf(code)}-result`, { method: "POST", body: file, headers: { "Content-Type": "application/pdf" } });
  return answer.json();
}
