import { byId, el } from "./dom.js";
import { ask } from "./api.js";
import { mayLeave, watchTheLine } from "./offline.js";
import { end, has, me, onChange, session } from "./session.js";
import { say } from "./words.js";

const work = ["clerk", "officer", "leader", "registrar", "cashier", "supervisor", "auditor"];
const kind = () => me()?.kind;

const groups = {
  nobody: () => !me(),
  somebody: () => me(),
  public: () => kind() !== "staff",
  citizen: () => kind() === "citizen",
  desk: () => work.some(has),
  clerk: () => has("clerk"),
  leader: () => has("leader"),
  cash: () => has("cashier") || has("clerk"),
  board: () => has("supervisor") || has("leader"),
  administrator: () => has("administrator"),
  auditor: () => has("auditor"),
  archive: () => has("registrar"),
  inbox: () => kind() === "staff" && me().duties.some(duty => duty.role !== "auditor"),
};

function showMenu() {
  for (const item of document.querySelectorAll("[data-for]")) item.hidden = !groups[item.dataset.for]();
  for (const link of document.querySelectorAll("#menu a")) if (link.id !== "language" && link.pathname === location.pathname) link.ariaCurrent = "page";
  byId("me").textContent = me()?.name ?? "";
}

function switchLanguage(event) {
  event.preventDefault();
  document.cookie = `language=${event.currentTarget.lang}; path=/; max-age=31536000; samesite=lax`;
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  location.replace(address);
}

async function signOut() {
  if (!(await mayLeave())) return;
  const answer = await ask("/api/session", { method: "DELETE" }).catch(() => null);
  const farewell = answer?.status === 200 ? (await answer.json()).endSession : null;
  end();
  location.assign(farewell ?? "/");
}

// Fifteen minutes before a sign-in ends it is said, while there is time to finish a sentence.
function watchTheEnd() {
  const until = session()?.until;
  if (!until || Date.parse(until) - Date.now() > 15 * 60_000 || byId("ending")) return;
  const go = el("button", { type: "button", class: "link", onclick: () => open("/sign-in?to=/signed-in", "sign-in", "popup,width=520,height=720") }, say("common.endingGoOn"));
  byId("offline").after(el("p", { class: "notice", id: "ending", role: "status" }, say("common.ending"), " ", go));
}

function changed() {
  byId("ending")?.remove();
  showMenu();
  watchTheEnd();
}

showMenu();
watchTheLine();
watchTheEnd();
setInterval(watchTheEnd, 60_000);
onChange(changed);
byId("language").addEventListener("click", switchLanguage);
byId("sign-out").addEventListener("click", signOut);
for (const late of document.querySelectorAll("[data-when-ready]")) late.disabled = false;
