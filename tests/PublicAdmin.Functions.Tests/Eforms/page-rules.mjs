// Holds the pages' interpreter against what the office's said: argv[2] is a file of {today, forms, cases: [{form, answers, outside, broken, shown, computed}]}.
import { readFileSync } from "node:fs";
import { brokenRules, view } from "./eform-rules.js";

const { today, forms, cases } = JSON.parse(readFileSync(process.argv[2], "utf8"));
let wrong = 0;
for (const { form, answers, outside, broken, shown, computed } of cases) {
  const definition = forms[form];
  const seen = view(definition, answers, today);
  const keys = definition.sections.flatMap(section => section.fields);
  const mine = {
    broken: brokenRules(definition, answers, today, null, outside).sort(),
    shown: keys.map(field => field.key).filter(key => seen.shown.has(key)),
    computed: Object.fromEntries(keys.filter(field => field.computed && seen.shown.has(field.key) && seen.answers[field.key] !== undefined).map(field => [field.key, seen.answers[field.key]])),
  };
  const theirs = { broken: [...broken].sort(), shown, computed };
  if (JSON.stringify(mine) !== JSON.stringify(theirs) && wrong++ < 5) console.log(JSON.stringify({ form, answers, mine, theirs }));
}
console.log(`${cases.length} cases, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);
