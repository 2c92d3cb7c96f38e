import { byId } from "./dom.js";
import { whenIdle } from "./idle.js";

const Key = "assist";
const patience = 90;

/** What the citizen agreed to before an official fills in for them; null when nobody is being helped. */
export const agreed = () => JSON.parse(sessionStorage.getItem(Key));

export const agree = consent => sessionStorage.setItem(Key, JSON.stringify(consent));

/** Nothing of the person who was helped stays on this device: neither what was typed, nor files begun, nor a way back to it. */
export function forget() {
  for (const form of document.forms) form.reset();
  sessionStorage.removeItem(Key);
  indexedDB.deleteDatabase("uploads");
  location.replace("/assist");
}

/** Turns the counter into assisted filing, when its address asks for it; answers the citizen's consent. */
export function helping() {
  if (!new URLSearchParams(location.search).has("assist")) return null;
  const consent = agreed();
  if (!consent) {
    location.replace("/assist");
    return null;
  }
  document.body.classList.add("assist");
  byId("consent").value = consent.reference;
  byId("consent").readOnly = true;
  byId("consent-field").hidden = false;
  whenIdle(patience, forget);
  return consent;
}
