// Answers what the step in view asks, as fingers would: boxes typed into, choices touched, entries added. What follows from an answer is answered too.
async text => {
  const answers = JSON.parse(text);
  const form = document.querySelector("form:not([hidden])");
  const named = path => [...form.querySelectorAll(`[name="${CSS.escape(path)}"]`)];
  const pause = () => new Promise(resolve => { setTimeout(resolve, 50); });
  const set = (input, value) => {
    input.value = value;
    for (const name of ["input", "change"]) input.dispatchEvent(new Event(name, { bubbles: true }));
  };

  async function choose(select, value) {
    for (let n = 0; n < 200 && ![...select.options].some(option => option.value === String(value)); n++) await pause();
    set(select, value);
  }

  async function entries(path, list) {
    const box = named(path)[0];
    while (box.querySelectorAll(".entry").length < list.length) box.querySelector(":scope > button").click();
    for (const [n, entry] of list.entries()) for (const [key, value] of Object.entries(entry)) await give(`${path}[${n}].${key}`, value);
  }

  async function give(path, value) {
    const [input] = named(path);
    if (Array.isArray(value) && typeof value[0] === "object") return entries(path, value);
    if (Array.isArray(value)) return value.forEach(code => { const box = form.querySelector(`[data-part="${CSS.escape(path)}"][value="${code}"]`); if (!box.checked) box.click(); });
    if (typeof value === "object") { for (const [key, part] of Object.entries(value)) await give(`${path}.${key}`, part); return; }
    const year = named(`${path}.y`)[0];
    if (year) return String(value).split("-").forEach((part, at) => set(named(`${path}.${["y", "m", "d"][at]}`)[0], part));
    if (!input || input.matches("fieldset")) return;
    if (input.type === "radio") return named(path).find(one => one.value === String(value))?.click();
    if (input.matches("select")) return choose(input, value);
    set(input, typeof value === "number" ? String(value).replace(".", ",") : value);
  }

  for (let round = 0; round < 2; round++) {
    for (const [key, value] of Object.entries(answers)) {
      if (named(`form.${key}`).some(input => input.checkVisibility())) await give(`form.${key}`, value);
    }
  }
}
