// What a telephone's camera gives, made fit for a slow line: 2,000 pixels are more than 200 dpi of an A4 page.
const longest = 2000;
const enough = 600_000; // Bytes a picture may have as it is.
const small = 240; // Pixels on which light and sharpness are judged.
const dark = 75; // Mean of 255; below it print is hard to read.
const blurred = 45; // Variance of the Laplacian; below it edges are soft.

const whole = { top: 0, right: 0, bottom: 0, left: 0 };

const isPicture = file => ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"].includes(file.type);

const canvasOf = (width, height) => Object.assign(document.createElement("canvas"), { width, height });

const toFile = (canvas, name) => new Promise(resolve => canvas.toBlob(blob => resolve(new File([blob], name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" })), "image/jpeg", 0.85));

function grayOf(bitmap) {
  const scale = small / Math.max(bitmap.width, bitmap.height);
  const [width, height] = [Math.max(3, Math.round(bitmap.width * scale)), Math.max(3, Math.round(bitmap.height * scale))];
  const context = canvasOf(width, height).getContext("2d");
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, gray: Float32Array.from({ length: width * height }, (_, n) => 0.299 * data[4 * n] + 0.587 * data[4 * n + 1] + 0.114 * data[4 * n + 2]) };
}

const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

function sharpness({ width, height, gray }) {
  const edges = [];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const n = y * width + x;
      edges.push(4 * gray[n] - gray[n - 1] - gray[n + 1] - gray[n - width] - gray[n + width]);
    }
  }
  const middle = mean(edges);
  return mean(edges.map(edge => (edge - middle) ** 2));
}

/** What the holder of the telephone may want to do again: `Dark`, `Blurred`. */
function faultsOf(bitmap) {
  const looked = grayOf(bitmap);
  return [mean(looked.gray) < dark && "Dark", sharpness(looked) < blurred && "Blurred"].filter(Boolean);
}

async function drawn(bitmap, quarters, name, cut) {
  const [x, y] = [cut.left * bitmap.width, cut.top * bitmap.height];
  const [wide, high] = [bitmap.width - x - cut.right * bitmap.width, bitmap.height - y - cut.bottom * bitmap.height];
  const scale = Math.min(1, longest / Math.max(wide, high));
  const [width, height] = [Math.round(wide * scale), Math.round(high * scale)];
  const canvas = quarters % 2 ? canvasOf(height, width) : canvasOf(width, height);
  const context = canvas.getContext("2d");
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(quarters * Math.PI / 2);
  context.drawImage(bitmap, x, y, wide, high, -width / 2, -height / 2, width, height);
  return toFile(canvas, name);
}

/** A file ready to be sent, and what seems wrong with the picture; a file that is no picture, or one this browser cannot open, stays as it is. */
export async function prepare(file, { quarters = 0, cut = null } = {}) {
  const bitmap = isPicture(file) ? await createImageBitmap(file).catch(() => null) : null;
  if (!bitmap) return { file, faults: [], picture: false };
  const asIs = !quarters && !cut && file.size <= enough && Math.max(bitmap.width, bitmap.height) <= longest && ["image/jpeg", "image/png"].includes(file.type);
  return { file: asIs ? file : await drawn(bitmap, quarters, file.name, cut ?? whole), faults: faultsOf(bitmap), picture: true };
}
