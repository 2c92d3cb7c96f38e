import { el } from "./dom.js";
import { post } from "./api.js";
import { onSend } from "./problems.js";
import { capital, moment, say } from "./words.js";

// TrangThaiHoSo as another agency tells it; newly registered says that the data went there.
const statuses = ["newlyRegistered", "received", "inProcess", "done", "returned", "notAccepted", "stopped"];

const limit = (word, at) => el("span", { class: `tag ${Date.parse(at) < Date.now() ? "bad" : "warn"}` }, say(word, { moment: moment(at) }));

const clock = ({ by, at, acknowledgeBy, acknowledgedAt }) => !acknowledgedAt && el("p", {},
  at ? acknowledgeBy && limit("desk.acknowledgeBy", acknowledgeBy) : limit("desk.forwardBy", by));

const field = (id, name, type, required) => el("div", { class: "field" },
  el("label", { for: `${id}-${name}` }, say(`desk.part${capital(name)}`), !required && ` ${say("common.optional")}`),
  el("input", { id: `${id}-${name}`, name, type, required, maxlength: type === "text" && 300 }));

const closing = date => (date ? `${date}T17:00:00+07:00` : undefined);

function report(form) {
  const given = name => form.get(name)?.trim() || undefined;
  return {
    status: form.get("status"),
    evidence: form.get("evidence").trim(),
    agencyCode: given("agencyCode"),
    promisedAt: closing(given("promisedAt")),
    reason: given("reason"),
    result: given("number") && { number: given("number"), date: given("date") },
  };
}

function reportForm(part, path, tag, done) {
  const id = `part-${part.id}`;
  const status = el("select", { id: `${id}-status`, name: "status", required: true }, el("option", { value: "" }, say("common.choose")),
    statuses.filter(one => one !== "newlyRegistered" || !part.forwarding.at)
      .map(one => el("option", { value: one }, say(`desk.said${capital(one)}`))));
  const form = el("form", { id, method: "post" },
    el("div", { class: "field" }, el("label", { for: `${id}-status` }, say("desk.partStatus")), status),
    field(id, "evidence", "text", true), field(id, "agencyCode", "text"), field(id, "promisedAt", "date"),
    field(id, "number", "text"), field(id, "date", "date"), field(id, "reason", "text"),
    el("p", { class: "buttons" }, el("button", {}, say("desk.partSend"))));
  const key = crypto.randomUUID();
  onSend(form, async sent => {
    await post(`${path}/parts/${part.id}/reports`, report(sent), { "If-Match": tag, "Idempotency-Key": key });
    await done("reportPart");
  });
  return form;
}

/** What stands under a part at the desk: the clock that runs, and the form to write down what its agency says. */
export const partReport = (dossier, path, tag, done) => part =>
  part.forwarding && dossier.mayDo.includes("reportPart") && !["returned", "notAccepted", "stopped", "withdrawn"].includes(part.phase)
    && [clock(part.forwarding), el("details", {}, el("summary", {}, say("desk.partReport")), reportForm(part, path, tag, done))];
