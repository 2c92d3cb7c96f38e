// What the step in view asks and an example answers: each box with the keys it takes, and whether it holds that answer already.
text => {
  const form = document.querySelector("form:not([hidden])");
  const named = path => [...form.querySelectorAll(`[name="${CSS.escape(path)}"]`)].filter(input => input.checkVisibility());
  const leaves = (path, value) => {
    if (Array.isArray(value)) return value.flatMap((one, n) => (typeof one === "object" ? leaves(`${path}[${n}]`, one) : []));
    if (typeof value === "object") return Object.entries(value).flatMap(([key, part]) => leaves(`${path}.${key}`, part));
    if (named(`${path}.y`).length) return String(value).split("-").map((part, at) => ({ path: `${path}.${["y", "m", "d"][at]}`, value: String(Number(part)) }));
    return [{ path, value: String(value) }];
  };
  const said = inputs => (inputs[0].type === "radio" ? inputs.find(one => one.checked)?.value : inputs[0].value) ?? "";
  const isChosen = input => input.matches("select") || input.type === "radio";
  return Object.entries(JSON.parse(text)).flatMap(([key, value]) => leaves(`form.${key}`, value))
    .map(one => ({ ...one, inputs: named(one.path) })).filter(({ inputs }) => inputs.length > 0)
    .map(({ path, value, inputs }) => ({ path, keys: isChosen(inputs[0]) ? 1 : value.length, known: said(inputs) === value }));
}
