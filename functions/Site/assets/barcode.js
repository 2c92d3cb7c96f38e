// Code 128 (ISO/IEC 15417), code set B: widths of bars and gaps, in modules, of the values 0 to 105; each is eleven modules wide.
const widths = (
  "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212" +
  "223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331" +
  "132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124" +
  "121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112" +
  "421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232").match(/.{6}/g);
const start = 104;
const stop = "2331112";
const contrast = 60; // Of 255: less is no bar.

const check = values => values.reduce((sum, value, n) => sum + value * Math.max(1, n), 0) % 103;

/** The widths of a text's bars and gaps, a bar first; letters of ASCII from the space on. */
export function barsOf(text) {
  const values = [start, ...Array.from(text, letter => letter.charCodeAt(0) - 32)];
  return [...values, check(values)].map(value => widths[value]).join("").concat(stop).split("").map(Number);
}

// Lengths of dark and light by turns, a light one first.
function runsOf(line) {
  const [low, high] = [line.reduce((least, one) => Math.min(least, one), 255), line.reduce((most, one) => Math.max(most, one), 0)];
  if (high - low < contrast) return [];
  const middle = (low + high) / 2;
  const runs = [0];
  let dark = false;
  for (const light of line) {
    if (light < middle !== dark) { runs.push(0); dark = !dark; }
    runs[runs.length - 1]++;
  }
  return runs;
}

function valueAt(runs, at) {
  const six = runs.slice(at, at + 6);
  const whole = six.reduce((sum, one) => sum + one, 0);
  return six.length === 6 ? widths.indexOf(six.map(one => Math.round(11 * one / whole)).join("")) : -1;
}

function textAt(runs, at) {
  const values = [];
  for (let next = at; ; next += 6) {
    if (runs.slice(next, next + 6).length === 6 && isStop(runs.slice(next, next + 7))) break;
    const value = valueAt(runs, next);
    if (value < 0) return null;
    values.push(value);
  }
  const sum = values.pop();
  return values.length > 1 && check(values) === sum ? String.fromCharCode(...values.slice(1).map(value => value + 32)) : null;
}

function isStop(seven) {
  const whole = seven.reduce((sum, one) => sum + one, 0);
  return seven.length === 7 && seven.map(one => Math.round(13 * one / whole)).join("") === stop;
}

function readLine(line) {
  const runs = runsOf(line);
  for (let at = 1; at < runs.length - 19; at += 2) {
    const text = valueAt(runs, at) === start ? textAt(runs, at) : null;
    if (text) return text;
  }
  return null;
}

/**
 * The text of a bar code anywhere on a page, whichever way up it lies; null for none.
 * @param {{ width: number, height: number, gray: Uint8Array }} page
 */
export function readBars({ width, height, gray }) {
  const lines = 40;
  for (let n = 1; n < lines; n++) {
    const [y, x] = [Math.floor(height * n / lines), Math.floor(width * n / lines)];
    const row = gray.subarray(y * width, (y + 1) * width);
    const column = Uint8Array.from({ length: height }, (_, at) => gray[at * width + x]);
    for (const line of [row, column, row.slice().reverse(), column.slice().reverse()]) {
      const text = readLine(line);
      if (text) return text;
    }
  }
  return null;
}
