import { el } from "./dom.js";
import { say } from "./words.js";

const valueOf = input => (input.type === "checkbox" ? input.checked : input.value.trim());

const isAnswer = input => input.name && input.matches("input, select, textarea") && input.type !== "file" && !(input.type === "radio" && !input.checked) && !input.closest("[data-own]");

/** What has been filled in, by the names of the fields; the procedure's own form keeps its answers itself. */
export const answersOf = form => Object.fromEntries([...form.elements].filter(isAnswer).map(input => [input.name, valueOf(input)]));

export function restore(form, saved) {
  for (const input of form.elements) {
    if (!(input.name in saved) || input.readOnly || input.type === "file") continue;
    if (input.type === "checkbox") input.checked = saved[input.name];
    else if (input.type === "radio") input.checked = input.value === saved[input.name];
    else input.value = saved[input.name];
  }
}

const shown = input => (input.tagName === "SELECT" ? input.selectedOptions[0]?.textContent : input.type === "checkbox" ? say(input.checked ? "filing.yes" : "filing.no") : input.type === "radio" ? input.labels[0].textContent : input.value);

const nameOf = input => (input.type === "radio" ? input.closest("fieldset").querySelector("legend") : input.labels?.[0])?.childNodes;

const textOf = nodes => [...(nodes ?? [])].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent).join("").trim();

/** "Check your answers": every answer with a way back to it. `own` are the rows of the procedure's own form. */
export function review(form, steps, papers, own) {
  const inputs = [...form.elements].filter(input => isAnswer(input) && input.closest("[data-step]") && !input.closest(".field[hidden], div[hidden]") && shown(input));
  const rows = [...inputs.map(input => ({ name: textOf(nameOf(input)), value: shown(input), step: input.closest("[data-step]").dataset.step, id: input.id })), ...own]
    .sort((one, other) => steps.names.indexOf(one.step) - steps.names.indexOf(other.step));
  const row = ({ name, value, step, id }) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value),
    el("td", {}, el("button", { type: "button", class: "link", onclick: () => { steps.go(step); document.getElementById(id)?.focus(); } }, say("filing.change"), el("span", { class: "quiet" }, ` ${name}`))));
  return el("table", { class: "answers" }, el("tbody", {}, rows.map(row),
    row({ name: say("filing.papers"), value: papers.sent.length ? papers.sent.map(paper => paper.name).join(", ") : say("filing.noPapersSent"), step: "papers", id: "" })));
}
