// From the API's description (a file of JSON) to the types of its answers and bodies, for `tsc`: node api-types.mjs description.json api.d.ts
import { readFileSync, writeFileSync } from "node:fs";

const [, , from, to] = process.argv;
const { paths, components } = JSON.parse(readFileSync(from, "utf8"));

const listed = (schema) => `readonly ${typeOf(schema)}[]`.replace(/^readonly (.*[ |&{].*)\[\]$/s, "readonly ($1)[]");

function typeOf(schema) {
  if (!schema || Object.keys(schema).length === 0) return "unknown";
  if (schema.$ref) return `Api.${schema.$ref.split("/").at(-1)}`;
  if (schema.enum) return schema.enum.map(one => JSON.stringify(one)).join(" | ");
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map(type => typeOf({ ...schema, type })).join(" | ");
  if (schema.type === "array") return listed(schema.items);
  if (schema.type === "object" || schema.properties) return objectOf(schema);
  return { integer: "number", number: "number", string: "string", boolean: "boolean", null: "null" }[schema.type] ?? "unknown";
}

// What may be missing may be null as well: the office leaves out what has no value.
function objectOf({ properties = {}, required = [], additionalProperties }) {
  const fields = Object.entries(properties)
    .map(([name, schema]) => `${JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeOf(schema)}${required.includes(name) ? "" : " | null"};`);
  if (typeof additionalProperties === "object") fields.push(`[name: string]: ${fields.length ? "any" : typeOf(additionalProperties)};`);
  else if (fields.length === 0) return "Record<string, unknown>";
  return `{ ${fields.join(" ")} }`;
}

const json = content => content?.["application/json"]?.schema;

function answerOf({ responses }) {
  const kinds = Object.entries(responses).filter(([status]) => status.startsWith("2")).map(([status, { content }]) => (status === "204" ? "null" : typeOf(json(content))));
  return [...new Set(kinds)].join(" | ") || "unknown";
}

// An address is a way through a tree: `api` → `calendar` → `*` (whatever stands for `{year}`) → `get`.
const tree = {};
for (const [path, methods] of Object.entries(paths)) {
  let node = tree;
  for (const part of path.slice(1).split("/")) node = node[part.startsWith("{") ? "*" : part] ??= {};
  for (const method of ["get", "post", "put", "delete"].filter(name => methods[name])) {
    const body = json(methods[method].requestBody?.content);
    node[`$${method}`] = `{ answer: ${answerOf(methods[method])}; body: ${body ? typeOf(body) : "unknown"} }`;
  }
}

const written = node => (typeof node === "string" ? node : `{ ${Object.entries(node).map(([name, under]) => `${JSON.stringify(name)}: ${written(under)};`).join("\n")} }`);

const schemas = Object.entries(components.schemas).map(([name, schema]) => `  type ${name} = ${typeOf(schema)};`);
writeFileSync(to, `declare namespace Api {\n${schemas.join("\n")}\n}\ninterface ApiRoutes ${written(tree)}\n`);
