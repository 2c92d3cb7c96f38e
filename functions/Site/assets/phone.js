import { byId, el, fill, icon } from "./dom.js";
import { ask, post } from "./api.js";
import { patiently } from "./line.js";
import { prepare } from "./picture.js";
import { load, told, wordsOf } from "./problems.js";
import { hour, say } from "./words.js";

const kept = "pairing"; // In this tab alone, so that a reload in the middle loses nothing.

// The QR code's secret is good once: shown to the office, then gone from the address.
async function paired() {
  const [id, secret] = location.hash.slice(1).split(".");
  if (secret) {
    history.replaceState(null, "", location.pathname);
    const claimed = await post(`/api/phone-pairings/${encodeURIComponent(id)}/claim`, { secret });
    sessionStorage.setItem(kept, JSON.stringify({ id, ...claimed }));
  }
  const known = JSON.parse(sessionStorage.getItem(kept) ?? "null");
  if (!known) throw told(say("phone.scanFirst"));
  return known;
}

/** @param {{ id: string, token: string }} pairing @param {File} file @returns {Promise<Api.ReceivedPage>} */
const send = async ({ id, token }, file) => (await ask(`/api/phone-pairings/${id}/pages`, {
  method: "POST", body: file, headers: { "Content-Type": "application/octet-stream", "Pairing-Token": token } })).json();

async function begin() {
  const pairing = await paired();
  const said = el("div", { id: "phone-said", role: "status" });
  const shoot = el("input", { id: "shoot", type: "file", accept: "image/*", capture: "environment", multiple: true });

  async function take(file) {
    fill(said, el("p", {}, say("common.sendingBegins")));
    const { file: picture, faults } = await prepare(file);
    const { count } = await patiently(() => send(pairing, picture), () => fill(said, el("p", { class: "warn" }, say("common.offline"))));
    fill(said, el("div", { class: `verdict ${faults.length ? "warn" : "good"}` }, el("h2", {}, `✓ ${say("phone.sent", { count })}`),
      faults.map(fault => el("p", {}, say(`papers.fault${fault}`))), el("p", {}, say("phone.next"))));
  }

  shoot.addEventListener("change", async () => {
    const files = [...shoot.files];
    shoot.value = "";
    try {
      for (const file of files) await take(file);
    } catch (error) {
      fill(said, el("p", { class: "error", role: "alert" }, wordsOf(error)));
    }
  });
  return [el("p", {}, say("phone.lead", { at: hour(pairing.until) })),
    el("p", { class: "buttons" }, shoot, el("label", { class: "button large", for: "shoot" }, icon("camera"), say("phone.shoot"))), said];
}

load(byId("phone"), begin);
