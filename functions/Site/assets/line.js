import { Refused, Unreachable } from "./api.js";

const longest = 30_000;
const passing = [408, 429, 500, 502, 503, 504];
const damagedOnTheWay = "content-digest-differs";

const willPass = error => error instanceof Unreachable || (error instanceof Refused && (passing.includes(error.status) || error.code === damagedOnTheWay));

/**
 * Waits a while, or until the browser says that the line is back.
 * @returns {Promise<void>}
 */
const wait = milliseconds => new Promise(resolve => {
  const done = () => { clearTimeout(timer); removeEventListener("online", done); resolve(); };
  const timer = setTimeout(done, milliseconds);
  addEventListener("online", done);
});

const pauseBefore = (attempt, error) => {
  const asked = (error.problem?.retryAfterSeconds ?? 0) * 1_000;
  const ownPause = Math.min(longest, 500 * 2 ** attempt);
  return Math.max(asked, ownPause * (0.75 + Math.random() / 2)); // Not all telephones of a valley at the same instant.
};

/**
 * Does `act` until it was done or refused for good; a line that breaks only costs time. `waiting` hears why it has to be done again.
 * @template Done
 * @param {() => Promise<Done>} act
 * @param {(error: Error) => void} [waiting]
 */
export async function patiently(act, waiting = () => {}) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!willPass(error)) throw error;
      waiting(error);
      await wait(pauseBefore(attempt, error));
    }
  }
}
