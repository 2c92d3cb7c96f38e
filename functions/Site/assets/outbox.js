import { ask, post, Refused, Unreachable } from "./api.js";
import { forget, inStore, keptFor } from "./files.js";
import { patiently } from "./line.js";
import { wordsOf } from "./problems.js";
import { me } from "./session.js";
import { checked, upload } from "./upload.js";

// The other tabs hear by the channel, this one by an event: a channel tells everybody but itself.
const channel = new BroadcastChannel("outbox");
const here = new EventTarget();

function changed() {
  channel.postMessage("changed");
  here.dispatchEvent(new Event("message"));
}

const put = item => inStore("waiting", "readwrite", store => store.put(item)).then(changed);

/**
 * What the person signed in has waiting on this device, the oldest first: `{ id, procedure, body, files, heldAt, state, code, why, supplement, onBehalfOf }`.
 */
export const waiting = async () => (await inStore("waiting", "readonly", store => store.getAll()).catch(() => []))
  .filter(item => item.who === me()?.id).sort((one, other) => one.heldAt - other.heldAt);

/** Calls `heard` when something was put here, sent or let go, in whatever tab. */
export const onOutbox = heard => [channel, here].forEach(one => one.addEventListener("message", heard));

/**
 * Keeps a filing until the line is back. `id` is its draft's and the key it is filed under: sent however often, it is one dossier; `onBehalfOf` is whose
 * papers a clerk took at the counter.
 * @param {{ onBehalfOf?: string }} [atCounter]
 */
export const hold = (id, procedure, body, files, atCounter = {}) =>
  put({ id, procedure, body, files, ...atCounter, who: me().id, heldAt: Date.now(), state: "waiting" });

/** Keeps what a citizen was asked for: `supplement` is the round and the version of the dossier it answers. Sent however often, it is one supplement. */
export const holdSupplement = (id, { code, procedure }, supplement, body, files) =>
  put({ id, code, procedure: procedure.code, supplement, body, files, who: me().id, heldAt: Date.now(), state: "waiting" });

/** Whether one waits under this name. */
export const isHeld = async id => (await waiting()).some(item => item.id === id && item.state === "waiting");

/** Lets go of one, and of its files. */
export async function letGo(id) {
  for (const file of await keptFor(id)) await forget(file.id);
  await inStore("waiting", "readwrite", store => store.delete(id));
  changed();
}

// Each paper is noted as soon as the office has it: whatever breaks off here, it is not sent twice.
async function sendPapers(item) {
  for (const file of await keptFor(item.id)) {
    const paper = await checked(await upload(file.file, { onBehalfOf: item.onBehalfOf }));
    item.body.papers = [...item.body.papers.filter(one => one.upload !== paper.id), { component: file.component, upload: paper.id }];
    await put(item);
    await forget(file.id);
  }
}

const supply = (item, version) => post(`/api/dossiers/${encodeURIComponent(item.code)}/supplement`, item.body,
  { "If-Match": `"${version}"`, "Idempotency-Key": `supplement-${item.supplement.round}-${version}` });

// While it waited the dossier may have gone on without having been answered: then what was asked still stands, and is answered as it is now.
async function sendSupplement(item) {
  try {
    await supply(item, item.supplement.version);
  } catch (error) {
    if (!(error instanceof Refused && error.status === 412)) throw error;
    const now = await (await ask(`/api/dossiers/${encodeURIComponent(item.code)}`)).json();
    if (!now.asked || now.supplementRounds !== item.supplement.round) throw error;
    await supply(item, now.version);
  }
}

async function sendFiling(item) {
  const { code } = await post("/api/dossiers", item.body, { "Idempotency-Key": item.id });
  await put({ ...item, state: "filed", code });
  await ask(`/api/drafts/${item.id}`, { method: "DELETE" }).catch(() => {}); // It ends by itself after thirty days.
  localStorage.removeItem(`draft:${item.id}`);
}

async function send(item) {
  try {
    await sendPapers(item);
    if (!item.supplement) return await sendFiling(item);
    await sendSupplement(item);
    await put({ ...item, state: "filed" });
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    await put({ ...item, state: "refused", why: wordsOf(error) });
  }
}

/** Sends what waits, one after the other and from one tab only. What the office refuses stays, with its reason. */
export const sendWaiting = () => navigator.locks.request("outbox", { ifAvailable: true }, async mine => {
  if (!mine || !navigator.onLine) return;
  const held = (await waiting()).filter(item => item.state === "waiting");
  if (held.length === 0) return;
  await patiently(() => ask("/api/me", { quietly: true })); // A line that is back takes a moment; a sign-in that has ended is begun again by its owner.
  for (const item of held) await send(item);
}).catch(wordsOf);
