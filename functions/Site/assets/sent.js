import { el, icon } from "./dom.js";
import { say, size } from "./words.js";

/** A paper the office has: what it is, what to know of it, and what may be done with it. */
export const sentRow = (paper, picture, { turn, crop, remove }) => el("div", { class: "sent" },
  picture ?? el("span", { class: "thumb" }, icon("paper")),
  el("div", {}, el("b", {}, paper.state === "pending" ? "… " : "✓ ", paper.name), el("div", { class: "soft small" }, size(paper.size), " · ", say(paper.state === "pending" ? "papers.stillChecking" : "papers.usable")),
    paper.warnings?.map(text => el("p", { class: "small warn" }, text))),
  el("div", { class: "line" },
    turn && el("button", { type: "button", class: "second", "aria-label": `${say("papers.turn")} ${paper.name}`, onclick: turn }, icon("rotate")),
    crop && el("button", { type: "button", class: "second", "aria-label": `${say("papers.crop")} ${paper.name}`, onclick: crop }, icon("crop")),
    el("button", { type: "button", class: "second", "aria-label": `${say("common.remove")} ${paper.name}`, onclick: remove }, say("common.remove"))));
