/** Where somebody goes to answer a field again: its first box. */
export const inputOf = node => node.querySelector("input:not([type=file]), select, textarea, button") ?? node;

const legendOf = node => node.querySelector(":scope > legend").textContent;

/** What was answered, as it stands on the page: for the review and for sentences made of answers. */
export function said(node) {
  if (!node || node.hidden) return "";
  if (node.dataset.said) return node.dataset.said;
  if (node.matches("input[type=radio], input[type=checkbox]")) return node.checked ? node.labels[0].textContent : "";
  if (node.matches("input[type=file], button, p, datalist")) return "";
  if (node.matches("select")) return node.value ? node.selectedOptions[0].textContent : "";
  if (node.matches("input, textarea")) return node.value.trim();
  if (node.matches(".boxes")) return [...node.querySelectorAll("input")].map(box => box.value.trim()).filter(Boolean).join("/");
  const inside = [...node.children].map(said).filter(Boolean).join(", ");
  return inside && node.matches(".row, .entry") ? `${legendOf(node)}: ${inside}` : inside;
}
