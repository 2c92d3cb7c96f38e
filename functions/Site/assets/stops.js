import { el } from "./dom.js";
import { say } from "./words.js";

const names = ["filed", "accepted", "processed", "signed", "returned"];

// TrangThaiHoSo: how many of the five stops are behind, and whether the dossier ended before the last.
const reached = { 1: 0, 2: 1, 3: 0, 4: 2, 5: 2, 6: 2, 7: 3, 8: 2, 9: 4, 10: 5 };

/** The five stops of a dossier, with the one it stands at; nothing for one that ended on the way. */
export function stops(status) {
  if ([3, 7, 8].includes(status) || !(status in reached)) return null;
  const at = reached[status];
  return el("ol", { class: "stops" }, names.map((name, n) => el("li", { class: n < at || at === 5 ? "past" : n === at ? "here" : null, "aria-current": n === at && "step" }, say(`common.stop${name[0].toUpperCase()}${name.slice(1)}`))));
}
