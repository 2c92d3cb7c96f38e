import { byId, el, fill } from "./dom.js";
import { get } from "./api.js";
import { sampleForm } from "./audit-sample.js";
import { paged } from "./lists.js";
import { load, onSend } from "./problems.js";
import { mustBe } from "./session.js";
import { day, language, moment, named, say } from "./words.js";

const intact = verdict => ["intact", "valid", "whole", "same"].includes(verdict.outcome);

const finding = one => el("li", {}, one.code && `${one.code}: `, one[language]);

const shown = verdict => el("div", { class: `verdict ${verdict.findings.length ? "bad" : "good"}` }, el("p", {}, verdict.findings.length || !intact(verdict) ? null : "✓ ", verdict[language]), verdict.findings.length > 0 && el("ul", {}, verdict.findings.map(finding)));

function row(one) {
  const place = el("div", {});
  return el("li", {}, el("div", { class: "between" }, el("b", {}, day(one.day)), el("span", { class: "soft" }, say("audit.counts", { dossiers: one.dossiers, events: one.events, accesses: one.accesses })),
    el("button", { type: "button", class: "second", onclick: () => load(place, async () => shown(await get(`/api/audit/days/${one.day}/verdict`))) }, say("audit.check"))),
  el("div", { class: "soft small" }, say("audit.sealed", { at: moment(one.sealedAt) })), place);
}

/** @param {Api.EditView} one */
const edit = one => el("li", {},
  el("div", { class: "between" }, el("b", {}, `${named("audit.edit", one.kind)}: ${one.code.replace("~", " · ")}`),
    el("span", { class: "soft small" }, moment(one.at))),
  el("div", {}, say(one.isReplacement ? "audit.editReplaced" : "audit.editEntered", { by: one.byName ?? one.by, day: day(one.validFrom) })),
  one.reason && el("div", { class: "soft" }, say("audit.editReason", { reason: one.reason })));

if (mustBe("staff")) {
  // Below a list whose length nobody knows yet; shown once nothing can push it any more.
  await paged("days", "/api/audit/days?limit=20", row, say("audit.none"));
  byId("below").hidden = false;
  paged("edits", "/api/audit/edits?limit=20", edit, say("audit.noEdits"), get, "more-edits");
  sampleForm();
  onSend(byId("one"), async form => { fill(byId("verdict"), shown(await get(`/api/dossiers/${encodeURIComponent(form.get("code").trim())}/verdict`))); });
}
