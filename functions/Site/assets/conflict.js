import { el } from "./dom.js";
import { say } from "./words.js";

const labelOf = name => document.querySelector(`[name="${CSS.escape(name)}"]`)?.labels?.[0]?.firstChild?.textContent.trim() ?? name;

const shown = value => (typeof value === "object" ? JSON.stringify(value) : value === true ? "✓" : value || "–");

const choice = (name, value, text, checked) => el("label", { class: "choice" }, el("input", { type: "radio", name, value, checked }), text);

const rowOf = ([name, mine, theirs]) => el("fieldset", { class: "field" }, el("legend", {}, labelOf(name)),
  choice(name, "mine", `${say("filing.conflictMine")}: ${shown(mine)}`, true), choice(name, "theirs", `${say("filing.conflictTheirs")}: ${shown(theirs)}`));

/** Where two tabs or devices wrote different things into one draft, the writer says field by field which holds. */
export function settle(mine, theirs) {
  const names = [...new Set([...Object.keys(mine.answers ?? {}), ...Object.keys(theirs.answers ?? {})])];
  const differing = names.map(name => [name, mine.answers?.[name], theirs.answers?.[name]]).filter(([, one, other]) => JSON.stringify(one ?? "") !== JSON.stringify(other ?? ""));
  const papers = [...new Map([...(theirs.papers ?? []), ...(mine.papers ?? [])].map(paper => [paper.upload, paper])).values()];
  const base = { ...theirs, ...mine, papers };
  if (differing.length === 0) return Promise.resolve(base);
  return new Promise(resolve => {
    const form = el("form", { method: "dialog" }, el("h2", {}, say("filing.conflict")), el("p", {}, say("filing.conflictText")), differing.map(rowOf), el("button", {}, say("filing.conflictKeep")));
    const dialog = document.body.appendChild(el("dialog", { oncancel: event => event.preventDefault() }, form));
    dialog.addEventListener("close", () => {
      const chosen = new FormData(form);
      const answers = { ...theirs.answers, ...mine.answers };
      for (const [name, , other] of differing) if (chosen.get(name) === "theirs") answers[name] = other;
      dialog.remove();
      resolve({ ...base, answers });
    });
    dialog.showModal();
  });
}
