import { language, say } from "./words.js";
import { end, session } from "./session.js";

/** The office said no: `problem` is its problem+json. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail);
    Object.assign(this, { status, problem, field: problem.field, code: problem.code });
  }
}

/** The office was not reached; nothing is known of what it did. */
export class Unreachable extends Error {
  constructor() { super(say("common.unreachable")); }
}

const headersOf = extra => ({
  "Accept-Language": language,
  ...(session() && { Authorization: `Bearer ${session().token}` }),
  ...extra,
});

async function send(path, init) {
  try {
    return await fetch(path, init);
  } catch {
    throw new Unreachable();
  }
}

/** Asks the office. A plain object is sent as JSON; anything else as it is. Answers the Response. */
export async function ask(path, { method = "GET", body, headers = {}, signal } = {}) {
  const plain = body !== undefined && !(body instanceof Blob);
  const response = await send(path, {
    method,
    signal,
    body: plain ? JSON.stringify(body) : body,
    headers: headersOf({ ...(plain && { "Content-Type": "application/json" }), ...headers }),
  });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({ detail: say("common.broken", { status: response.status }), code: "unreadable" }));
  if (response.status === 401) end();
  throw new Refused(response.status, problem);
}

export const get = async path => (await ask(path)).json();

export const post = async (path, body, headers) => (await ask(path, { method: "POST", body, headers })).json();

/** Saves a file only the signed-in may have. */
export async function download(path, name) {
  const blob = await (await ask(path)).blob();
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
