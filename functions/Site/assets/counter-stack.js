import { bullets, el, fill, icon } from "./dom.js";
import { pageOf, split } from "./separator.js";
import { wordsOf } from "./problems.js";
import { pick, say } from "./words.js";

const taken = "image/jpeg,image/png";

const inOrder = files => [...files].sort((one, other) => one.name.localeCompare(other.name, "vi", { numeric: true }));

/** Why a stack cannot be split, or null; nothing of it is sent then. */
const objection = (parts, known) => (parts.some(part => !part.component) ? say("counter.stackNoFirst")
  : parts.some(part => !known.has(part.component)) ? say("counter.stackOther")
  : parts.every(part => !part.files.length) ? say("counter.stackEmpty") : null);

/**
 * Pages scanned in one go, split at separator sheets: each part lands at its component.
 * @param {{ procedure: string, components: Api.Component[], add: (component: string, file: File) => void }} counter
 */
export function stackScanner({ procedure, components, add }) {
  const known = new Map(components.map(one => [one.id, pick(one.name)]));
  const said = el("div", { role: "status" });
  const choose = el("input", { id: "stack", type: "file", multiple: true, accept: taken, "aria-describedby": "stack-hint" });

  async function take(files) {
    const pages = [];
    for (const file of files) {
      fill(said, el("p", {}, say("counter.stackReading", { done: pages.length + 1, count: files.length })));
      pages.push(await pageOf(file));
    }
    const parts = split(pages);
    const why = objection(parts, known);
    if (why) { fill(said, el("p", { class: "error", role: "alert" }, why)); return; }
    parts.forEach(({ component, files: own }) => own.forEach(file => add(component, file)));
    const lines = parts.map(({ component, files: own }) => say("counter.stackPart", { name: known.get(component), count: own.length }));
    fill(said, el("p", {}, say("counter.stackDone")), bullets(lines));
  }

  choose.addEventListener("change", () => {
    const files = inOrder(choose.files);
    choose.value = "";
    take(files).catch(error => {
      const why = error.name === "InvalidStateError" ? say("counter.stackUnreadable") : wordsOf(error); // What createImageBitmap says of no picture.
      fill(said, el("p", { class: "error", role: "alert" }, why));
    });
  });
  return el("section", { class: "paper field", id: "stack-scan", "aria-label": say("counter.stack") },
    el("p", { class: "hint", id: "stack-hint" }, say("counter.stackHint"), " ",
      el("a", { href: `/separators?procedure=${encodeURIComponent(procedure)}`, target: "_blank" }, say("counter.stackPrint"))),
    el("div", { class: "buttons" }, choose, el("label", { class: "button second", for: "stack" }, icon("upload"), say("counter.stack"))), said);
}
