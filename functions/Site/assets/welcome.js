import { byId, el } from "./dom.js";
import { get } from "./api.js";
import { load, told } from "./problems.js";
import { begin, homeOf } from "./session.js";
import { say } from "./words.js";

// Only a path of our own: an address of somebody else's must not follow a sign-in.
const isOurs = to => /^\/(?![/\\])/.test(to);

load(byId("welcome"), async () => {
  const me = await get("/api/me");
  if (me.kind === "nobody") throw told(say("welcome.nobody"));
  begin(me);
  const to = new URLSearchParams(location.search).get("to") ?? "";
  location.replace(isOurs(to) ? to : homeOf(me));
  return el("p", {}, say("common.loading"));
});
