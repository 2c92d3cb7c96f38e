import { el } from "./dom.js";
import { capital, say } from "./words.js";

const most = 0.45; // Of each side: something always stays.
const sides = ["top", "right", "bottom", "left"];

/**
 * Asks what of a picture is cut away: its edges are drawn with a finger or the mouse, or moved by the arrow keys. Resolves with the parts of one by side;
 * null when all of it stays.
 */
export const askCrop = file => new Promise(resolve => {
  const cut = { top: 0, right: 0, bottom: 0, left: 0 };
  const kept = el("div", { class: "kept" });
  const picture = el("img", { alt: "", src: URL.createObjectURL(file), draggable: "false" });
  const frame = el("div", { class: "crop" }, picture, kept);
  const slider = side => el("input", { type: "range", id: `crop-${side}`, min: 0, max: 45, value: 0, oninput: event => set(side, event.target.value / 100) });
  const sliders = sides.map(slider);
  let drawn = [];

  function set(side, part) {
    cut[side] = Math.min(most, Math.max(0, part));
    kept.style[side] = `${100 * cut[side]}%`;
    sliders[sides.indexOf(side)].value = Math.round(100 * cut[side]);
  }

  const at = ({ clientX, clientY }) => {
    const box = frame.getBoundingClientRect();
    const [x, y] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
    return { left: x, right: 1 - x, top: y, bottom: 1 - y };
  };
  const draw = event => { const where = at(event); for (const side of drawn) set(side, where[side]); };
  // A finger near a corner draws both of its edges.
  frame.addEventListener("pointerdown", event => {
    const where = at(event);
    const far = side => Math.abs(where[side] - cut[side]);
    const nearer = (one, other) => (far(one) < far(other) ? one : other);
    const near = [nearer("left", "right"), nearer("top", "bottom")].sort((one, other) => far(one) - far(other));
    drawn = near.filter((side, n) => n === 0 || far(side) < 0.15);
    frame.setPointerCapture(event.pointerId);
    draw(event);
  });
  frame.addEventListener("pointermove", event => drawn.length && draw(event));
  for (const end of ["pointerup", "pointercancel"]) frame.addEventListener(end, () => { drawn = []; });

  const close = () => {
    URL.revokeObjectURL(picture.src);
    dialog.remove();
    resolve(dialog.returnValue === "cut" && sides.some(side => cut[side] > 0) ? cut : null);
  };
  const label = side => el("label", { for: `crop-${side}` }, say(`papers.crop${capital(side)}`));
  const dialog = document.body.appendChild(el("dialog", { "aria-labelledby": "crop-name", onclose: close },
    el("h2", { id: "crop-name" }, say("papers.crop")), el("p", { class: "hint" }, say("papers.cropHint")), frame,
    el("div", { class: "two" }, sides.map((side, n) => el("div", {}, label(side), sliders[n]))),
    el("form", { method: "dialog", class: "buttons" },
      el("button", { value: "cut" }, say("papers.cropNow")), el("button", { class: "second", value: "" }, say("papers.cropNot")))));
  dialog.showModal();
});
