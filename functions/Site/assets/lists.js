import { byId, el } from "./dom.js";
import { get } from "./api.js";
import { load } from "./problems.js";
import { say } from "./words.js";

/** A list that comes in pages: shows the first, and adds the next below it when its button is pressed. */
export function paged(listId, path, row, none, ask = get, moreId = "more") {
  const list = byId(listId);
  const more = byId(moreId);
  let next = null;

  const page = async () => {
    const answer = await ask(next ? `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(next)}` : path);
    next = answer.next;
    more.hidden = !next;
    return Promise.all(answer.items.map(row));
  };

  more.onclick = async () => {
    more.disabled = true;
    const end = list.appendChild(el("li"));
    await load(end, async () => { const rows = await page(); end.replaceWith(...rows); rows[0]?.querySelector("a, button")?.focus(); return []; });
    more.disabled = false;
  };

  more.hidden = true;
  return load(list, async () => { const rows = await page(); return rows.length ? rows : el("li", {}, none ?? say("common.nothing")); });
}
