import { byId } from "./dom.js";
import { elsewhere, recordOf, resultIn, saidBefore } from "./filing-known.js";
import { wordsOf } from "./problems.js";
import { me } from "./session.js";
import { say } from "./words.js";

const isHeld = ({ components }) => components.some(component => component.form === "fromDatabase" && component.database === "population");

const tell = input => input.dispatchEvent(new Event("change", { bubbles: true }));

// What the page asks before the form, and is known of whoever files.
function fillAbove(own) {
  const known = wanted => { const field = own.fields.get(wanted)?.field; return field && own.known.of(field, { answers: {} })?.value; };
  const keyOf = source => [...own.fields.values()].find(({ field }) => field.prefill?.includes(source))?.field.key;
  for (const [source, input] of Object.entries(elsewhere)) {
    const value = input.value ? null : known(keyOf(source));
    if (value) { input.value = value; tell(input); }
  }
  const commune = byId("residence").value ? null : known("requesterResidence")?.commune;
  if (commune) { byId("residence").value = commune; tell(byId("residence")); }
}

async function fillIn(own, from, button) {
  const said = byId("prefill-said");
  button.disabled = true;
  said.textContent = say("common.loading");
  try {
    said.textContent = say("filing.prefilled", { count: own.learn(await from()) });
    fillAbove(own);
  } catch (error) {
    said.textContent = wordsOf(error);
  } finally {
    button.disabled = false;
  }
}

/** Fills in what was said before, and offers to fill in what a register holds of the citizen and what a result says that the citizen has. */
export async function offerPrefill(procedure, own) {
  own.learn(await saidBefore(procedure.code));
  fillAbove(own);
  const [ask, file] = [byId("prefill-ask"), byId("prefill-file")];
  byId("prefill").hidden = Boolean(me().organisation);
  byId("prefill-register").hidden = !isHeld(procedure);
  ask.addEventListener("click", async () => {
    await fillIn(own, () => recordOf(procedure.code), ask);
    byId("consent").checked = true;
  });
  file.addEventListener("change", async () => {
    if (file.files.length) await fillIn(own, () => resultIn(procedure.code, file.files[0]), file);
    file.value = "";
  });
}
