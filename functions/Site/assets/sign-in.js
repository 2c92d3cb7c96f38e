import { byId, el } from "./dom.js";
import { get, post } from "./api.js";
import { load } from "./problems.js";
import { officeName } from "./places.js";
import { begin } from "./session.js";
import { named, pick, say } from "./words.js";

const homes = { citizen: "/dossiers", staff: "/work" };

// Only a path of our own: an address of somebody else's must not follow a sign-in.
function goal(me) {
  const to = new URLSearchParams(location.search).get("to") ?? "";
  return /^\/(?![/\\])/.test(to) ? to : homes[me.kind];
}

async function become(persona) {
  const { token } = await post("/dev/tokens", { persona });
  begin(token, null);
  const me = await get("/api/me");
  begin(token, me);
  location.replace(goal(me));
}

async function row(persona) {
  const button = el("button", { type: "button", class: "second", onclick: () => load(failure, async () => { await become(persona.persona); return []; }) }, persona.name);
  const place = persona.office && persona.office !== "*" && (await officeName(persona.office));
  return el("li", {}, button, el("div", { class: "small" }, pick(persona.about)), persona.role && el("div", { class: "soft small" }, [named("common.role", persona.role), place].filter(Boolean).join(" · ")));
}

const failure = el("div", { role: "alert" });

const group = async (title, people) => el("section", { class: "card" }, el("h2", {}, title), el("ul", { class: "rows" }, await Promise.all(people.map(row))));

async function personas() {
  const response = await fetch("/dev/personas");
  return response.ok ? (await response.json()).items : [];
}

async function ways() {
  const people = await personas();
  if (people.length === 0) return el("p", { class: "verdict warn" }, say("sign-in.elsewhere"));
  return [
    el("p", { class: "verdict warn" }, say("sign-in.invented")),
    failure,
    el("div", { class: "two" },
      await group(say("sign-in.citizens"), people.filter(person => person.kind === "citizen")),
      await group(say("sign-in.staff"), people.filter(person => person.kind === "staff"))),
  ];
}

load(byId("ways"), ways);
