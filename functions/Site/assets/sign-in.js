import { byId, el, icon } from "./dom.js";
import { get, post } from "./api.js";
import { load } from "./problems.js";
import { pick, say } from "./words.js";

const to = new URLSearchParams(location.search).get("to") ?? "";
const refused = new URLSearchParams(location.search).has("refused");
const goal = `/welcome?to=${encodeURIComponent(to)}`;

const failure = el("div", { role: "alert" });

async function become(persona) {
  await post("/dev/sessions", { persona });
  location.replace(to === "/signed-in" ? to : goal);
}

const row = persona => el("li", {},
  el("button", { type: "button", class: "second", onclick: () => load(failure, async () => { await become(persona.persona); return []; }) }, persona.name),
  el("div", { class: "small" }, pick(persona.about)));

const group = (title, people) => el("section", { class: "card" }, el("h2", {}, title), el("ul", { class: "rows" }, people.map(row)));

// Development personas stand at the office's own address; any other issuer is somebody else's.
const isInvented = authority => authority?.includes("/dev/");

const doorTo = (name, title, text, word, picture, open) => el("li", { class: "card" }, el("h2", {}, title), el("p", {}, text), open
  ? el("p", {}, el("a", { class: "button large", href: `/sign-in/${name}?to=${encodeURIComponent(to === "/signed-in" ? to : goal)}` }, icon(picture), word))
  : el("p", { class: "soft" }, say("sign-in.closed")));

const doors = found => el("ul", { class: "two rows" }, 
  doorTo("citizens", say("sign-in.citizens"), say("sign-in.citizensText"), say("sign-in.withVneid"), "user", found.citizens),
  doorTo("staff", say("sign-in.staff"), say("sign-in.staffText"), say("sign-in.withEntra"), "work", found.staff));

async function ways() {
  const found = await get("/api/sign-in");
  if (!isInvented(found.citizens) && !isInvented(found.staff)) return [refused && el("p", { class: "verdict bad", role: "alert" }, say("sign-in.refused")), doors(found)];
  const people = (await get("/dev/personas")).items;
  return [
    refused && el("p", { class: "verdict bad", role: "alert" }, say("sign-in.refused")),
    el("p", { class: "verdict warn" }, say("sign-in.invented")),
    failure,
    el("div", { class: "two" },
      group(say("sign-in.citizens"), people.filter(person => person.kind === "citizen")),
      group(say("sign-in.staff"), people.filter(person => person.kind === "staff"))),
  ];
}

load(byId("ways"), ways);
