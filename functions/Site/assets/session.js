// The sign-in is a cookie no script can read; here lies only what the header shows and the menus need, one for all tabs.
const Key = "who";
const channel = new BroadcastChannel("session");

/** Who is signed in, `{ me, until }`; null when nobody is. */
export const session = () => JSON.parse(localStorage.getItem(Key));

export const me = () => session()?.me ?? null;

export function begin(who) {
  localStorage.setItem(Key, JSON.stringify({ me: who, until: who.signedInUntil }));
  channel.postMessage("changed");
}

/** Nobody is signed in any more; what this device kept of them goes. */
export function end() {
  localStorage.removeItem(Key);
  sessionStorage.clear();
  indexedDB.deleteDatabase("uploads");
  globalThis.caches?.delete("mine");
  Object.keys(localStorage).filter(key => key.startsWith("draft:")).forEach(key => localStorage.removeItem(key));
  channel.postMessage("changed");
}

/** Calls `heard` when somebody signed in or out, in whatever tab. */
export const onChange = heard => channel.addEventListener("message", heard);

export const has = role => me()?.duties.some(duty => duty.role === role) ?? false;

/** The first office somebody works at; null for the whole province. */
export const desk = () => me()?.duties.map(duty => duty.office).find(office => office !== "*") ?? null;

const homes = [["clerk", "/desk"], ["officer", "/desk"], ["leader", "/desk"], ["registrar", "/desk"], ["cashier", "/cash"], ["supervisor", "/board"], ["administrator", "/admin"], ["auditor", "/audit"]];

/** Where somebody's day begins. */
export const homeOf = who => (who.kind === "citizen" ? "/dossiers" : homes.find(([role]) => who.duties.some(duty => duty.role === role))?.[1] ?? "/");

/** Where to sign in and come back here afterwards. */
export const door = () => `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;

/** False, and on the way to a page that fits, when nobody or the wrong sort of somebody is here. */
export function mustBe(kind) {
  if (!me()) location.replace(door());
  else if (kind && me().kind !== kind) location.replace(homeOf(me()));
  return Boolean(me()) && (!kind || me().kind === kind);
}
