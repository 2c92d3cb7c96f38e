// What pdf.js makes of each file whose path comes on a line: one line that says all it would draw, or that it would not open it.
// Argument: the folder of pdfjs-dist.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [home] = process.argv.slice(2);
console.log = console.warn = () => {};
const pdfjs = await import(pathToFileURL(`${home}/legacy/build/pdf.mjs`));
const fonts = `${home}/standard_fonts/`;

// Names pdf.js gives to fonts and images count its documents: they say nothing of the page.
const plain = value => JSON.stringify(value, (_, one) => (typeof one === "string" ? one.replace(/^(g|img|mask|pattern|font)_\w+$/, "$1") : ArrayBuffer.isView(one) ? [...one.slice(0, 4096)] : one));

async function shown(path) {
  const task = pdfjs.getDocument({ data: new Uint8Array(await readFile(path)), standardFontDataUrl: fonts, verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  try {
    const file = await task.promise;
    const hash = createHash("sha256");
    for (let n = 1; n <= Math.min(file.numPages, 3); n++) {
      const page = await file.getPage(n);
      const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE });
      const text = (await page.getTextContent()).items.map(item => [item.str, item.transform]);
      hash.update(plain([page.view, page.rotate, fnArray, argsArray, text]));
    }
    return `${file.numPages} ${hash.digest("hex")}`;
  } catch (error) {
    return `not opened: ${error.name}`;
  } finally {
    await task.destroy();
  }
}

for await (const path of createInterface({ input: process.stdin })) process.stdout.write(`${await shown(path)}\n`);
