const svg = "http://www.w3.org/2000/svg";

export function node(name, about, text) {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(about)) made.setAttribute(key, value);
  if (text != null) made.textContent = text;
  return made;
}

const [width, height, foot] = [640, 200, 24];

/** Bars of months, two for each; the table beneath says the same in numbers, so that nobody needs the picture. */
export function bars(title, months) {
  const picture = node("svg", { viewBox: `0 0 ${width} ${height + foot}`, role: "img", "aria-label": title, class: "chart" });
  const most = Math.max(1, ...months.flatMap(month => month.values));
  const wide = width / months.length;
  months.forEach((month, n) => {
    month.values.forEach((value, of) => {
      const tall = value / most * (height - 20);
      picture.append(node("rect", { x: n * wide + wide * (0.12 + of * 0.38), y: height - tall, width: wide * 0.34, height: tall, rx: 3, class: `bar-${of}` }));
    });
    picture.append(node("text", { x: (n + 0.5) * wide, y: height + 17, "text-anchor": "middle" }, month.name));
  });
  return picture;
}
