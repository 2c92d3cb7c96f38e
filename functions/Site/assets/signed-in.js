import { get } from "./api.js";
import { begin } from "./session.js";

// The end of a sign-in in a window beside: the pages that wait hear of it, and the window is not needed any more.
const me = await get("/api/me");
if (me.kind !== "nobody") begin(me);
close();
