import { el } from "./dom.js";
import { say } from "./words.js";

/**
 * A second question before what cannot be taken back; resolves to whether it was answered yes. `about` is what stands between the question and the two
 * buttons, `yes` the words of the first; with a `key` that key says yes as well, and whatever else is pressed, nothing has happened.
 * @param {string} id
 * @param {{ question: string, about: any, yes: string, key?: string }} asked
 * @returns {Promise<boolean>}
 */
export const certain = (id, { question, about, yes, key }) => new Promise(resolve => {
  const answer = value => () => { resolve(value); dialog.close(); };
  const dialog = document.body.appendChild(el("dialog", {
    "aria-labelledby": `${id}-heading`, onclose: () => { resolve(false); dialog.remove(); }, onkeydown: event => event.key === key && answer(true)(),
  },
  el("h2", { id: `${id}-heading` }, question), about,
  el("p", { class: "buttons" },
    el("button", { type: "button", class: "danger sure", onclick: answer(true) }, yes, key && el("kbd", {}, key)),
    el("button", { type: "button", class: "second", autofocus: true, onclick: answer(false) }, say("dossier.sureNo")))));
  dialog.showModal();
});
