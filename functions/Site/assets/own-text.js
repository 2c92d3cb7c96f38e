// Texts as the office reads them: Platform/Fields and Eforms/Rules/NamedChecks.

const spaces = "\\t-\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
const around = new RegExp(`^[${spaces}]+|[${spaces}]+$`, "g");

/** Without white space around it: what .NET counts as white space, which is not quite what a browser does. */
export const trimmed = text => text.replace(around, "");

/** Letters of any people's writing with their marks, spaces, hyphens, apostrophes. */
export const isPersonName = name => name.length <= 100 && /^(?=.*\p{L})[\p{L}\p{M}'’ -]+$/u.test(name);

export const firstWord = name => name.split(/\s+/).find(word => word !== "").toLowerCase();

/** One line, with nothing in it that is not seen. */
export const isLine = text => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text);

export const isLines = text => text.split("\n").every(line => isLine(line.replace(/\r+$/, "")));
