import { ask, get, post } from "./api.js";
import { patiently } from "./line.js";
import { told } from "./problems.js";
import { pick, say } from "./words.js";

const chunkSize = 128 * 1024; // Eight seconds on a line of 128 kbit/s: what a break costs at most.
const atOnce = 2;
const patience = [300, 500, 700, 1000, 1500, 2000, 3000, 4000, 5000]; // Milliseconds between looks at a check that is not done.

const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
const base64 = bytes => btoa(String.fromCharCode(...bytes));

const chunkOf = (file, n) => file.slice(n * chunkSize, (n + 1) * chunkSize);

async function announcement(file, onBehalfOf) {
  const count = Math.ceil(file.size / chunkSize);
  const hashes = [];
  for (let n = 0; n < count; n++) hashes.push(hex(await sha256(await chunkOf(file, n).arrayBuffer())));
  return { name: file.name, size: file.size, sha256: hex(await sha256(await file.arrayBuffer())), chunkSize, chunks: hashes, onBehalfOf };
}

async function sendChunk(id, file, n) {
  const chunk = chunkOf(file, n);
  const digest = base64(await sha256(await chunk.arrayBuffer()));
  await ask(`/api/uploads/${id}/chunks/${n}`, { method: "PUT", body: chunk, headers: { "Content-Type": "application/octet-stream", "Content-Digest": `sha-256=:${digest}:` } });
}

/**
 * Sends a file in chunks and answers the paper's upload. Begun again, after a reload or on another device, it sends only what is missing.
 * `progress(done, count)` hears of every chunk, `waiting(error)` of every break; `onBehalfOf` is the number of the person whose paper a clerk sends.
 * @param {File} file
 * @param {{ progress?: (done: number, count: number) => void, waiting?: (error: Error) => void, onBehalfOf?: string }} [hears]
 */
export async function upload(file, { progress = () => {}, waiting = () => {}, onBehalfOf } = {}) {
  const form = await announcement(file, onBehalfOf);
  const begun = await patiently(() => post("/api/uploads", form), waiting);
  const missing = [...begun.missing];
  let done = begun.chunkCount - missing.length;
  progress(done, begun.chunkCount);
  const worker = async () => {
    for (let n = missing.shift(); n !== undefined; n = missing.shift()) {
      const chunk = n;
      await patiently(() => sendChunk(begun.id, file, chunk), waiting);
      progress(++done, begun.chunkCount);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return patiently(() => post(`/api/uploads/${begun.id}/completion`), waiting);
}

/** What the office noticed of a paper and its sender should know. */
export const findingsOf = check => (check?.findings?.findings ?? check?.findings?.items ?? []).filter(one => one.weight !== "note").map(one => pick(one.text));

/** The office looks at every file; until it has, nobody says that the paper is good. A paper it cannot use is an error with its reasons. */
export async function checked(paper) {
  for (const pause of patience) {
    if (paper.check?.state !== "pending") break;
    await new Promise(resolve => { setTimeout(resolve, pause); });
    paper = await get(`/api/uploads/${paper.id}`).catch(() => paper);
  }
  if (paper.check?.state === "refused") throw told(findingsOf(paper.check).join(" ") || say("papers.refused"));
  return paper;
}
