// One drawing for the screen and for the files saved from it.

const looks = { hover: -1, cursor: -1, near: null, badges: new Map() };

const TITLE_WIDTH = 420;
const titleOf = (kind, count) => `${data.kinds[kind].label}\u00a0·\u00a0${count.toLocaleString("en")}`;
const titleWidth = (zone) => Math.min(TITLE_WIDTH, Math.max(...[...zone.kinds].map((entry) => textWidth(titleOf(...entry), 12.5, 600))));

// The title of a zone stands above it, one or two lines for each of its kinds.
function drawZones(pen, zones) {
  for (const zone of zones) {
    const kinds = [...zone.kinds].sort((a, b) => a[0] - b[0]);
    const titles = kinds.map(([kind, count]) => [kind, wrap(titleOf(kind, count), roomRight(zone, zones), 12.5, 600, 2)]);
    let y = zone.top - 14 - 16 * (titles.flatMap(([, lines]) => lines).length - 1);
    for (const [kind, lines] of titles) {
      drawShape(pen, data.kinds[kind].shape, zone.left + 6, y, 5, { fill: visible(data.kinds[kind].colour) });
      for (const line of lines) {
        pen.text(line, zone.left + 18, y, { size: 12.5, weight: 600, colour: paint.soft, halo: 4 });
        y += 16;
      }
    }
  }
}

// How far a title may run before it meets the title of the next zone.
function roomRight(zone, zones) {
  const rivals = zones.filter((other) => other.left > zone.left && Math.abs(other.top - zone.top) < 50);
  return Math.min(TITLE_WIDTH, ...rivals.map((other) => other.left - zone.left - 30));
}

function drawNode(pen, node, place) {
  const faded = looks.near && !looks.near.has(node) ? 0.22 : 1;
  if (place.card) drawCard(pen, node, place, faded);
  else drawDot(pen, node, place, faded);
}

function drawCard(pen, node, { x, y, w, h, lines }, fade) {
  const { colour, shape } = kindOf(node);
  const strong = nodes[node].strong;
  const fill = strong ? colour : mix(paint.panel, colour, 0.1);
  const ink = strong ? onTop(colour) : paint.ink;
  const chosen = state.selected === node;
  const left = x - w / 2;
  const outline = mix(visible(colour), paint.panel, 0.45);
  if (isGroup(node)) [5, 2.5].forEach((behind) => pen.box(left + behind, y - h / 2 - behind, w - behind, h, 6, { fill: paint.panel, stroke: outline, fade }));
  if (fade < 1) pen.box(left, y - h / 2, w, h, 6, { fill: paint.paper });
  pen.box(left, y - h / 2, w, h, 6, {
    fill, stroke: chosen || looks.hover === node ? paint.accent : outline,
    width: chosen ? 3 : 1, dash: onlyAlleged[node] ? [4, 3] : [], fade,
  });
  drawShape(pen, shape, left + 16, y, 6, { fill: strong ? ink : visible(colour), fade });
  lines.forEach((line, i) => {
    pen.text(line, left + INSET, y + (i - (lines.length - 1) / 2) * LINE + 0.5, { size: SIZE, colour: ink, weight: strong ? 600 : 400, fade });
  });
  if (looks.cursor === node) pen.box(left - 5, y - h / 2 - 5, w + 10, h + 10, 9, { stroke: paint.accent, width: 3, dash: [6, 4] });
  drawBadge(pen, node, left + w, y - h / 2, fade);
}

function drawDot(pen, node, { x, y, w }, fade) {
  const { colour, shape } = kindOf(node);
  const chosen = state.selected === node;
  const r = w / 2;
  drawShape(pen, shape, x, y, r * 0.9, {
    fill: visible(colour), fade, stroke: chosen ? paint.accent : paint.paper, width: chosen ? 4 : 1.5,
  });
  if (onlyAlleged[node]) pen.circle(x, y, r + 2.5, { stroke: paint.alleged, dash: [3, 2], fade });
  if (looks.cursor === node || chosen) pen.circle(x, y, r + 7, { stroke: paint.accent, width: 2.5, dash: chosen ? [] : [6, 4] });
}

// How many things next to this one are not shown.
function drawBadge(pen, node, x, y, fade) {
  const hidden = looks.badges.get(node);
  if (!hidden) return;
  const text = `+${hidden}`;
  const w = textWidth(text, 10.5, 600) + 12;
  pen.box(x - w + 8, y - 8, w, 16, 8, { fill: paint.panel, stroke: paint.edge, fade });
  pen.text(text, x - w / 2 + 8, y + 0.5, { size: 10.5, weight: 600, align: "center", colour: paint.soft, fade });
}

// Names of dots, the most linked first, where there is room for them.
function drawNames(pen, places, scale, frame) {
  const taken = new Set();
  const size = 12.5 / scale;
  const ranked = [...places].filter(([node, place]) => !place.card && inside(place, frame) && (scale > 1.3 || !isPart(node)));
  ranked.sort(([a], [b]) => rank(b) - rank(a) || a - b);
  for (const [node, place] of ranked.slice(0, 1200)) {
    const text = shorten(nodes[node].label, 190, 12.5, 500);
    const w = textWidth(text, 12.5, 500);
    const squares = squaresUnder((place.x * scale) - w / 2, (place.y + place.h / 2) * scale, w);
    if (squares.some((square) => taken.has(square))) continue;
    squares.forEach((square) => taken.add(square));
    const fade = looks.near && !looks.near.has(node) ? 0.15 : 1;
    pen.text(text, place.x, place.y + place.h / 2 + 9 / scale, { size, weight: 500, align: "center", colour: paint.ink, fade, halo: 3 / scale });
  }
}

const rank = (node) => (state.selected === node || looks.hover === node || looks.cursor === node ? 1e9 : 0)
  + (looks.near?.has(node) ? 1e6 : 0) + incident[node].length;
const inside = ({ x, y }, frame) => x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;

function squaresUnder(left, top, width) {
  const found = [];
  for (let x = Math.floor((left - 8) / 20); x <= Math.floor((left + width + 8) / 20); x += 1) {
    for (let y = Math.floor((top - 6) / 9); y <= Math.floor((top + 24) / 9); y += 1) found.push(x * 100003 + y);
  }
  return found;
}

// Lines

const DASHES = new Map([["stated", false], ["normalised", false], ["aligned", false], ["external", [9, 3, 2, 3]], ["alleged", [6, 4]]]);
const dashOf = (certainty) => DASHES.get(certainty) ?? [2, 3];

function lineLook(line) {
  const best = line.links.reduce((a, b) => (links[a].certainty <= links[b].certainty ? a : b));
  const near = isNear(line);
  return {
    colour: line.alleged ? paint.alleged : near ? paint.accent : lineColour(line),
    dash: dashOf(certaintyOf(best).id),
    width: Math.min(1 + Math.log2(line.links.length) * 0.45, line.alleged ? 2 : 6) + (near ? 0.8 : 0),
    fade: looks.near ? (near ? 1 : 0.07) : line.alleged ? 0.75 : 0.42 * Math.min(1, Math.max(0.35, Math.sqrt(500 / view.lines.size))),
    near,
  };
}

// Whether a line ends at the chosen thing, in a picture where that says something.
const isNear = (line) => Boolean(looks.near) && (line.from === state.selected || line.to === state.selected);

// A line has the colour of what it leads to from the middle of the picture.
function lineColour(line) {
  const end = nodes[line.to].strong ? line.from : line.to;
  return mix(visible(kindOf(end).colour), paint.edge, 0.35);
}

// Text on a line: alleged lines always say so, others when one of their ends is chosen.
const MOST_TEXTS = 25; // lines at a chosen thing, beyond which their texts would cover it

function drawTexts(pen, lines, places, scale) {
  if (state.dots && scale < LEGIBLE) return; // among so many dots the texts would hide each other
  const size = Math.max(10.5, 8.5 / scale);
  const written = new Set(); // where a text stands already
  const rings = new Map(); // the lowest alleged part of each whole, and how many there are
  for (const line of lines) {
    const part = [line.to, line.from].find((node) => isPart(node) && !places.get(node).card);
    if (part === undefined) drawLineText(pen, line, places, size, written);
    else if (line.alleged && !looks.near) {
      const { low = -Infinity, count = 0 } = rings.get(nodes[part].whole) ?? {};
      rings.set(nodes[part].whole, { low: Math.max(low, places.get(part).y), count: count + (nodes[part].whole === line.from) });
    }
  }
  rings.forEach(({ low, count }, whole) => {
    if (count) pen.text(`${count} alleged`, places.get(whole).x, low + 8 + size, { size, weight: 600, align: "center", colour: paint.alleged, halo: size / 3 });
  });
}

function drawLineText(pen, line, places, size, written) {
  const text = lineText(line);
  if (!text) return;
  const far = line.from === state.selected || (line.to !== state.selected && !onlyAlleged[line.from]) ? line.to : line.from;
  const [end, start] = [places.get(far), places.get(far === line.to ? line.from : line.to)];
  const width = (textWidth(text, 10.5, 400) * size) / 10.5;
  const gap = Math.abs(end.x - start.x) - (end.w + start.w) / 2;
  const upright = isUpright(line) || gap < 0;
  if (!line.alleged && !upright && gap < width + 12) return;
  const colour = line.alleged ? paint.alleged : paint.ink;
  const at = besideEnd(end, start, upright, width, size);
  if (!written.has(`${at} ${text}`)) pen.text(text, ...at, { size, align: "center", colour, halo: size / 3 });
  written.add(`${at} ${text}`);
}

// The text of a line stands before the thing it leads to, outside its card.
function besideEnd(end, start, upright, width, size) {
  const side = upright ? Math.sign(start.y - end.y) : Math.sign(start.x - end.x);
  return upright ? [end.x, end.y + side * (end.h / 2 + size + (side < 0 && isBelowTitle(end) ? TITLE : 0))] : [end.x + side * (end.w / 2 + width / 2 + 5), end.y];
}

const isBelowTitle = (place) => zones.some((zone) => place.card && zone.top === place.y - place.h / 2 && zone.left <= place.x && place.x <= zone.right);

function lineText(line) {
  if (!line.alleged && !(isNear(line) && looks.near.size <= MOST_TEXTS)) return "";
  if (line.alleged && looks.near && !isNear(line)) return "";
  const texts = [...new Set(line.links.map((index) => data.texts[links[index].label]))];
  return !line.alleged ? texts.join(", ") : texts.find((text) => /alleged/i.test(text)) ?? `alleged: ${texts[0]}`;
}

// Between zones lines leave sideways or upright, so that they become fans.
function isUpright(line) {
  const sides = [nodes[line.from].side, nodes[line.to].side];
  return !state.focus && (sides.includes("above") || sides.includes("below"));
}
