import { el } from "./dom.js";
import { Refused, Unreachable } from "./api.js";
import { report } from "./report.js";
import { say } from "./words.js";

/** Takes away what an earlier attempt said. */
export function clear(form) {
  form.querySelectorAll(".error, .summary").forEach(node => node.remove());
  form.querySelectorAll("[aria-invalid]").forEach(node => {
    node.removeAttribute("aria-invalid");
    node.removeAttribute("aria-describedby");
  });
}

const inputFor = (form, field) => field && [...form.elements].find(input => input.name === field || (input.name && field.startsWith(`${input.name}.`)));

/** What a person is told of an error: the office's own words, or that the page is at fault, which the office then hears of too. */
export function wordsOf(error) {
  if (error instanceof Refused || error instanceof Unreachable || error.told) return error.message;
  report(error);
  return say("common.pageBroken");
}

/** An error whose words are meant for the reader. */
export const told = (message, field) => Object.assign(new Error(message), { told: true, field });

function mark(input, message) {
  const said = el("p", { class: "error", id: `${input.id}-error` }, message);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", said.id);
  input.closest(".field, .paper").append(said);
  input.addEventListener("input", () => { said.remove(); input.removeAttribute("aria-invalid"); input.removeAttribute("aria-describedby"); }, { once: true });
}

const parts = "fieldset.field, fieldset.entry";

// Giấy tờ – Mục 2 – Số trang: the whole it is part of before its own name.
function labelOf(input) {
  const wholes = [];
  for (let at = input.closest(parts); at; at = at.parentElement.closest(parts)) wholes.unshift(at.querySelector(":scope > legend"));
  const isPartOnly = wholes.length > 0 && (input.type === "radio" || input.type === "checkbox" || input.closest(".boxes"));
  const words = [...wholes, isPartOnly ? null : input.labels?.[0]].map(label => label?.firstChild?.textContent.trim());
  return words.filter(Boolean).join(" – ") || input.name;
}

/**
 * Says every fault: beside its field, and all of them at the top, each a link to its field; `open` shows the part of the form an input stands in.
 * @param {Element} form
 * @param {{ input: PageElement, message: string }[]} faults
 * @param {(input: PageElement) => void} [open]
 */
export function tellAll(form, faults, open = () => {}) {
  faults.forEach(({ input, message }) => mark(input, message));
  const go = input => event => { event.preventDefault(); open(input); input.focus(); input.scrollIntoView({ block: "center" }); };
  const summary = el("div", { class: "summary", role: "alert", tabindex: -1 }, el("h2", {}, say("common.faults", { count: faults.length })),
    el("ul", {}, faults.map(({ input, message }) => el("li", {}, el("a", { href: `#${input.id}`, onclick: go(input) }, `${labelOf(input)}: ${message}`)))));
  form.prepend(summary);
  summary.focus();
  summary.scrollIntoView({ block: "start" });
}

/** Says a refusal beside the field at fault, or above the button that was pressed, aloud too. */
export function tell(form, error) {
  const input = inputFor(form, error.field);
  if (input) {
    mark(input, wordsOf(error));
    input.closest(".field, .paper").querySelector(".error").setAttribute("role", "alert");
    input.focus();
    return;
  }
  const said = el("p", { class: "error", role: "alert" }, wordsOf(error));
  const button = form.querySelector("button:not([type=button])");
  if (button) button.closest(".stick, .buttons, p")?.before(said) ?? button.before(said);
  else form.append(said);
  said.scrollIntoView({ block: "nearest" });
}

const isEmpty = input => (input.type === "checkbox" ? !input.checked : input.type === "radio" ? ![...input.form.elements].some(one => one.name === input.name && one.checked) : !input.value.trim());

const faultOf = input => {
  if (input.disabled || input.readOnly || !(input.name || input.required) || input.closest("[hidden]")) return null;
  if (input.required && isEmpty(input)) return say("common.fillIn");
  if (input.value && input.validity && !input.validity.valid) return input.dataset.wrong ?? input.validationMessage;
  return null;
};

/** All required fields left empty and all that cannot be right, told at once with whatever `more` is known; true when there is none. */
export function complete(form, more = []) {
  const faults = [...form.elements].map(input => ({ input, message: faultOf(input) })).filter(({ message }) => message)
    .filter(({ input }, at, all) => input.type !== "radio" || all.findIndex(other => other.input.name === input.name) === at)
    .concat(more);
  if (faults.length) tellAll(form, faults);
  return faults.length === 0;
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
      await act(new FormData(form, button), button);
    } catch (error) {
      tell(form, error);
    } finally {
      form.ariaBusy = "false";
      if (button) button.disabled = false;
    }
  });
}

/** Shows in `place` what `load` makes; says what went wrong, with a way to try again. */
export async function load(place, loading) {
  place.ariaBusy = "true";
  try {
    place.replaceChildren(...[await loading()].flat(Infinity).filter(Boolean));
  } catch (error) {
    place.replaceChildren(el("div", { class: "verdict bad", role: "alert" }, el("p", {}, wordsOf(error)),
      el("button", { type: "button", class: "second", onclick: () => load(place, loading) }, say("common.tryAgain"))));
  } finally {
    place.ariaBusy = "false";
  }
}
