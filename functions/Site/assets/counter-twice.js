import { byId, el, fill } from "./dom.js";
import { post } from "./api.js";
import { pick, say } from "./words.js";

/** The same person, here lately: often the same matter, handed in again because nobody answered. */
export async function warnTwice() {
  byId("twice").textContent = "";
  const number = byId("number").value.trim();
  if (!/^\d{12}$/.test(number)) return;
  const { items } = await post("/api/search", { q: number });
  const link = item => el("a", { href: `/desk?code=${encodeURIComponent(item.code)}`, target: "_blank" }, `${item.code} (${pick(item.phaseName)}) `);
  if (items.length) fill(byId("twice"), say("counter.twice", { count: items.length }), " ", items.map(link));
}
