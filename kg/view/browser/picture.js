// The network on the screen: vis-network holds the things and the lines, draw.js draws them.

const frame = document.getElementById("picture");
const points = new vis.DataSet();
const strokes = new vis.DataSet();
const network = new vis.Network(frame, { nodes: points, edges: strokes }, read("options"));
frame.querySelector(".vis-network").tabIndex = -1;
frame.querySelector("canvas").setAttribute("aria-hidden", "true");

let view = null;
let places = new Map();
let zones = [];
let room = 1; // by how much the picture is stretched for the parts around their wholes

function showPicture(next) {
  view = next;
  room = !state.focus && view.nodes.some(isPart) ? data.room : 1;
  places = arrange(view, room);
  zones = zonesOf(places);
  looks.badges = new Map(view.nodes.map((node) => [node, badgeOf(node)]));
  looks.near = nearOf(state.selected);
  replace(points, view.nodes.map((node) => {
    const { x, y } = places.get(node);
    return { id: node, x: Math.round(x), y: Math.round(y), shape: "custom", ctxRenderer: renderer };
  }));
  showLines([...view.lines.values()]);
}

// How many things next to this one are missing from the picture, of those that belong to it.
function badgeOf(node) {
  return isGroup(node) ? 0 : hiddenBehind(node).filter((other) => view.stand[other] < 0 && (state.focus || !nodes[other].beside)).length;
}

// Among dots there may be tens of thousands of lines, more than vis-network can move; those of one look are
// drawn as one path.
let bundles = [];

function showLines(lines) {
  const plain = state.dots && !state.focus;
  replace(strokes, plain ? [] : lines.map(stroke));
  bundles = plain ? bundled(lines) : [];
}

function bundled(lines) {
  const found = new Map();
  for (const line of lines) {
    const look = lineLook(line);
    const key = JSON.stringify(look);
    if (!found.has(key)) found.set(key, { ...look, path: new Path2D() });
    const [from, to] = [places.get(line.from), places.get(line.to)];
    found.get(key).path.moveTo(from.x, from.y);
    found.get(key).path.lineTo(to.x, to.y);
  }
  return [...found.values()].sort((a, b) => a.near - b.near);
}

function drawBundles(ctx) {
  for (const { path, colour, dash, width, fade } of bundles) {
    Object.assign(ctx, { strokeStyle: colour, lineWidth: width, globalAlpha: fade });
    ctx.setLineDash(dash || []);
    ctx.stroke(path);
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function replace(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

function renderer({ ctx, id }) {
  const place = places.get(id);
  if (!place) return { nodeDimensions: { width: 1, height: 1 } };
  return {
    drawNode: () => drawNode(canvasPen(ctx), id, place),
    nodeDimensions: { width: place.w, height: place.h },
  };
}

function stroke(line) {
  const look = lineLook(line);
  return {
    id: line.key, from: line.from, to: line.to, width: look.width, dashes: look.dash,
    color: { color: look.colour, highlight: look.colour, hover: look.colour, opacity: look.fade, inherit: false },
    arrows: { to: { enabled: Boolean(look.near), scaleFactor: 0.5 } },
    smooth: !state.dots || state.focus
      ? { enabled: true, type: "cubicBezier", forceDirection: isUpright(line) ? "vertical" : "horizontal", roundness: 0.45 }
      : false,
  };
}

function nearOf(node) {
  if (node < 0 || !view.shown[node]) return null;
  const near = new Set([node]);
  for (const line of view.lines.values()) {
    if (line.from === node) near.add(line.to);
    if (line.to === node) near.add(line.from);
  }
  return near.size < view.nodes.length ? near : null;
}

// Redraw what depends on the choice of a thing.
function showChoice() {
  looks.near = nearOf(state.selected);
  showLines([...view.lines.values()]);
  network.redraw();
}

function seeAll(animate) {
  if (!places.size) return;
  const box = boundsOf(places);
  const scale = fitScale(places);
  const position = {
    x: (box.left + box.right) / 2 + panelWidth() / 2 / scale,
    y: (box.top + box.bottom) / 2 - noticeHeight() / 2 / scale,
  };
  network.moveTo({ position, scale, animation: motion(animate) });
}

// The scale at which all things are seen beside the panel.
function fitScale(list) {
  const box = boundsOf(list);
  const [width, height] = [frame.clientWidth - panelWidth() - 40, frame.clientHeight - noticeHeight() - 36];
  return Math.max(Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 1.25), 0.01);
}

function boundsOf(list) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, w, h, card } of list.values()) {
    box.left = Math.min(box.left, x - w / 2);
    box.right = Math.max(box.right, x + w / 2);
    box.top = Math.min(box.top, y - h / 2 - (card ? 34 : 12));
    box.bottom = Math.max(box.bottom, y + h / 2 + 10);
  }
  for (const zone of zonesOf(list)) box.right = Math.max(box.right, zone.left + 22 + titleWidth(zone));
  return box;
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const motion = (wanted) => (wanted && !calm.matches ? { duration: 260, easingFunction: "easeInOutQuad" } : false);
const noticeHeight = () => { const note = document.getElementById("notice"); return note.hidden ? 0 : note.offsetHeight + 8; };
const panelWidth = () => { const panel = document.getElementById("facts"); return panel.hidden ? 0 : Math.min(panel.offsetWidth, frame.clientWidth / 2); };

// Move as little as needed for a thing to be seen beside the panel.
function bringIntoView(node) {
  const place = places.get(node);
  if (!place) return;
  const at = network.canvasToDOM({ x: place.x, y: place.y });
  const scale = network.getScale();
  const beyond = (value, low, high) => (value < low ? value - low : value > high ? value - high : 0);
  const margin = 30 + (Math.min(place.w, 240) * scale) / 2;
  const dx = beyond(at.x, margin, Math.max(frame.clientWidth - panelWidth() - margin, margin));
  const dy = beyond(at.y, 60, Math.max(frame.clientHeight - 60, 60));
  if (!dx && !dy) return;
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: motion(true) });
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.03), 6), animation: motion(true) });
}

network.on("beforeDrawing", (ctx) => {
  drawBundles(ctx);
  drawZones(canvasPen(ctx), zones);
});
network.on("afterDrawing", (ctx) => {
  if (!view) return;
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const far = network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight });
  const edges = { left: corner.x, top: corner.y, right: far.x, bottom: far.y };
  drawTexts(canvasPen(ctx), view.lines.values(), places, network.getScale());
  drawNames(canvasPen(ctx), places, network.getScale(), edges);
});
