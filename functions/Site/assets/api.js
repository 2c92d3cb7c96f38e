import { language, say } from "./words.js";
import { signInAgain } from "./again.js";

/** The office said no: `problem` is its problem+json. */
export class Refused extends Error {
  /** @param {number} status @param {Problem} problem */
  constructor(status, problem) {
    super(problem.detail);
    this.status = status;
    this.problem = problem;
    this.field = problem.field;
    this.code = problem.code;
  }
}

/** The office was not reached; nothing is known of what it did. */
export class Unreachable extends Error {
  constructor() { super(say("common.unreachable")); }
}

async function send(path, init) {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Unreachable();
  }
}

// A form of another site cannot set this header: with it the office believes that one of its own pages asks.
const ours = { "X-Requested-With": "site" };

/**
 * Asks the office. A plain object is sent as JSON; anything else as it is.
 * A sign-in that has ended is begun again in a window beside, and the request goes on, unless it is asked `quietly`.
 * Answers the Response; what this device kept, while the office is out of reach, is told by the event `kept`.
 * @param {string} path
 * @param {Asking} [asking]
 */
export async function ask(path, { method = "GET", body, headers = {}, signal, keepalive, quietly } = {}) {
  const plain = body !== undefined && !(body instanceof Blob);
  const response = await send(path, {
    method,
    signal,
    keepalive,
    body: plain ? JSON.stringify(body) : body,
    headers: { "Accept-Language": language, ...ours, ...(plain && { "Content-Type": "application/json" }), ...headers },
  });
  if (response.ok) {
    if (response.headers.has("X-Kept-At")) dispatchEvent(new CustomEvent("kept", { detail: response.headers.get("X-Kept-At") }));
    return response;
  }
  if (response.status === 401 && !keepalive && !quietly) {
    await signInAgain();
    return ask(path, { method, body, headers, signal });
  }
  const problem = await response.json().catch(() => ({ detail: say("common.broken", { status: response.status }), code: "unreadable" }));
  throw new Refused(response.status, problem);
}

/**
 * @template {string} Path
 * @param {Path} path
 * @param {Asking} [options]
 * @returns {Promise<Asked<Path, "get", "answer">>}
 */
export const get = async (path, options) => (await ask(path, options)).json();

/**
 * @template {string} Path
 * @param {Path} path
 * @param {Asked<Path, "post", "body">} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Asked<Path, "post", "answer">>}
 */
export const post = async (path, body, headers) => {
  const answer = await ask(path, { method: "POST", body, headers });
  return answer.status === 204 ? null : answer.json();
};

/** Saves a file only the signed-in may have. */
export async function download(path, name) {
  const blob = await (await ask(path)).blob();
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
