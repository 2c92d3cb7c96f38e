import { announce, el, field } from "./dom.js";
import { ask, get, post, Refused } from "./api.js";
import { load, wordsOf } from "./problems.js";
import { officeName } from "./places.js";
import { dayAfter, moment, named, say, today } from "./words.js";

const most = 100; // The door sends so many again at once.

const filesOf = (title, facts) => facts?.files?.length > 0
  && [el("b", {}, title), el("ul", {}, facts.files.map(one => el("li", {}, one.name, el("span", { class: "soft small" }, ` ${one.id}`))))];

const side = (title, facts) => el("div", {}, el("b", {}, `${title}: `),
  facts ? [facts.status, facts.received, facts.promised, facts.done].filter(Boolean).join(" · ") : say("admin.portalNone"));

/** What either side says: of files those that differ, else state and times as the contract writes them. */
const sides = one => one.kind === "filesDiffer"
  ? [filesOf(say("admin.portalOurFiles"), one.ours), filesOf(say("admin.portalTheirFiles"), one.theirs)]
  : [side(say("admin.portalOurs"), one.ours), side(say("admin.portalTheirs"), one.theirs)];

const mendable = one => one.kind !== "onlyTheirs"; // What only the portal has is nothing of ours to send.

const pageOf = (path, next) => get(`${path}/differences?limit=${most}${next ? `&after=${encodeURIComponent(next)}` : ""}`);

async function again(path, codes) {
  const { items } = codes.length > 0 ? await post(`${path}/repairs`, { codes }) : { items: [] };
  return items.filter(line => line.outcome !== "nothing").length;
}

async function allAgain(path) {
  let count = 0;
  let next = null;
  do {
    const page = await pageOf(path, next);
    count += await again(path, page.items.filter(mendable).map(one => one.code));
    next = page.next;
  } while (next);
  return count;
}

const sender = (act, ...words) => el("button", { type: "button", class: "second", onclick: event => {
  const button = event.currentTarget;
  button.disabled = true;
  act().then(count => announce(say("admin.portalSent", { count })), error => { button.disabled = false; announce(wordsOf(error)); });
} }, ...words);

const row = (path, one) => el("li", { "data-code": one.code },
  el("div", { class: "between" }, el("b", {}, one.code), el("span", { class: "tag warn" }, named("admin.portalKind", one.kind))), sides(one),
  mendable(one) && sender(() => again(path, [one.code]), say("admin.portalAgain"), el("span", { class: "quiet" }, ` ${one.code}`)));

const reconciled = path => ask(path).then(answer => answer.json(), error => {
  if (error instanceof Refused && error.code === "portal-day-unreconciled") return null;
  throw error;
});

async function shown(day) {
  const path = `/api/portal/reconciliations/${day}`;
  const made = await reconciled(path);
  if (!made) return el("p", { class: "soft" }, say("admin.portalUnreconciled"));
  const { items, next } = await pageOf(path);
  const office = async one => el("li", { class: "between" }, await officeName(one.office), el("span", {}, `${one.matched}/${one.ours}`));
  const offices = await Promise.all(made.offices.map(office));
  return [
    el("p", { class: `verdict ${made.differences ? "warn" : "good"}` },
      say("admin.portalMade", { matched: made.matched, ours: made.ours, differences: made.differences, at: moment(made.at) })),
    offices.length > 0 && el("details", {}, el("summary", {}, say("admin.portalOffices")), el("ul", { class: "rows small" }, offices)),
    items.length > 0 && el("ul", { class: "rows" }, items.map(one => row(path, one))),
    next && el("p", { class: "soft" }, say("admin.portalMore", { count: made.differences - items.length })),
    items.filter(mendable).length > 1 && el("p", { class: "buttons" }, sender(() => allAgain(path), say("admin.portalAllAgain"))),
  ];
}

/** One day held against the National Portal: yesterday first, others by their date. */
export function portalDays() {
  const yesterday = dayAfter(today(), -1);
  const place = el("div", {});
  const day = el("input", { id: "portal-day", type: "date", value: yesterday, max: yesterday });
  const show = () => day.value && load(place, () => shown(day.value));
  day.addEventListener("change", show);
  show();
  return [field("portal-day", say("admin.portalDay"), day), place];
}
