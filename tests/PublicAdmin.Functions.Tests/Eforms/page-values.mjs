// Holds the pages' judgement of single answers against the office's: argv[2] is a file of {composites, codes, columns, communes, fields, cases: [{field, value, faults}]}.
import { readFileSync } from "node:fs";
import { faultsOf } from "./own-shapes.js";

const { composites, codes, columns, communes, fields, cases } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const provinces = new Map(Object.entries(communes));
const known = {
  composites,
  provinceOf: commune => provinces.get(commune),
  codesOf: field => (field.options?.length ? field.options.map(one => one.code ?? one) : codes[field.list] ?? []),
  columnsOf: field => (field.columns ?? (codes[field.columnsList] ?? []).map(code => ({ code }))).map(column => column.code),
};

// A part that is of the wrong kind and lacking besides is one fault to whoever reads it.
const once = faults => Object.entries(Object.fromEntries([...faults].reverse())).map(([path, code]) => `${path} ${code}`).sort();
let wrong = 0;
for (const { field, value, faults } of cases) {
  const mine = once(faultsOf("form.it", fields[field], value, known));
  const theirs = once(faults);
  if (JSON.stringify(mine) !== JSON.stringify(theirs) && wrong++ < 8) console.log(JSON.stringify({ field: fields[field].type, value, mine, theirs }));
}
console.log(`${cases.length} values, ${cases.filter(one => one.faults.length === 0).length} right, ${wrong} judged otherwise`);
process.exit(wrong === 0 ? 0 : 1);
