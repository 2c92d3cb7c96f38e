/** The lines of a table as spreadsheets save it: by semicolon or comma, quoted where it must be. Answers one object a line, by the names of its first line. */
export function readCsv(text) {
  const clean = text.replace(/^\uFEFF/, "");
  const mark = clean.split(/\r?\n/, 1)[0].includes(";") ? ";" : ",";
  const lines = [[""]];
  let quoted = false;
  for (let n = 0; n < clean.length; n++) {
    const letter = clean[n];
    const cells = lines.at(-1);
    if (quoted && letter === "\"" && clean[n + 1] === "\"") { cells[cells.length - 1] += "\""; n++; }
    else if (letter === "\"") quoted = !quoted;
    else if (!quoted && letter === mark) cells.push("");
    else if (!quoted && letter === "\n") lines.push([""]);
    else if (quoted || letter !== "\r") cells[cells.length - 1] += letter;
  }
  const [head, ...rows] = lines.filter(cells => cells.some(cell => cell.trim()));
  return (rows ?? []).map(cells => Object.fromEntries((head ?? []).map((name, at) => [name.trim(), (cells[at] ?? "").trim()])));
}
