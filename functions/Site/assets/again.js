import { el, icon } from "./dom.js";
import { door, me, onChange } from "./session.js";
import { say } from "./words.js";

/** @type {Promise<void>} */
let asked = null;

const dialogFor = () => el("dialog", { "aria-labelledby": "again-heading", oncancel: event => event.preventDefault() },
  el("h2", { id: "again-heading" }, say("common.endedHeading")),
  el("p", {}, say("common.endedText")),
  el("p", { class: "buttons" },
    el("button", { type: "button", onclick: () => open("/sign-in?to=/signed-in", "sign-in", "popup,width=520,height=720") }, icon("user"), say("common.endedGoOn")),
    el("a", { href: door() }, say("common.endedHere"))));

/** Resolves when the same person is signed in again, in a window beside or in another tab. Somebody else begins with a fresh page. */
export function signInAgain() {
  if (!me()) {
    location.assign(door());
    return new Promise(() => {});
  }
  asked ??= new Promise((/** @type {() => void} */ resolve) => {
    const before = me().id;
    const dialog = document.body.appendChild(dialogFor());
    dialog.showModal();
    onChange(() => {
      if (!me()) return;
      if (me().id !== before) location.reload();
      dialog.remove();
      asked = null;
      resolve();
    });
  });
  return asked;
}
