// What no accessibility checker looks for: words that are no words, and a page wider than the telephone (WCAG 2.2, 1.4.10).
() => {
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`${document.documentElement.scrollWidth} pixels wide`);
  if (/undefined|\[object|NaN|Invalid Date|\{\w+\}/.test(document.body.innerText)) faults.push("a value is missing");
  return faults;
}
