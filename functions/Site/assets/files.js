// Files being sent and filings that wait for the line, kept on this device until the office has them.
// Signing out ends them; a day ends files nobody waits with.
const life = 24 * 3600 * 1000;

const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open("uploads", 2);
  request.onupgradeneeded = () => {
    const missing = ["files", "waiting"].filter(name => !request.result.objectStoreNames.contains(name));
    missing.forEach(name => request.result.createObjectStore(name, { keyPath: "id" }));
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Does `act` in one of the stores, `files` or `waiting`, and answers what it asked for. */
export async function inStore(name, mode, act) {
  const database = await open();
  try {
    const transaction = database.transaction(name, mode);
    const request = act(transaction.objectStore(name));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a file for a draft's component; a browser that keeps nothing, as in private windows, only loses the resumption after a reload. */
export const keep = entry => inStore("files", "readwrite", store => store.put({ ...entry, at: Date.now() })).catch(() => {});

export const forget = id => inStore("files", "readwrite", store => store.delete(id)).catch(() => {});

export async function keptFor(draft) {
  const all = await inStore("files", "readonly", store => store.getAll()).catch(() => []);
  const held = await inStore("waiting", "readonly", store => store.getAllKeys()).catch(() => []);
  const old = all.filter(entry => entry.at < Date.now() - life && !held.includes(entry.draft));
  await Promise.all(old.map(entry => forget(entry.id)));
  return all.filter(entry => entry.draft === draft && !old.includes(entry));
}
