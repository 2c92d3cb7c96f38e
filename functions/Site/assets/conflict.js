import { el } from "./dom.js";
import { isFilled } from "./eform-rules.js";
import { say } from "./words.js";

const own = "form."; // Answers of the procedure's own form, beside those of the page.

function labelOf(name) {
  const input = document.querySelector(`[name="${CSS.escape(name)}"]`);
  return (input?.closest("fieldset.field")?.querySelector("legend") ?? input?.labels?.[0])?.firstChild?.textContent.trim() ?? name.slice(name.startsWith(own) ? own.length : 0);
}

const shown = value => (typeof value === "object" && value ? Object.values(value).map(shown).join(", ") : value === true ? "✓" : value || "–");

const flat = kept => ({ ...kept.answers, ...Object.fromEntries(Object.entries(kept.eform?.answers ?? {}).filter(([, value]) => isFilled(value)).map(([key, value]) => [own + key, value])) });

const choice = (name, value, text, checked) => el("label", { class: "choice" }, el("input", { type: "radio", name, value, checked }), text);

/** @param {any[]} differing */
const rowOf = ([name, mine, theirs]) => el("fieldset", { class: "field" }, el("legend", {}, labelOf(name)),
  choice(name, "mine", `${say("filing.conflictMine")}: ${shown(mine)}`, true), choice(name, "theirs", `${say("filing.conflictTheirs")}: ${shown(theirs)}`));

/** Where two tabs or devices wrote different things into one draft, the writer says field by field which holds. */
export function settle(mine, theirs) {
  const [here, there] = [flat(mine), flat(theirs)];
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  const differing = names.map(name => [name, here[name], there[name]]).filter(([, one, other]) => JSON.stringify(one ?? "") !== JSON.stringify(other ?? ""));
  const papers = [...new Map([...(theirs.papers ?? []), ...(mine.papers ?? [])].map(paper => [paper.upload, paper])).values()];
  const base = { ...theirs, ...mine, papers };
  if (differing.length === 0) return Promise.resolve(base);
  return new Promise(resolve => {
    const form = /** @type {any} */ (el("form", { method: "dialog" }, el("h2", {}, say("filing.conflict")), el("p", {}, say("filing.conflictText")),
      differing.map(rowOf), el("button", {}, say("filing.conflictKeep"))));
    const dialog = document.body.appendChild(el("dialog", { oncancel: event => event.preventDefault() }, form));
    dialog.addEventListener("close", () => {
      const chosen = new FormData(form);
      const agreed = { ...there, ...here };
      for (const [name, , other] of differing) if (chosen.get(name) === "theirs") agreed[name] = other;
      dialog.remove();
      const of = form => Object.fromEntries(Object.entries(agreed).filter(([name]) => name.startsWith(own) === form).map(([name, value]) => [form ? name.slice(own.length) : name, value]));
      resolve({ ...base, answers: of(false), eform: base.eform && { ...base.eform, answers: of(true) } });
    });
    dialog.showModal();
  });
}
