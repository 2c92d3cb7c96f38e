import { el, fill } from "./dom.js";
import { get, post } from "./api.js";
import { canWait, isThere, waitWith } from "./filing-wait.js";
import { isHeld } from "./outbox.js";
import { Papers } from "./papers.js";
import { onSend, tellAll, told } from "./problems.js";
import { say } from "./words.js";

const componentsOf = async ({ procedure }) => (await get(`/api/procedures/${procedure.code}?version=${procedure.version}`)).procedure.components;

/** What one asked item says: what, why and by which rule. */
const lead = item => [el("p", {}, item.reason), item.ground && el("p", { class: "soft small" }, item.ground)];

/** One asked item: a paper to photograph or choose, or why there is none; an item that is no paper is answered in words. */
function itemCard(item, at, components, papers) {
  const component = components.find(one => one.id === item.component);
  const id = `answer-${at}`;
  const words = el("div", { class: "field" }, el("label", { for: id }, say(component ? "dossier.noPaper" : "dossier.answer"), component && ` ${say("common.optional")}`), el("textarea", { id, name: `answer.${at}`, maxlength: 500, rows: 2 }));
  if (!component) return el("section", { class: "paper" }, el("h3", {}, item.what), lead(item), words);
  const card = papers.card({ ...component, required: false, when: null }, { lead: [el("p", {}, el("b", {}, item.what)), lead(item)] });
  card.append(words);
  return card;
}

// Every line asked for is answered one way or the other before anything is sent: the clock runs again once it is.
function unanswered(form, items, components, papers) {
  return items.map((item, at) => ({ item, input: form.elements[`answer.${at}`] }))
    .filter(({ item, input }) => !input.value.trim() && !(components.some(one => one.id === item.component) && isThere(papers, item.component)))
    .map(({ input }) => ({ input, message: say("dossier.unanswered") }));
}

const noteOf = (form, items) => items.map((item, at) => [item.what, form.elements[`answer.${at}`].value.trim()]).filter(([, said]) => said)
  .map(([what, said]) => (items.length > 1 ? `${what}: ${said}` : said)).join("\n") || undefined;

/** Where the citizen gives what was asked for, item by item. */
export async function supplementForm(dossier, path, done) {
  const id = `${dossier.code}-${dossier.supplementRounds}`;
  if (await isHeld(id)) return el("p", { class: "verdict info", id: "asked" }, say("dossier.supplementWaits"), " ", el("a", { href: "/waiting" }, say("dossier.supplementSee")));
  const components = await componentsOf(dossier);
  const { items, contact } = dossier.asked;
  const papers = new Papers(id);
  const form = el("form", { id: "supplement", method: "post" }, el("h2", {}, say("dossier.supplement")), el("p", {}, say("dossier.supplementText", { contact })),
    items.map((item, at) => itemCard(item, at, components, papers)), el("p", { class: "buttons" }, el("button", { class: "large" }, say("dossier.supplementSend"))));
  onSend(form, async () => {
    if (papers.running > 0 && !canWait()) throw told(say("common.stillSending"));
    const lacking = unanswered(form, items, components, papers);
    if (lacking.length) {
      tellAll(form, lacking);
      return;
    }
    const body = { papers: papers.references, note: noteOf(form, items) };
    if (canWait()) {
      await waitWith(id, dossier, body, papers);
      return;
    }
    await post(`${path}/supplement`, body,
      { "If-Match": `"${dossier.version}"`, "Idempotency-Key": `supplement-${dossier.supplementRounds}-${dossier.version}` });
    await done(say("dossier.supplemented"));
  });
  papers.resume();
  return fill(el("section", { class: "card", id: "asked" }), form);
}
