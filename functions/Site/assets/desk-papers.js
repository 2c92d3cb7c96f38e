import { el, fill, icon } from "./dom.js";
import { ask } from "./api.js";
import { wordsOf } from "./problems.js";
import { say } from "./words.js";

const isPicture = paper => /^image\/(jpeg|png|webp)$/.test(paper.contentType ?? "");

/** The pages of a dossier as pictures, one in view: zoomed, turned, and sent back with a reason. `reject` hears the component of a page that will not do. */
export function pageViewer(list, path, reject) {
  const pages = list.filter(isPicture);
  if (!pages.length) return null;
  let at = 0;
  let [quarters, zoom] = [0, 1];
  const picture = el("img", { alt: "" });
  const frame = el("div", { class: "page-frame", tabindex: 0, role: "group" }, picture);
  const name = el("b", { role: "status" });
  const pose = () => { picture.dataset.turn = String(quarters % 4); picture.dataset.zoom = String(zoom); };

  async function show(next) {
    at = (next + pages.length) % pages.length;
    [quarters, zoom] = [0, 1];
    pose();
    const page = pages[at];
    fill(name, `${page.name} ${page.page > 1 ? page.page : ""} (${at + 1}/${pages.length})`);
    frame.setAttribute("aria-label", page.name);
    try {
      const blob = await (await ask(`${path}/documents/${page.id}`)).blob();
      if (pages[at] !== page) return;
      URL.revokeObjectURL(picture.src);
      picture.src = URL.createObjectURL(blob);
      picture.alt = page.name;
    } catch (error) {
      fill(name, wordsOf(error));
    }
  }

  const button = (word, act, key) => el("button", { type: "button", class: "second", "data-key": key, onclick: act }, say(word), key && el("kbd", {}, key));
  const viewer = el("section", { class: "card pages" }, el("div", { class: "between" }, el("h2", {}, say("desk.pages")), name), frame,
    el("div", { class: "acts" },
      pages.length > 1 && [button("desk.pageBefore", () => show(at - 1), "["), button("desk.pageNext", () => show(at + 1), "]")],
      button("desk.pageZoom", () => { zoom = zoom === 3 ? 1 : zoom + 1; pose(); }), button("papers.turn", () => { quarters++; pose(); }),
      reject && el("button", { type: "button", class: "danger", onclick: () => reject(pages[at].component) }, icon("close"), say("desk.pageBad"))));
  show(0);
  return viewer;
}
