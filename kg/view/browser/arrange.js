// Where things stand: as Python laid them out, or, for a part of the graph, in columns by distance.

const SIZE = 13; // pixels of the text on a card
const LINE = 16;
const INSET = 30; // from the left edge of a card to its text

// Parts stand as dots around their whole, but among groups there is no room for them.
const isPart = (node) => nodes[node].whole !== undefined && (state.dots || !groups.length);

// Map of thing to {x, y, w, h, card, lines, zone}; x and y are its middle.
function arrange(view, room) {
  if (state.focus) return inColumns(view.nodes);
  const placed = new Map(view.nodes.map((node) => [node, asLaidOut(node, room)]).filter(([, place]) => place));
  return withOthers(placed, view.nodes.filter((node) => !placed.has(node)));
}

// Put things without a place of their own to the right of the picture.
function withOthers(placed, others) {
  if (!others.length) return placed;
  const box = placed.size ? boundsOf(placed) : { left: 0, right: 0, top: 0, bottom: 0 };
  const cards = new Map(others.map((node) => [node, freeCard(node)]));
  let left = box.right + 120;
  for (const column of stack(others.sort(byKindAndName), cards, Math.max(box.bottom - box.top - 40, 520))) {
    left = put(column, cards, left, (box.top + box.bottom) / 2, placed);
  }
  return placed;
}

function asLaidOut(node, room) {
  const { x, y, dot, whole } = nodes[node];
  if (state.dots) return dot && (isPart(node) ? around(nodes[whole].dot, dot) : dotAt(dot[0], dot[1], Math.min(5 + Math.sqrt(incident[node].length), 18)));
  if (x === undefined) return null;
  if (isPart(node)) return around([nodes[whole].x * room, nodes[whole].y * room], [x, y]);
  return cardAt(x * room, y * room, nodes[node].width, nodes[node].height, node);
}

const around = (whole, offset) => dotAt(whole[0] + offset[0], whole[1] + offset[1], 6);

const dotAt = (x, y, r) => ({ x, y, w: 2 * r, h: 2 * r, card: false });

function cardAt(x, y, w, h, node) {
  const lines = wrap(nameOf(node), w - INSET - 8, SIZE, nodes[node].strong ? 600 : 400, Math.max(1, Math.round((h - 12) / LINE)));
  return { x, y, w, h, card: true, lines, zone: nodes[node].zone };
}

// Distance by distance from left to right, each kind in a stack of its own, as tall as suits the screen.
const HEIGHTS = [260, 380, 520, 680, 860, 1080, 1350, 1700, 2200, 3000];

function inColumns(list) {
  const cards = new Map(list.map((node) => [node, freeCard(node)]));
  const sorted = [...list].sort(byKindAndName);
  const tries = HEIGHTS.map((tallest) => columnsOf(sorted, cards, tallest));
  return tries.reduce((best, next) => (fitScale(next) > fitScale(best) * 1.02 ? next : best));
}

function columnsOf(sorted, cards, tallest) {
  const placed = new Map();
  let left = 0;
  for (const distance of [...new Set(state.focus.nodes.values())].sort((a, b) => a - b)) {
    for (const column of stack(sorted.filter((node) => state.focus.nodes.get(node) === distance), cards, tallest)) {
      left = put(column, cards, left, 0, placed);
    }
    left += 90;
  }
  return placed;
}

function freeCard(node) {
  const { label, strong } = nodes[node];
  const weight = strong ? 600 : 400;
  const long = label.length > 60;
  const width = long ? 290 : Math.min(Math.max(textWidth(label, SIZE, weight) + INSET + 12, 90), 230);
  const lines = wrap(label, width - INSET - 8, SIZE, weight, long ? 5 : 3);
  return { w: width, h: 12 + LINE * lines.length, card: true, lines, zone: nodes[node].zone };
}

function byKindAndName(a, b) {
  return nodes[a].kind - nodes[b].kind || nodes[a].label.localeCompare(nodes[b].label, "en", { numeric: true }) || a - b;
}

const TITLE = 26;
const gapBefore = (column, node) => (!column.length ? 0 : nodes[column.at(-1)].kind === nodes[node].kind ? 6 : 14 + TITLE);

// Cut a sorted list into columns no taller than `tallest`.
function stack(level, cards, tallest) {
  const columns = [[]];
  let height = 0;
  for (const node of level) {
    const more = gapBefore(columns.at(-1), node) + cards.get(node).h;
    if (columns.at(-1).length && height + more > tallest) {
      columns.push([]);
      height = 0;
    }
    height += columns.at(-1).length ? more : cards.get(node).h;
    columns.at(-1).push(node);
  }
  return columns;
}

// Put a column of cards down with its middle at a height, and return where the next one may start.
function put(column, cards, left, middle, placed) {
  const gaps = column.map((node, i) => gapBefore(column.slice(0, i), node));
  const height = column.reduce((sum, node, i) => sum + gaps[i] + cards.get(node).h, 0);
  const w = Math.max(...column.map((node) => cards.get(node).w), 0);
  let top = middle - height / 2;
  column.forEach((node, i) => {
    const card = cards.get(node);
    top += gaps[i];
    placed.set(node, { ...card, w, x: left + w / 2, y: top + card.h / 2, zone: `${left}/${nodes[node].kind}` });
    top += card.h;
  });
  return left + w + (column.some((node) => onlyAlleged[node]) ? 110 : 56); // room for what stands on lines
}

// The rectangles of the zones, each with the kinds in it and how many there are.
function zonesOf(places) {
  const zones = new Map();
  for (const [node, place] of places) {
    if (!place.card || place.zone === undefined) continue;
    if (!zones.has(place.zone)) zones.set(place.zone, { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, kinds: new Map() });
    const zone = zones.get(place.zone);
    zone.left = Math.min(zone.left, place.x - place.w / 2);
    zone.right = Math.max(zone.right, place.x + place.w / 2);
    zone.top = Math.min(zone.top, place.y - place.h / 2);
    zone.bottom = Math.max(zone.bottom, place.y + place.h / 2);
    zone.kinds.set(nodes[node].kind, (zone.kinds.get(nodes[node].kind) || 0) + (view.inside.get(node)?.length ?? 1));
  }
  return [...zones.values()];
}
