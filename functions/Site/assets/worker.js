// The office on a line that breaks: pages, the catalogue and what its owner saw last are kept on this device, and shown while the office is out of reach.
// What is asked for always goes to the office first; only what nobody has to wait for is kept, and signing out deletes all that is about a person.
const version = location.pathname.split("/")[2];
const shell = `shell-${version}`;
const catalogue = "catalogue"; // About nobody.
const mine = "mine"; // About whoever is signed in; signing out deletes it.
const pages = ["/", "/dossiers", "/dossier", "/filing", "/procedure", "/waiting"];
const visited = ["/counter"]; // Kept once somebody who works there has opened it: nobody else fetches it for nothing.
const scriptOf = page => `/assets/${version}/page-${page === "/" ? "home" : page.slice(1)}.js`;
const looks = ["all.css", "emblem.svg"].map(file => `/assets/${version}/${file}`);
const readable = /^\/api\/(offices|procedures|lists|life-events|dossiers|drafts)(\/|$)/;
const never = /tracking-secret|prefill|\/(result|receipt|forms)\b/; // Secrets are shown and not kept; papers come by download.
const mostKept = 400;
const asked = { headers: { "X-Requested-With": "site" } };

const isKept = url => readable.test(url.pathname) && !never.test(url.pathname) && !url.searchParams.has("q");
const cacheOf = url => (/^\/api\/(dossiers|drafts)/.test(url.pathname) ? mine : catalogue);

addEventListener("install", event => event.waitUntil(
  caches.open(shell).then(cache => cache.addAll([...pages, ...pages.map(scriptOf), ...looks])).then(() => skipWaiting())));

addEventListener("activate", event => event.waitUntil(
  caches.keys().then(names => names.filter(name => ![shell, catalogue, mine].includes(name)))
    .then(old => Promise.all(old.map(name => caches.delete(name)))).then(() => clients.claim())));

/** With the moment it was kept, so that the page can say how old it is. */
async function keep(request, response) {
  if (!response.headers.get("Content-Type")?.includes("json")) return;
  const cache = await caches.open(cacheOf(new URL(request.url)));
  const headers = new Headers(response.headers);
  headers.set("X-Kept-At", new Date().toISOString());
  await cache.put(request, new Response(await response.blob(), { headers }));
  const names = await cache.keys();
  await Promise.all(names.slice(0, Math.max(0, names.length - mostKept)).map(name => cache.delete(name)));
}

const keepPage = (path, response) => caches.open(shell).then(cache => cache.put(path, response));

async function officeFirst(event, name, found, keeping) {
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(keeping(response.clone()));
    return response;
  } catch {
    return (await (await caches.open(name)).match(found, { ignoreVary: true, ignoreSearch: name === shell })) ?? Response.error();
  }
}

async function keptFirst(event) {
  const cache = await caches.open(shell);
  const known = await cache.match(event.request, { ignoreVary: true });
  if (known) return known;
  const response = await fetch(event.request);
  if (response.ok && visited.map(scriptOf).includes(new URL(event.request.url).pathname)) event.waitUntil(cache.put(event.request, response.clone()));
  return response;
}

addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  const isPage = event.request.mode === "navigate" && [...pages, ...visited].includes(url.pathname);
  if (url.pathname.startsWith(`/assets/${version}/`)) event.respondWith(keptFirst(event));
  else if (isPage) event.respondWith(officeFirst(event, shell, url.pathname, response => keepPage(url.pathname, response)));
  else if (isKept(url)) event.respondWith(officeFirst(event, cacheOf(url), event.request, response => keep(event.request, response)));
});

const fetched = async path => {
  const response = await fetch(path, asked);
  if (!response.ok) return null;
  await keep(new Request(path), response.clone());
  return response.json();
};

/** Every procedure with its form and its lists, one after the other: nobody waits for it, and it must not take the line from who does. */
async function keepCatalogue() {
  await fetched("/api/dossiers?limit=20"); // What was on the page before this worker was there.
  await fetched("/api/offices");
  await fetched("/api/lists/communes?group=11&limit=200");
  const { items } = (await fetched("/api/procedures?limit=100")) ?? { items: [] };
  for (const { code } of items) {
    await fetched(`/api/procedures/${code}`);
    const form = await fetched(`/api/procedures/${code}/form`);
    const lists = (form?.lists ?? []).filter(id => id !== "communes");
    if (lists.length) await fetched(`/api/lists?ids=${lists.join(",")}`);
  }
}

addEventListener("message", event => { if (event.data === "catalogue") event.waitUntil(keepCatalogue().catch(() => {})); });
