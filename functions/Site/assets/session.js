// The token lives in sessionStorage only: it ends with the tab.
const Key = "session";

/** Who is signed in: `{ token, me }`; null when nobody is. */
export const session = () => JSON.parse(sessionStorage.getItem(Key));

export const begin = (token, me) => sessionStorage.setItem(Key, JSON.stringify({ token, me }));

export function end() {
  sessionStorage.clear();
  indexedDB.deleteDatabase("uploads");
}

export const has = role => session()?.me.duties.some(duty => duty.role === role) ?? false;

/** The first office somebody works at; null for the whole province. */
export const desk = () => session()?.me.duties.map(duty => duty.office).find(office => office !== "*") ?? null;

/** Where to sign in and come back here afterwards. */
export const door = () => `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;

export function mustBeSignedIn() {
  if (session()) return true;
  location.replace(door());
  return false;
}
