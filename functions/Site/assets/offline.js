import { byId, el, fill } from "./dom.js";
import { onOutbox, sendWaiting, waiting } from "./outbox.js";
import { has, me } from "./session.js";
import { moment, say } from "./words.js";

const often = 30_000;

let keptAt = null;

const tellLine = () => {
  byId("offline").hidden = navigator.onLine && !keptAt;
  fill(byId("offline"), keptAt ? say("common.kept", { at: moment(keptAt) }) : say("common.offline"));
};

const unsent = all => all.filter(item => item.state !== "filed").length;

async function tellWaiting() {
  const all = await waiting();
  const open = unsent(all);
  byId("waiting").hidden = all.length === 0 || location.pathname === "/waiting";
  fill(byId("waiting"), el("a", { href: "/waiting" }, open ? say("common.waiting", { count: open }) : say("common.waitingFiled", { count: all.length })));
}

const back = () => { keptAt = null; tellLine(); sendWaiting(); };

// Only for who files dossiers, at home or at the counter, and after what they came for is there: a line is slow before it breaks.
async function register() {
  const version = document.querySelector("script[type=module]").src.split("/").at(-2);
  await navigator.serviceWorker.register(`/assets/${version}/worker.js`, { scope: "/" });
  if (localStorage.catalogue === version || navigator.connection?.saveData) return;
  (await navigator.serviceWorker.ready).active.postMessage("catalogue");
  localStorage.catalogue = version;
}

/** Says what the line does and what waits for it, and sends that when it is back. */
export function watchTheLine() {
  tellLine();
  addEventListener("offline", tellLine);
  addEventListener("online", back);
  addEventListener("kept", event => { keptAt = event.detail; tellLine(); });
  if (!(me()?.kind === "citizen" || has("clerk")) || !navigator.serviceWorker || !globalThis.indexedDB) return;
  onOutbox(tellWaiting);
  tellWaiting().then(sendWaiting);
  setInterval(sendWaiting, often);
  if (document.readyState === "complete") register().catch(() => {});
  else addEventListener("load", () => register().catch(() => {}));
}

/** Whether signing out would throw away what was never sent, and the person wants it all the same. */
export async function mayLeave() {
  const open = unsent(await waiting());
  return open === 0 || confirm(say("common.waitingLost", { count: open }));
}
