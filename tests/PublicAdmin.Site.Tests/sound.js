// What no accessibility checker looks for: words that are no words, a page wider than the telephone (WCAG 2.2, 1.4.10), and one id for two elements, whose
// labels then lead to the first.
() => {
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`${document.documentElement.scrollWidth} pixels wide`);
  if (/undefined|\[object|NaN|Invalid Date|\{\w+\}/.test(document.body.innerText)) faults.push("a value is missing");
  const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
  faults.push(...new Set(ids.filter((id, at) => ids.indexOf(id) < at)).values().map(id => `two elements are ${id}`));
  return faults;
}
