import { barsOf, readBars } from "./barcode.js";

const mark = "PA-"; // What stands before the component, so that no other bar code of a paper is taken for a separator.
const longest = 1600; // Pixels of the page's long edge: four for each module.
const svg = "http://www.w3.org/2000/svg";
const quiet = 10; // Modules of white on either side.

/** The bar code of a separator sheet for a component. */
export function separatorBars(component) {
  const bars = barsOf(mark + component);
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("viewBox", `0 0 ${bars.reduce((sum, one) => sum + one, 2 * quiet)} 40`);
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("aria-hidden", "true");
  let at = quiet;
  bars.forEach((width, n) => {
    if (n % 2 === 0) {
      const bar = picture.appendChild(document.createElementNS(svg, "rect"));
      Object.entries({ x: at, y: 0, width, height: 40 }).forEach(([name, value]) => bar.setAttribute(name, String(value)));
    }
    at += width;
  });
  return picture;
}

async function grayOf(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  context.fillStyle = "#fff"; // What a picture leaves clear is paper.
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, gray: Uint8Array.from({ length: width * height }, (_, n) => (77 * data[4 * n] + 151 * data[4 * n + 1] + 28 * data[4 * n + 2]) >> 8) };
}

const isBlank = ({ gray }) => gray.reduce((least, one) => Math.min(least, one), 255) > 200;

/**
 * What a scanned page is: a separator for a component, an empty side, or a page of a paper.
 * @param {File} file
 */
export async function pageOf(file) {
  const page = await grayOf(file);
  const text = readBars(page);
  return { file, component: text?.startsWith(mark) ? text.slice(mark.length) : null, blank: isBlank(page) };
}

/**
 * Pages behind each separator; the empty back of a separator is no page.
 * @param {{ file: File, component: string | null, blank: boolean }[]} pages
 */
export function split(pages) {
  const parts = [];
  pages.forEach((page, n) => {
    if (page.component) parts.push({ component: page.component, files: [] });
    else if (!(page.blank && n > 0 && pages[n - 1].component)) (parts.at(-1) ?? parts[parts.push({ component: null, files: [] }) - 1]).files.push(page.file);
  });
  return parts;
}
