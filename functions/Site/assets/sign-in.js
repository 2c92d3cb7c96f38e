import { byId, el, facts } from "./dom.js";
import { get, post } from "./api.js";
import { load } from "./problems.js";
import { begin } from "./session.js";
import { pick, say } from "./words.js";

const homes = { citizen: "/dossiers", staff: "/work" };

// Only a path of our own: an address of somebody else's must not follow a sign-in.
function goal(me) {
  const to = new URLSearchParams(location.search).get("to") ?? "";
  return /^\/(?![/\\])/.test(to) ? to : homes[me.kind];
}

const failure = el("div", { role: "alert" });

async function become(persona) {
  const { token } = await post("/dev/tokens", { persona });
  begin(token, null);
  const me = await get("/api/me");
  begin(token, me);
  location.replace(goal(me));
}

const row = persona => el("li", {},
  el("button", { type: "button", class: "second", onclick: () => load(failure, async () => { await become(persona.persona); return []; }) }, persona.name),
  el("div", { class: "small" }, pick(persona.about)));

const group = (title, people) => el("section", { class: "card" }, el("h2", {}, title), el("ul", { class: "rows" }, people.map(row)));

// Development personas stand at the office's own address; any other issuer is somebody else's.
const isInvented = authority => authority?.includes("/dev/");

const configured = found => el("div", { class: "verdict warn" }, el("p", {}, say("sign-in.elsewhere")),
  facts([say("sign-in.citizens"), found.citizens ?? say("sign-in.closed")], [say("sign-in.staff"), found.staff ?? say("sign-in.closed")]));

async function ways() {
  const found = await get("/api/sign-in");
  if (!isInvented(found.citizens) && !isInvented(found.staff)) return configured(found);
  const people = (await get("/dev/personas")).items;
  return [
    el("p", { class: "verdict warn" }, say("sign-in.invented")),
    failure,
    el("div", { class: "two" },
      group(say("sign-in.citizens"), people.filter(person => person.kind === "citizen")),
      group(say("sign-in.staff"), people.filter(person => person.kind === "staff"))),
  ];
}

load(byId("ways"), ways);
