// Drawing with two pens: one on the canvas of the network, one that writes SVG.

const SVG = "http://www.w3.org/2000/svg";
const FONT = '"Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

function canvasPen(ctx) {
  const style = ({ fill, stroke, width = 1, dash = [], fade = 1 }) => {
    ctx.globalAlpha = fade;
    ctx.setLineDash(dash);
    if (fill) { ctx.fillStyle = fill; ctx.fill(); }
    if (stroke) { ctx.strokeStyle = stroke; ctx.lineWidth = width; ctx.stroke(); }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
  };
  return {
    box(x, y, w, h, radius, look) { ctx.beginPath(); ctx.roundRect(x, y, w, h, radius); style(look); },
    circle(x, y, r, look) { ctx.beginPath(); ctx.ellipse(x, y, r, r, 0, 0, 2 * Math.PI); style(look); },
    polygon(points, look) {
      ctx.beginPath();
      points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      ctx.closePath();
      style(look);
    },
    text(text, x, y, { size, colour, weight = 400, align = "start", fade = 1, halo = 0 }) {
      ctx.globalAlpha = fade;
      ctx.font = `${weight} ${size}px ${FONT}`;
      ctx.textAlign = align;
      ctx.textBaseline = "middle";
      if (halo) {
        Object.assign(ctx, { strokeStyle: paint.paper, lineWidth: halo, lineJoin: "round" });
        ctx.strokeText(text, x, y);
      }
      ctx.fillStyle = colour;
      ctx.fillText(text, x, y);
      ctx.globalAlpha = 1;
    },
  };
}

function svgPen(parent) {
  const add = (name, attributes, look = {}) => {
    const element = svgElement(name, {
      ...attributes, fill: look.fill || "none", stroke: look.stroke || "none", "stroke-width": look.width || 1,
      "stroke-dasharray": (look.dash || []).join(" ") || "none", opacity: look.fade ?? 1,
    });
    parent.append(element);
    return element;
  };
  return {
    box(x, y, width, height, rx, look) { add("rect", { x, y, width, height, rx }, look); },
    circle(cx, cy, r, look) { add("circle", { cx, cy, r }, look); },
    polygon(points, look) { add("polygon", { points: points.map((p) => p.map((n) => n.toFixed(1)).join(",")).join(" ") }, look); },
    path(d, look) { add("path", { d }, look); },
    text(text, x, y, { size, colour, weight = 400, align = "start", fade = 1, halo = 0 }) {
      const anchor = align === "center" ? "middle" : align;
      const element = add("text", {
        x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor, "dominant-baseline": "central",
      }, { fill: colour, fade, stroke: halo ? paint.paper : "none", width: halo });
      element.setAttribute("paint-order", "stroke");
      element.textContent = clean(text);
    },
  };
}

function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// XML has no place for control characters.
// eslint-disable-next-line no-control-regex
const clean = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

// Colours

let paint = {};
const seen = new Map(); // what visible() has found on this paper
function readPaint() {
  seen.clear();
  const css = getComputedStyle(document.documentElement);
  paint = Object.fromEntries(["paper", "panel", "ink", "soft", "line", "edge", "accent", "alleged"]
    .map((name) => [name, css.getPropertyValue("--" + name).trim()]));
}

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (a, b, share) => "#" + channels(a).map((value, i) => Math.round(value + (channels(b)[i] - value) * share).toString(16).padStart(2, "0")).join("");

function luminance(hex) {
  const [r, g, b] = channels(hex).map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
const onTop = (fill) => (contrast(fill, "#ffffff") >= contrast(fill, "#10151b") ? "#ffffff" : "#10151b");

// The colour of a kind, moved towards the ink until it can be told from the paper.
function visible(colour) {
  if (seen.has(colour)) return seen.get(colour);
  let found = colour;
  for (let share = 0; share <= 1 && contrast(found, paint.panel) < 3; share += 0.1) found = mix(colour, paint.ink, share);
  seen.set(colour, found);
  return found;
}

// Outlines, one for each spl:shape

const corners = (count, turn) => (x, y, r) => Array.from({ length: count }, (_, i) => {
  const angle = turn + (2 * Math.PI * i) / count;
  return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
});

const OUTLINES = {
  square: (x, y, r) => [[x - r * 0.86, y - r * 0.86], [x + r * 0.86, y - r * 0.86], [x + r * 0.86, y + r * 0.86], [x - r * 0.86, y + r * 0.86]],
  box: (x, y, r) => [[x - r * 1.15, y - r * 0.75], [x + r * 1.15, y - r * 0.75], [x + r * 1.15, y + r * 0.75], [x - r * 1.15, y + r * 0.75]],
  diamond: (x, y, r) => corners(4, 0)(x, y, r * 1.15),
  triangle: (x, y, r) => corners(3, -Math.PI / 2)(x, y + r * 0.2, r * 1.2),
  triangleDown: (x, y, r) => corners(3, Math.PI / 2)(x, y - r * 0.2, r * 1.2),
  hexagon: (x, y, r) => corners(6, 0)(x, y, r * 1.08),
  star: (x, y, r) => corners(10, -Math.PI / 2)(x, y, 1).map(([px, py], i) => {
    const reach = i % 2 ? r * 0.58 : r * 1.25;
    return [x + (px - x) * reach, y + (py - y) * reach];
  }),
};

function drawShape(pen, shape, x, y, r, look) {
  if (OUTLINES[shape]) pen.polygon(OUTLINES[shape](x, y, r), look);
  else if (shape === "ellipse") pen.box(x - r * 1.25, y - r * 0.8, r * 2.5, r * 1.6, r * 0.8, look);
  else pen.circle(x, y, r, look);
}

function shapeIcon(kind, size = 16) {
  const icon = svgElement("svg", { width: size, height: size, viewBox: "0 0 16 16", "aria-hidden": "true" });
  drawShape(svgPen(icon), kind.shape, 8, 8, 5.6, { fill: visible(kind.colour) });
  return icon;
}

// Text in a box

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
function textWidth(text, size, weight) {
  const key = `${weight} ${size} ${text}`;
  if (!widths.has(key)) {
    ruler.font = `${weight} ${size}px ${FONT}`;
    widths.set(key, ruler.measureText(text).width);
  }
  return widths.get(key);
}

function wrap(text, width, size, weight, most) {
  const words = text.replace(/[^\S\u00a0]+/g, " ").trim().slice(0, 600).split(" ");
  const lines = [""];
  while (words.length) {
    const longer = (lines.at(-1) + " " + words[0]).trim();
    if (textWidth(longer, size, weight) <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(words[0]);
    else break;
    words.shift();
  }
  if (words.length) lines[lines.length - 1] += " …";
  return lines.map((line) => shorten(line, width, size, weight));
}

function shorten(line, width, size, weight) {
  if (textWidth(line, size, weight) <= width) return line;
  const characters = [...line].slice(0, Math.ceil(width));
  let [fits, high] = [1, characters.length];
  while (fits < high) {
    const middle = Math.ceil((fits + high) / 2);
    if (textWidth(characters.slice(0, middle).join("") + "…", size, weight) <= width) fits = middle;
    else high = middle - 1;
  }
  return characters.slice(0, fits).join("") + "…";
}
