import { byId, show } from "./dom.js";
import { get } from "./api.js";

let turn = 0;

/**
 * One page of a list as `{ items, rows, next }`, its title with it, so that no list stands under the name of another;
 * nothing when something else was asked for meanwhile.
 */
export async function ask({ address, title, kept = () => true }, row, after) {
  const mine = ++turn;
  const late = () => mine !== turn;
  try {
    const found = await get(address + (after ? `&after=${encodeURIComponent(after)}` : ""));
    const items = found.items.filter(kept);
    const rows = await Promise.all(items.map(row));
    return late() ? null : { items, rows, next: found.next };
  } catch (error) {
    if (late()) return null;
    throw error;
  } finally {
    if (!late()) byId("list-name").textContent = title;
  }
}

/** Goes to the list's name, for whoever listens instead of looking. */
export const toList = () => show(byId("list-name"));
