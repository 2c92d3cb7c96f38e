import { byId, el, facts, fill } from "./dom.js";
import { get } from "./api.js";
import { pick, say } from "./words.js";

const removal = by => (by === "kept" ? say("archive.removedNever") : by);

const row = thing => el("li", {}, el("b", {}, pick(thing.what)), el("div", {}, thing.place),
  facts([say("archive.keptFor"), pick(thing.term)], [say("archive.keptGround"), thing.ground + (thing.assumed ? ` (${say("archive.assumed")})` : "")],
    [say("archive.removedBy"), removal(thing.removedBy)]));

// Everything the office keeps; read only when somebody opens it.
export function registerOnDemand() {
  const place = byId("register");
  place.addEventListener("toggle", async () => {
    if (place.open) fill(place.querySelector("ul"), (await get("/api/retention")).map(row));
  }, { once: true });
}
