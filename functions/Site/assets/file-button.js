import { el, icon } from "./dom.js";
import { download } from "./api.js";
import { wordsOf } from "./problems.js";

/**
 * A button that fetches a file, and says beside itself what went wrong.
 * @param {string} text
 * @param {string} from
 * @param {string} name
 * @param {Record<string, any>} [about]
 */
export function fileButton(text, from, name, about = { class: "second" }) {
  const said = el("span", { class: "small", role: "status" });
  const fetchIt = async event => {
    event.currentTarget.disabled = true;
    said.textContent = "";
    const button = event.currentTarget;
    try { await download(from, name); } catch (error) { said.textContent = wordsOf(error); } finally { button.disabled = false; }
  };
  return el("span", {}, el("button", { type: "button", ...about, onclick: fetchIt }, icon("download"), text), " ", said);
}
