// Conditions of a procedure's form: a closed tree of data, never code. What is empty makes a comparison unknown (null), and unknown shows nothing.
const isEmpty = value => value == null || value === "" || (Array.isArray(value) && value.length === 0) || (typeof value === "object" && !Array.isArray(value) && Object.values(value).every(isEmpty));

const today = () => new Date().toISOString().slice(0, 10);

const years = (from, to) => {
  const [one, other] = [new Date(from), new Date(to)];
  return other.getFullYear() - one.getFullYear() - (other.getMonth() < one.getMonth() || (other.getMonth() === one.getMonth() && other.getDate() < one.getDate()) ? 1 : 0);
};

const compare = test => (args, answers) => {
  const [one, other] = args.map(arg => evaluate(arg, answers));
  return isEmpty(one) || isEmpty(other) ? null : test(one, other);
};

const between = count => (args, answers) => {
  const [from, to] = args.map(arg => evaluate(arg, answers));
  return isEmpty(from) || isEmpty(to) ? null : count(from, to);
};

const all = (args, answers) => {
  const told = args.map(arg => evaluate(arg, answers));
  return told.includes(false) ? false : told.includes(null) ? null : true;
};

const any = (args, answers) => {
  const told = args.map(arg => evaluate(arg, answers));
  return told.includes(true) ? true : told.includes(null) ? null : false;
};

const operators = {
  field: (key, answers) => key.split(".").reduce((value, part) => value?.[part], answers) ?? null,
  today,
  eq: compare((one, other) => String(one) === String(other)),
  ne: compare((one, other) => String(one) !== String(other)),
  lt: compare((one, other) => one < other),
  lte: compare((one, other) => one <= other),
  gt: compare((one, other) => one > other),
  gte: compare((one, other) => one >= other),
  in: compare((one, list) => list.map(String).includes(String(one))),
  contains: compare((list, one) => list.map(String).includes(String(one))),
  filled: (arg, answers) => !isEmpty(evaluate(arg, answers)),
  not: (arg, answers) => { const told = evaluate(arg, answers); return told === null ? null : !told; },
  all,
  any,
  if: ([test, yes, no], answers) => (evaluate(test, answers) === true ? evaluate(yes, answers) : evaluate(no, answers)),
  yearsBetween: between(years),
  daysBetween: between((from, to) => Math.round((new Date(to) - new Date(from)) / 86_400_000)),
};

/** The value of an expression over the answers; null while nobody can say. */
export function evaluate(expression, answers) {
  if (expression === null || typeof expression !== "object" || Array.isArray(expression)) return expression;
  const [name] = Object.keys(expression);
  return name in operators ? operators[name](expression[name], answers) : null;
}

/** A condition that is absent holds; one that is unknown does not. */
export const holds = (condition, answers, without = true) => (condition == null ? without : evaluate(condition, answers) === true);
