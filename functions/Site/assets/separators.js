import { byId, el } from "./dom.js";
import { get } from "./api.js";
import { load, told } from "./problems.js";
import { separatorBars } from "./separator.js";
import { mustBe } from "./session.js";
import { pick, say } from "./words.js";

const scanned = ["original", "copy", "form"];

const sheet = (component, procedure) => el("section", { class: "sheet", "data-component": component.id },
  el("p", { class: "soft" }, say("separators.sheet")), el("h2", {}, pick(component.name)), el("p", {}, `${procedure.code} – ${pick(procedure.name)}`),
  separatorBars(component.id), el("p", { class: "soft small" }, say("separators.use")));

async function sheets() {
  const code = new URLSearchParams(location.search).get("procedure");
  if (!code) throw told(say("separators.choose"));
  const { procedure } = await get(`/api/procedures/${encodeURIComponent(code)}`);
  return procedure.components.filter(component => scanned.includes(component.form)).map(component => sheet(component, procedure));
}

if (mustBe("staff")) {
  byId("print").addEventListener("click", () => print());
  load(byId("sheets"), sheets);
}
