import { el } from "./dom.js";
import { fileButton } from "./file-button.js";
import { say, today } from "./words.js";

const forms = ["II.06a", "07a", "PAKN"];

// The quarter so far, and the one before it.
function periods() {
  const [year, month] = today().split("-").map(Number);
  const quarter = Math.ceil(month / 3);
  return [`${year}-Q${quarter}`, quarter > 1 ? `${year}-Q${quarter - 1}` : `${year - 1}-Q4`, String(year)];
}

const files = (form, period, office) => ["pdf", "csv"].map(format => fileButton(
  format.toUpperCase(), `/api/reports/${form}?period=${period}&format=${format}${office ? `&office=${office}` : ""}`, `${form}-${period}.${format}`));

const row = (form, period, office) => el("li", { class: "between" }, el("span", {}, say("board.report", { form, period })),
  el("span", { class: "line" }, files(form, period, office)));

/** The official reports of an office, or of the province, ready to be signed. */
export const reportsCard = office => el("section", { class: "card" }, el("h2", {}, say("board.reports")), el("ul", { class: "rows" },
  forms.flatMap(form => periods().map(period => row(form, period, office)))));
