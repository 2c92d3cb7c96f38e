import { byId } from "./dom.js";

/** Two tabs on one draft know of each other before their words collide. */
export function listenForOthers(id) {
  const channel = new BroadcastChannel(`draft:${id}`);
  channel.onmessage = event => {
    byId("elsewhere").hidden = false;
    if (event.data === "open") channel.postMessage("here");
  };
  channel.postMessage("open");
}
