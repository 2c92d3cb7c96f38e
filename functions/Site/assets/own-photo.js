import { el, fill, icon } from "./dom.js";
import { prepare } from "./picture.js";
import { wordsOf } from "./problems.js";
import { upload } from "./upload.js";
import { idOf } from "./own-inputs.js";
import { say } from "./words.js";

/** A portrait: taken or chosen, sent at once; the answer is the upload's id. */
export function photoOf(path, value, put) {
  const state = el("p", { class: "small", role: "status" }, value && say("filing.photoSent"));
  const place = el("div", { class: "line", "data-said": value ? say("filing.photoSent") : "" });
  const take = async event => {
    const chosen = event.target.files[0];
    if (!chosen) return;
    try {
      const { file } = await prepare(chosen);
      fill(place, el("img", { class: "thumb", alt: "", src: URL.createObjectURL(file) }));
      const paper = await upload(file, { progress: (done, count) => { state.textContent = say("common.sending", { percent: Math.round(100 * done / count) }); } });
      state.textContent = say("filing.photoSent");
      place.dataset.said = state.textContent;
      put(paper.id);
    } catch (error) {
      state.textContent = wordsOf(error);
    }
  };
  const id = `${idOf(path)}-file`;
  return el("div", { class: "paper" }, place, state, el("div", { class: "buttons" }, el("input", { type: "file", id, accept: "image/jpeg,image/png", onchange: take }), el("label", { class: "button second", for: id }, icon("camera"), say("filing.photoChoose"))));
}
