import { el } from "./dom.js";
import { door } from "./session.js";
import { say } from "./words.js";

/** Takes away what an earlier attempt said. */
export function clear(form) {
  form.querySelectorAll(".error").forEach(node => node.remove());
  form.querySelectorAll("[aria-invalid]").forEach(node => {
    node.removeAttribute("aria-invalid");
    node.removeAttribute("aria-describedby");
  });
}

const inputFor = (form, field) => field && [...form.elements].find(input => input.name === field || (input.name && field.startsWith(`${input.name}.`)));

/** Says a refusal beside the field at fault, or at the foot of the form, aloud too. */
export function tell(form, error) {
  const said = el("p", { class: "error", role: "alert" }, error.message);
  const input = inputFor(form, error.field);
  if (!input) {
    form.append(said);
    return;
  }
  said.id = `${input.id}-error`;
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", said.id);
  input.closest(".field").append(said);
  input.focus();
}

/** The first required field left empty is told; true when there is none. */
export function complete(form) {
  const empty = [...form.elements].find(input => input.required && !input.disabled && (input.type === "checkbox" ? !input.checked : !input.value.trim()));
  if (empty) tell(form, { message: say("common.fillIn"), field: empty.name });
  return !empty;
}

/** Runs `act` when the form is sent: once at a time, the button closed meanwhile, refusals beside their fields. */
export function onSend(form, act) {
  form.noValidate = true;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    clear(form);
    if (!complete(form)) return;
    form.ariaBusy = "true";
    const button = event.submitter;
    if (button) button.disabled = true;
    try {
      await act(new FormData(form, button));
    } catch (error) {
      tell(form, error);
    } finally {
      form.ariaBusy = "false";
      if (button) button.disabled = false;
    }
  });
}

// A sign-in that has ended is begun again; whatever else went wrong may pass.
const wayOut = (error, again) => (error.status === 401
  ? el("a", { class: "button", href: door() }, say("common.signIn"))
  : el("button", { type: "button", class: "second", onclick: again }, say("common.tryAgain")));

/** Shows in `place` what `load` makes; says what went wrong, with a way to try again. */
export async function load(place, loading) {
  place.ariaBusy = "true";
  try {
    place.replaceChildren(...[await loading()].flat());
  } catch (error) {
    if (!error.code && error.name !== "Error") throw error;
    place.replaceChildren(el("div", { class: "verdict bad", role: "alert" }, el("p", {}, error.message), wayOut(error, () => load(place, loading))));
  } finally {
    place.ariaBusy = "false";
  }
}
