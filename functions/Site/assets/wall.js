import { byId, el, fill } from "./dom.js";
import { get } from "./api.js";
import { heatTable, numbersList } from "./board-now.js";
import { shortName } from "./places.js";
import { wordsOf } from "./problems.js";
import { moment, pick, say } from "./words.js";

const every = 60_000;
const most = 12; // Lines that fit a screen nobody scrolls.
const office = new URLSearchParams(location.search).get("office");

async function draw() {
  try {
    const view = await get(`/api/statistics/board${office ? `?office=${encodeURIComponent(office)}` : ""}`);
    byId("wall-name").textContent = pick(view.name);
    byId("wall-at").textContent = say("wall.at", { at: moment(view.at) });
    fill(byId("wall-numbers"), numbersList(view.numbers));
    const worst = view.offices.slice(0, most);
    fill(byId("wall-heat"), worst.length > 1 || office ? heatTable(view, worst, shortName) : el("p", { class: "soft" }, say("wall.nothing")));
    byId("wall-rest").hidden = false;
    byId("wall-said").hidden = true;
  } catch (error) {
    byId("wall-said").textContent = wordsOf(error); // What was there last stays, with its minute beside it.
    byId("wall-said").hidden = false;
  }
}

await draw();
setInterval(draw, every);
