const words = JSON.parse(document.getElementById("words").textContent);

export const language = document.documentElement.lang;

/**
 * The word of a key such as `home.found`, with `{name}` replaced.
 * @param {string} key
 * @param {Record<string, any>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  if (!(key in words)) throw new Error(`No word ${key}`);
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** named → Named; how a code goes on in a key. */
export const capital = text => text[0].toUpperCase() + text.slice(1);

/** office-hours → OfficeHours. */
export const joined = code => code.split("-").map(capital).join("");

/** The word of a code, such as `common.mode` and `full`; the code itself when the site does not know it. */
export const named = (group, code) => words[`${group}${joined(code)}`] ?? code;

/**
 * A text the office sends in both languages.
 * @param {string | Api.Text} text
 * @returns {string}
 */
export const pick = text => (typeof text === "string" ? text : text?.[language]);

/** A dossier's code, and beside it the one the National Portal gave it. */
export const codes = (ours, central) => (central ? `${ours} · ${say("common.centralCode", { code: central })}` : ours);

const zone = "Asia/Ho_Chi_Minh";
const days = new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { timeZone: zone, day: "2-digit", month: "2-digit", year: "numeric" });
const times = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
const weekdays = new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { timeZone: zone, weekday: "long" });

export const day = at => days.format(new Date(at));

/** 17:00, Thursday 26/11/2026: always office time. */
export const moment = at => `${times.format(new Date(at))}, ${weekdays.format(new Date(at))} ${day(at)}`;

/** 17:00. */
export const hour = at => times.format(new Date(at));

/** The day at the office, as an address has it: 2026-11-26. */
export const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date());

/** The day after one, or so many, as an address has it: what is entered holds from tomorrow on. */
export const dayAfter = (date, days = 1) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** 1.527,25 in Vietnamese, 1,527.25 in English; nothing for nothing. */
export const numeral = (value, decimals = 2) =>
  (value == null ? null : value.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: decimals }));

export const money = amount => `${numeral(amount)} đ`;

export const size = bytes => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${numeral(Math.round(bytes / 1e5) / 10)} MB`);
