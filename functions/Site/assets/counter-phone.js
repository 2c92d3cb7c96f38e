import { el, field, fill, icon } from "./dom.js";
import { get, post, Refused } from "./api.js";
import { wordsOf } from "./problems.js";
import { hour, pick, say } from "./words.js";

const pause = 2_000; // Milliseconds between looks at what the telephone sent.

const qr = svg => el("img", { src: URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })), alt: say("counter.phoneQr"), width: 240, height: 240 });

/**
 * A telephone as the counter's scanner: its pages land at the component chosen here. `numberOf` says whose papers they are; another applicant ends it.
 * @param {{ numberOf: () => string, components: Api.Component[], receive: (component: string, page: Api.UploadView) => Promise<void> }} counter
 */
export function phoneScanner({ numberOf, components, receive }) {
  const place = el("section", { class: "paper", id: "phone-scan", "aria-label": say("counter.phoneScan") });
  const button = el("button", { type: "button", class: "second", id: "pair-phone" }, icon("camera"), say("counter.phoneScan"));

  const idle = why => fill(place, why && el("p", { class: "small warn", role: "alert" }, why), button, el("p", { class: "hint" }, say("counter.phoneHint")));

  async function watch(pairing, number, which, state, seen) {
    await new Promise(resolve => { setTimeout(resolve, pause); });
    if (!state.isConnected) return;
    if (numberOf() !== number) { idle(say("counter.phoneOther")); return; }
    try {
      const { isPaired, pages } = await get(`/api/phone-pairings/${pairing.id}`);
      for (const page of pages.filter(one => !seen.has(one.id))) {
        seen.add(page.id);
        await receive(which.value, page);
      }
      state.textContent = say(isPaired ? "counter.phonePages" : "counter.phoneWaits", { count: pages.length, at: hour(pairing.until) });
      if (isPaired) place.querySelector("img")?.remove();
    } catch (error) {
      if (error instanceof Refused) { idle(wordsOf(error)); return; }
    }
    watch(pairing, number, which, state, seen);
  }

  button.addEventListener("click", async () => {
    const number = numberOf();
    if (!/^\d{10,13}$/.test(number) || !components.length) { idle(say("counter.phoneFirst")); return; }
    try {
      const pairing = await post("/api/phone-pairings", { onBehalfOf: number });
      const which = el("select", { id: "phone-component" }, components.map(one => el("option", { value: one.id }, pick(one.name))));
      const state = el("p", { role: "status" }, say("counter.phoneWaits", { at: hour(pairing.until) }));
      fill(place, el("h2", {}, say("counter.phoneScan")), qr(pairing.qrImage), state, field("phone-component", say("counter.phoneWhich"), which),
        el("p", { class: "buttons" }, el("button", { type: "button", class: "second", onclick: () => idle("") }, say("counter.phoneEnd"))));
      which.focus();
      watch(pairing, number, which, state, new Set());
    } catch (error) {
      idle(wordsOf(error));
    }
  });
  idle("");
  return place;
}
