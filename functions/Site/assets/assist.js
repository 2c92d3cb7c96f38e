import { byId } from "./dom.js";
import { agree } from "./assisted.js";
import { onSend } from "./problems.js";
import { has, homeOf, me, mustBe } from "./session.js";

if (mustBe("staff")) {
  if (!has("clerk")) location.replace(homeOf(me()));
  byId("helper").textContent = me().name;
  sessionStorage.removeItem("assist"); // Whoever was helped before has agreed to nothing here.
  onSend(byId("agree"), given => {
    agree({ reference: given.get("reference").trim() });
    location.assign("/counter?assist");
  });
}
