import { byId } from "./dom.js";
import { end, has, session } from "./session.js";

const ends = ["supervisor", "auditor", "leader", "administrator"];

const groups = {
  nobody: () => !session(),
  somebody: () => session(),
  citizen: () => session()?.me.kind === "citizen",
  staff: () => session()?.me.kind === "staff",
  supervisor: () => ends.some(has),
};

function showMenu() {
  for (const item of document.querySelectorAll("[data-for]")) item.hidden = !groups[item.dataset.for]();
  for (const link of document.querySelectorAll("nav a")) if (link.pathname === location.pathname) link.ariaCurrent = "page";
  byId("me").textContent = session()?.me.name ?? "";
}

function switchLanguage(event) {
  event.preventDefault();
  document.cookie = `language=${event.currentTarget.lang}; path=/; max-age=31536000; samesite=lax`;
  const address = new URL(location);
  address.searchParams.delete("lang");
  location.replace(address);
}

function signOut() {
  end();
  location.assign("/");
}

const tellLine = () => { byId("offline").hidden = navigator.onLine; };

showMenu();
tellLine();
addEventListener("online", tellLine);
addEventListener("offline", tellLine);
byId("language").addEventListener("click", switchLanguage);
byId("sign-out").addEventListener("click", signOut);
