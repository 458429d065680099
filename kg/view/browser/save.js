// The current view as a file. Files are built from elements and escaped text, and leave the page as downloads.

const STATEMENT = "What is marked “alleged” is reported by a letter and is not established.";

const EDGE = 20; // pixels around the picture and its key
const KEY_LINE = 20;

function pictureSvg(title = data.title) {
  const box = boundsOf(places);
  const width = Math.max(box.right - box.left, 560);
  const key = keyRows(width);
  const [left, top] = [box.left - EDGE, box.top - 24 - EDGE];
  const [wide, high] = [width + 2 * EDGE, box.bottom - top + KEY_LINE * (key.length + 1) + EDGE];
  const svg = svgElement("svg", {
    width: Math.round(wide), height: Math.round(high), "font-family": FONT,
    viewBox: [left, top, wide, high].map((n) => n.toFixed(1)).join(" "),
  });
  const pen = svgPen(svg);
  pen.box(left, top, wide, high, 0, { fill: paint.paper });
  pen.text(title, box.left, box.top - 22, { size: 18, weight: 650, colour: paint.ink });
  drawQuietly(pen);
  key.forEach((row, i) => row.forEach((entry) => entry.draw(pen, box.left + entry.x, box.bottom + KEY_LINE * (i + 1))));
  pen.text(STATEMENT, box.left, box.bottom + KEY_LINE * (key.length + 1), { size: 12, colour: paint.soft });
  return svg;
}

// Draw everything without what only the screen shows: the pointer, the cursor, counts of what is hidden.
function drawQuietly(pen) {
  const kept = { ...looks };
  Object.assign(looks, { hover: -1, cursor: -1, badges: new Map() });
  view.lines.forEach((line) => drawLine(pen, line));
  drawZones(pen, zones);
  places.forEach((place, node) => drawNode(pen, node, place));
  drawTexts(pen, view.lines.values(), places, 1);
  drawNames(pen, places, 1, { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity });
  Object.assign(looks, kept);
}

function drawLine(pen, line) {
  const look = lineLook(line);
  const [a, b] = [places.get(line.from), places.get(line.to)];
  const upright = isUpright(line);
  const bend = !state.dots || state.focus ? 0.45 : 0;
  const [dx, dy] = upright ? [0, (b.y - a.y) * bend] : [(b.x - a.x) * bend, 0];
  pen.path(`M${a.x} ${a.y}C${a.x + dx} ${a.y + dy} ${b.x - dx} ${b.y - dy} ${b.x} ${b.y}`, {
    stroke: look.colour, width: look.width, dash: look.dash || [], fade: look.fade,
  });
}

// The legend of what is drawn, kinds first and then how links are known, in rows of a width.
function keyRows(width) {
  const kinds = [...new Set(view.nodes.map((node) => nodes[node].kind))].sort((a, b) => a - b);
  const known = [...new Set(view.links.map((index) => links[index].certainty))].sort((a, b) => a - b);
  const rows = [[]];
  let x = 0;
  for (const entry of [...kinds.map(kindKey), ...known.map(certaintyKey)]) {
    if (x && x + entry.width > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1).push({ ...entry, x });
    x += entry.width + 18;
  }
  return rows;
}

function kindKey(kind) {
  const { label, colour, shape } = data.kinds[kind];
  return {
    width: 17 + textWidth(label, 12, 400),
    draw(pen, x, y) {
      drawShape(pen, shape, x + 6, y, 5, { fill: visible(colour) });
      pen.text(label, x + 17, y, { size: 12, colour: paint.soft });
    },
  };
}

function certaintyKey(certainty) {
  const { id } = data.certainties[certainty];
  const colour = id === "alleged" ? paint.alleged : paint.soft;
  return {
    width: 32 + textWidth(id, 12, 400),
    draw(pen, x, y) {
      pen.path(`M${x} ${y}H${x + 26}`, { stroke: id === "alleged" ? colour : paint.edge, width: 2, dash: dashOf(id) || [] });
      pen.text(id, x + 32, y, { size: 12, colour });
    },
  };
}

const svgText = () => new XMLSerializer().serializeToString(pictureSvg());

async function savePng() {
  const svg = pictureSvg();
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(svg));
  await image.decode();
  const scale = Math.min(2, 8000 / width, 8000 / height);
  const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => download(blob, "png"));
}

// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
const cell = (value) => `"${String(value ?? "").replace(/^(?=[=+\-@\t\r\n＝＋－＠])/u, "'").replace(/"/g, '""')}"`;

function csvText() {
  const columns = ["source", "source_kind", "link", "target", "target_kind", "certainty", "letter", "date", "words", "source_iri", "target_iri", "fact"];
  const rows = view.links.map((index) => {
    const { from, to, label, letter, date, quotes, iri } = links[index];
    return [nodes[from].label, kindOf(from).label, data.texts[label], nodes[to].label, kindOf(to).label, certaintyOf(index).id,
      data.texts[letter], data.texts[date], quotes.map((place) => data.quotes[place][4]).join(" … "), nodes[from].iri, nodes[to].iri, iri];
  });
  return "\ufeff" + [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function graphmlText() {
  const space = "http://graphml.graphdrawing.org/xmlns";
  const xml = document.implementation.createDocument(space, "graphml");
  const add = (parent, name, attributes, text) => {
    const element = xml.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, clean(value));
    if (text !== undefined) element.textContent = clean(text);
    parent.append(element);
    return element;
  };
  const root = xml.documentElement;
  const fields = { node: ["label", "kind"], edge: ["label", "kind", "certainty", "letter", "date", "words", "fact"] };
  for (const [owner, names] of Object.entries(fields)) {
    for (const name of names) add(root, "key", { id: `${owner[0]}_${name}`, for: owner, "attr.name": name, "attr.type": "string" });
  }
  const graph = add(root, "graph", { edgedefault: "directed" });
  const fill = (element, owner, values) => fields[owner].forEach((name, i) => add(element, "data", { key: `${owner[0]}_${name}` }, values[i]));
  for (const node of view.things) fill(add(graph, "node", { id: nodes[node].iri }), "node", [nodes[node].label, kindOf(node).kind]);
  view.links.forEach((index, number) => {
    const { from, to, label, kind, letter, date, quotes, iri } = links[index];
    const edge = add(graph, "edge", { id: `e${number + 1}`, source: nodes[from].iri, target: nodes[to].iri });
    fill(edge, "edge", [data.texts[label], data.texts[kind], certaintyOf(index).id, data.texts[letter], data.texts[date], quotes.map((place) => data.quotes[place][4]).join(" … "), iri]);
  });
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(xml) + "\n";
}

function download(content, ending) {
  const types = { svg: "image/svg+xml", csv: "text/csv", graphml: "application/xml" };
  const blob = content instanceof Blob ? content : new Blob([content], { type: types[ending] });
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: `network.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function save(ending) {
  if (ending === "png") savePng();
  else if (ending === "print") window.print();
  else download({ svg: svgText, csv: csvText, graphml: graphmlText }[ending](), ending);
}

// On paper the picture stands on white and as large as the page allows.
let screenTheme = null;
window.addEventListener("beforeprint", () => {
  screenTheme = document.documentElement.dataset.theme ?? "";
  document.documentElement.dataset.theme = "light";
  readPaint();
  const content = state.table ? [...board.children].map((part) => part.cloneNode(true)) : [pictureSvg("")];
  document.getElementById("print").replaceChildren(...content);
});
window.addEventListener("afterprint", () => {
  if (screenTheme) document.documentElement.dataset.theme = screenTheme;
  else delete document.documentElement.dataset.theme;
  readPaint();
  document.getElementById("print").replaceChildren();
  network.redraw();
});
