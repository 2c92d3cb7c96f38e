import { byId, el, fill } from "./dom.js";
import { get } from "./api.js";
import { sampleForm } from "./audit-sample.js";
import { paged } from "./lists.js";
import { load, onSend } from "./problems.js";
import { mustBe } from "./session.js";
import { day, language, moment, say } from "./words.js";

const intact = verdict => ["intact", "valid", "whole", "same"].includes(verdict.outcome);

const finding = one => el("li", {}, one.code && `${one.code}: `, one[language]);

const shown = verdict => el("div", { class: `verdict ${verdict.findings.length ? "bad" : "good"}` }, el("p", {}, verdict.findings.length || !intact(verdict) ? null : "✓ ", verdict[language]), verdict.findings.length > 0 && el("ul", {}, verdict.findings.map(finding)));

function row(one) {
  const place = el("div", {});
  return el("li", {}, el("div", { class: "between" }, el("b", {}, day(one.day)), el("span", { class: "soft" }, say("audit.counts", { dossiers: one.dossiers, events: one.events, accesses: one.accesses })),
    el("button", { type: "button", class: "second", onclick: () => load(place, async () => shown(await get(`/api/audit/days/${one.day}/verdict`))) }, say("audit.check"))),
  el("div", { class: "soft small" }, say("audit.sealed", { at: moment(one.sealedAt) })), place);
}

if (mustBe("staff")) {
  // Below a list whose length nobody knows yet; shown once nothing can push it any more.
  await paged("days", "/api/audit/days?limit=20", row, say("audit.none"));
  byId("below").hidden = false;
  sampleForm();
  onSend(byId("one"), async form => { fill(byId("verdict"), shown(await get(`/api/dossiers/${encodeURIComponent(form.get("code").trim())}/verdict`))); });
}
