import { announce } from "./dom.js";
import { say } from "./words.js";

const warning = 15;

/** Calls `wipe` when nobody has touched the page for so many seconds; a quarter of a minute before, it is said. */
export function whenIdle(seconds, wipe) {
  let timers = [];
  const again = () => {
    timers.forEach(clearTimeout);
    timers = [
      setTimeout(() => announce(say("assist.soon", { seconds: warning })), (seconds - warning) * 1000),
      setTimeout(wipe, seconds * 1000),
    ];
  };
  for (const sign of ["keydown", "pointerdown", "input", "scroll"]) addEventListener(sign, again, { passive: true, capture: true });
  again();
}
