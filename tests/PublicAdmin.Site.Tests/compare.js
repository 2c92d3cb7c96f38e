// How far two pictures of one page are apart: mean difference of their greys, 0 to 1, each drawn small so that edges of letters do not count; and the ink.
async ({ svg, png }) => {
  const small = [149, 211];
  const load = blob => new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = reject;
    picture.src = URL.createObjectURL(blob);
  });
  const greys = async blob => {
    const canvas = Object.assign(document.createElement("canvas"), { width: small[0], height: small[1] });
    const pen = canvas.getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(await load(blob), 0, 0, ...small);
    const { data } = pen.getImageData(0, 0, ...small);
    return Array.from({ length: small[0] * small[1] }, (_, n) => (data[4 * n] + data[4 * n + 1] + data[4 * n + 2]) / 765);
  };
  const [one, other] = await Promise.all([
    greys(new Blob([svg], { type: "image/svg+xml" })),
    greys(new Blob([Uint8Array.from(atob(png), letter => letter.charCodeAt(0))], { type: "image/png" })),
  ]);
  const mean = list => list.reduce((sum, part) => sum + part, 0) / list.length;
  return [mean(one.map((grey, n) => Math.abs(grey - other[n]))), 1 - mean(other)];
}
