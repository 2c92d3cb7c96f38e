// Files being sent, kept on this device until the office has them: a reload must not ask for them again. Signing out, or a day, ends them.
const life = 24 * 3600 * 1000;

const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open("uploads", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("files", { keyPath: "id" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function inStore(mode, act) {
  const database = await open();
  try {
    const transaction = database.transaction("files", mode);
    const request = act(transaction.objectStore("files"));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a file for a draft's component; a browser that keeps nothing, as in private windows, only loses the resumption after a reload. */
export const keep = entry => inStore("readwrite", store => store.put({ ...entry, at: Date.now() })).catch(() => {});

export const forget = id => inStore("readwrite", store => store.delete(id)).catch(() => {});

export async function keptFor(draft) {
  const all = await inStore("readonly", store => store.getAll()).catch(() => []);
  const old = all.filter(entry => entry.at < Date.now() - life);
  await Promise.all(old.map(entry => forget(entry.id)));
  return all.filter(entry => entry.draft === draft && !old.includes(entry));
}
