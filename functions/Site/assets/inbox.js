import { el } from "./dom.js";
import { ask } from "./api.js";
import { paged } from "./lists.js";
import { mustBe } from "./session.js";
import { moment, say } from "./words.js";

async function markRead(letter, details, tag) {
  if (!details.open || letter.read) return;
  letter.read = true;
  await ask(`/api/inbox/${encodeURIComponent(letter.id)}/read`, { method: "PUT" });
  tag.remove();
}

function row(letter) {
  const tag = el("span", { class: "tag warn" }, say("inbox.unread"));
  const details = el("details", { ontoggle: () => markRead(letter, details, tag) },
    el("summary", {}, letter.subject), el("pre", {}, letter.body),
    letter.code && el("p", {}, el("a", { href: `/desk?code=${encodeURIComponent(letter.code)}` }, say("inbox.open", { code: letter.code }))));
  return el("li", {}, el("div", { class: "between small soft" }, moment(letter.at), !letter.read && tag), details);
}

if (mustBe("staff")) paged("letters", "/api/inbox?limit=20", row, say("inbox.none"));
