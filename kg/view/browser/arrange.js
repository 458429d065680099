// Where things stand: as Python laid them out, or, for a part of the graph, in columns by distance.

const SIZE = 13; // pixels of the text on a card
const LINE = 16;
const INSET = 30; // from the left edge of a card to its text

const isPart = (node) => nodes[node].whole !== undefined && folded.has(nodes[node].kind);

// Map of thing to {x, y, w, h, card, lines, zone}; x and y are its middle.
function arrange(view, room) {
  if (state.focus) return inColumns(view.nodes);
  return new Map(view.nodes.map((node) => [node, asLaidOut(node, room)]));
}

function asLaidOut(node, room) {
  const { x, y, whole } = nodes[node];
  if (isPart(node)) return dot(nodes[whole].x * room + x, nodes[whole].y * room + y, 6);
  if (data.style === "dots") return dot(x, y, Math.min(5 + Math.sqrt(incident[node].length), 18));
  return cardAt(x * room, y * room, nodes[node].width, nodes[node].height, node);
}

const dot = (x, y, r) => ({ x, y, w: 2 * r, h: 2 * r, card: false });

function cardAt(x, y, w, h, node) {
  const lines = wrap(nodes[node].label, w - INSET - 8, SIZE, 400, Math.max(1, Math.round((h - 12) / LINE)));
  return { x, y, w, h, card: true, lines, zone: nodes[node].zone };
}

// Distance by distance from left to right, each kind in a stack of its own, as tall as suits the screen.
const HEIGHTS = [260, 380, 520, 680, 860, 1080, 1350, 1700, 2200, 3000];

function inColumns(list) {
  const cards = new Map(list.map((node) => [node, focusCard(node)]));
  const sorted = [...list].sort(byKindAndName);
  const tries = HEIGHTS.map((tallest) => columnsOf(sorted, cards, tallest));
  return tries.reduce((best, next) => (fitScale(next) > fitScale(best) * 1.02 ? next : best));
}

function columnsOf(sorted, cards, tallest) {
  const placed = new Map();
  let left = 0;
  for (const distance of [...new Set(state.focus.nodes.values())].sort((a, b) => a - b)) {
    for (const column of stack(sorted.filter((node) => state.focus.nodes.get(node) === distance), cards, tallest)) {
      put(column, cards, left, placed);
      left += Math.max(...column.map((node) => cards.get(node).w), 0) + 56;
    }
    left += 90;
  }
  return placed;
}

function focusCard(node) {
  const long = nodes[node].label.length > 60;
  const width = long ? 290 : Math.min(Math.max(textWidth(nodes[node].label, SIZE, 400) + INSET + 12, 90), 230);
  const lines = wrap(nodes[node].label, width - INSET - 8, SIZE, 400, long ? 5 : 3);
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

function put(column, cards, left, placed) {
  const gaps = column.map((node, i) => gapBefore(column.slice(0, i), node));
  const height = column.reduce((sum, node, i) => sum + gaps[i] + cards.get(node).h, 0);
  let top = -height / 2;
  column.forEach((node, i) => {
    const card = cards.get(node);
    top += gaps[i];
    placed.set(node, { ...card, x: left + card.w / 2, y: top + card.h / 2, zone: `${left}/${nodes[node].kind}` });
    top += card.h;
  });
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
    zone.kinds.set(nodes[node].kind, (zone.kinds.get(nodes[node].kind) || 0) + 1);
  }
  return [...zones.values()];
}
