import { el } from "./dom.js";
import { say } from "./words.js";

const off = () => localStorage.getItem("keys") === "off";

const inField = target => target.closest?.("input, textarea, select, dialog, [contenteditable]");

/** Single keys for those who handle eighty dossiers a day; off in fields, and off altogether for whoever wants (WCAG 2.2, 2.1.4). */
export function listen(keys) {
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || off() || (inField(event.target) && event.key !== "Escape")) return;
    if (event.key === "Enter" && event.target.closest?.("button, a, summary")) return; // It presses what it stands on.
    const act = keys[event.key];
    if (!act || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    act();
  });
}

const known = ["j", "k", "x", "Enter", "Escape", "/", "n", "a", "t", "g", "s", "p", "y", "r", "i", "h", "f", "v", "z", "[", "]", "?"];
const words = { "/": "search", "?": "help", "[": "before", "]": "after" };

/** All keys, and the switch. */
export function help() {
  const box = el("input", { type: "checkbox", id: "keys-on", checked: !off(), onchange: event => localStorage.setItem("keys", event.target.checked ? "on" : "off") });
  const dialog = document.body.appendChild(el("dialog", { onclose: () => dialog.remove() }, el("h2", {}, say("desk.keys")),
    el("ul", { class: "keys" }, known.map(key => el("li", {}, el("kbd", {}, key), " ", say(`desk.key${words[key] ? words[key][0].toUpperCase() + words[key].slice(1) : key[0].toUpperCase() + key.slice(1)}`)))),
    el("label", { class: "choice", for: "keys-on" }, box, say("desk.keysOn")),
    el("form", { method: "dialog" }, el("button", {}, say("desk.close")))));
  dialog.showModal();
}
