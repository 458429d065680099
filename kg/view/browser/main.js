// Joins the parts: every choice of the reader ends in refresh() or choose().

function refresh({ fit = false } = {}) {
  const before = boundsOf(places);
  showPicture(currentView());
  if (state.selected >= 0 && !view.shown[state.selected]) choose(-1);
  if (state.selected >= 0) showFacts(state.selected);
  showCounts();
  showNotice();
  if (state.table) showTable();
  if (fit || outgrown(before)) seeAll(true);
}

// Whether the picture has become larger than it was.
function outgrown(before) {
  const now = boundsOf(places);
  return places.size > 0 && (now.left < before.left || now.top < before.top || now.right > before.right || now.bottom > before.bottom);
}

function choose(node, { focusPanel = true } = {}) {
  if (node >= 0 && !view.shown[node]) bringIn(node);
  state.selected = node;
  if (node < 0) {
    if (panel.contains(document.activeElement)) frame.focus({ preventScroll: true });
    if (state.focus && !panel.hidden) setTimeout(() => seeAll(true));
    panel.hidden = true;
  } else {
    showFacts(node);
    bringIntoView(node);
    looks.cursor = -1;
    if (focusPanel) panel.focus({ preventScroll: true });
    say(spoken(node));
  }
  setAddress(node);
  showChoice();
}

// Show what is hidden: a thing is added to the picture, a group needs the picture it belongs to.
function bringIn(node) {
  if (isGroup(node)) begin();
  if (state.focus) leaveFocus();
  if (isGroup(node)) state.kinds.add(nodes[node].kind);
  else if (!view.shown[node]) state.revealed.add(node);
  refresh();
}

const spoken = (node) => `${kindOf(node).label}: ${nameOf(node)}. ${isGroup(node) ? "A group." : `${plural(incident[node].length, "link")}.`}`;

function setAddress(node) {
  const address = node < 0 ? "#" : addressOf(node);
  if (location.hash !== address) history.replaceState(null, "", address);
}

const MOST_ADDED = 120; // things that one step may add to the picture

function expand(node) {
  const added = hiddenBehind(node).slice(0, MOST_ADDED);
  if (state.focus) added.forEach((other) => { state.focus.nodes.set(other, state.focus.nodes.get(node) + 1); state.kinds.add(nodes[other].kind); });
  else added.forEach((other) => state.revealed.add(other));
  refresh();
  say(`${plural(added.length, "thing")} added`);
}

function takeAway() {
  state.revealed.clear();
  refresh({ fit: true });
}

function focusAndShow(node, depth) {
  narrow(() => focusOn(node, depth));
  refresh({ fit: true });
  say(state.focus.text);
}

let kindsBefore = null; // the kinds to show again when the reader goes back to all

// Narrow the picture by an act that may fail, and say whether it did not.
function narrow(act) {
  const kinds = new Set(state.kinds);
  const done = act();
  if (done) kindsBefore ??= kinds;
  return done;
}

function leaveFocus() {
  state.focus = null;
  if (kindsBefore) state.kinds = kindsBefore;
  kindsBefore = null;
  refresh({ fit: true });
}

// A page made for a question opens with its answer.
function openFocus() {
  const own = things.filter((node) => !nodes[node].beside).length;
  if (!data.focus || own > MOST_IN_FOCUS) return;
  const [start, end] = data.focus.iris.map((iri) => nodes.findIndex((node) => node.iri === iri));
  narrow(() => (end === undefined ? focusOn(start, data.focus.depth) : connect(start, end)));
}

function startConnection(node) {
  pathA.node = node;
  pathA.field.value = nodes[node].label;
  pathB.field.focus();
}

function showConnection() {
  const [a, b] = [chosenIn(pathA), chosenIn(pathB)];
  if (a < 0 || b < 0 || a === b) return tell("Choose two different things from the lists.");
  if (!narrow(() => connect(a, b))) return tell("They are not connected by the links that the filters let through.");
  choose(-1);
  refresh({ fit: true });
  return say(state.focus.text);
}

function tell(text) {
  const note = byId("notice");
  note.hidden = false;
  note.replaceChildren(make("span", {}, text), make("button", { type: "button", onclick: showNotice }, "OK"));
  say(text);
}

// Show the network, with groups or with every thing as a dot, or the table of what it shows.
function showAs(way) {
  const dots = way === "dots" || (way === "table" && state.dots);
  const changed = dots !== state.dots;
  Object.assign(state, { dots, table: way === "table" });
  for (const name of ["network", "dots", "table"]) byId(`as-${name}`).setAttribute("aria-pressed", String(name === way));
  board.hidden = !state.table;
  frame.hidden = state.table;
  document.querySelector(".zoom").hidden = state.table;
  if (changed) {
    if (state.focus) leaveFocus();
    refresh({ fit: true });
  } else if (state.table) showTable();
}

// Keys on the picture: arrows go to the nearest thing in that direction.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function nearestTo(node, [dx, dy]) {
  const here = places.get(node);
  let best = -1;
  let least = Infinity;
  for (const [other, place] of places) {
    const [along, across] = [(place.x - here.x) * dx + (place.y - here.y) * dy, Math.abs((place.x - here.x) * dy) + Math.abs((place.y - here.y) * dx)];
    const cost = along + across * 2.5;
    if (other !== node && along > 1 && cost < least) [best, least] = [other, cost];
  }
  return best;
}

function moveCursor(direction) {
  const start = view.shown[looks.cursor] ? looks.cursor : state.selected;
  const next = start >= 0 && view.shown[start] ? nearestTo(start, direction) : firstNode();
  if (next < 0) return;
  looks.cursor = next;
  bringIntoView(next);
  network.redraw();
  const place = places.get(next);
  showTip(next, network.canvasToDOM({ x: place.x, y: place.y + place.h / 2 }));
  say(spoken(next));
}

const firstNode = () => view.nodes.reduce((best, node) => (best < 0 || nodes[node].kind < nodes[best].kind ? node : best), -1);

const KEYS = {
  Enter: () => { if (cursorNode() >= 0) choose(cursorNode()); },
  " ": () => { if (cursorNode() >= 0) expand(cursorNode()); },
  "+": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => seeAll(true),
  "/": () => byId("search").focus(),
};

const cursorNode = () => (looks.cursor >= 0 ? looks.cursor : state.selected);

frame.addEventListener("keydown", (event) => {
  const act = DIRECTIONS[event.key] ? () => moveCursor(DIRECTIONS[event.key]) : KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (byId("save").open) byId("save").open = false;
  else if (state.selected >= 0) choose(-1);
  else if (state.focus) leaveFocus();
  looks.cursor = -1;
  hideTip();
  network.redraw();
});

// Mouse and touch

function showTip(node, at) {
  const tip = byId("tip");
  const more = hiddenBehind(node).length;
  tip.textContent = `${kindOf(node).label}: ${nameOf(node)}` + (more ? ` (double-click: ${more.toLocaleString("en")} more)` : "");
  tip.hidden = false;
  tip.style.left = `${Math.min(at.x + 14, frame.clientWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(at.y + 16, frame.clientHeight - tip.offsetHeight - 8)}px`;
}

const hideTip = () => { byId("tip").hidden = true; };

network.on("click", ({ nodes: hit, edges: lines }) => {
  if (hit.length) choose(hit[0], { focusPanel: false });
  else if (lines.length) choose(view.lines.get(lines[0])?.from ?? -1, { focusPanel: false });
  else choose(-1);
});
network.on("doubleClick", ({ nodes: hit }) => { if (hit.length) expand(hit[0]); });
network.on("hoverNode", ({ node, pointer }) => { looks.hover = node; showTip(node, pointer.DOM); });
network.on("blurNode", () => { looks.hover = -1; hideTip(); });
network.on("dragStart", hideTip);
network.on("zoom", hideTip);
network.on("dragEnd", ({ nodes: moved }) => {
  for (const [id, at] of Object.entries(network.getPositions(moved))) Object.assign(places.get(Number(id)), at);
  zones = zonesOf(places);
  showLines([...view.lines.values()]);
});

byId("zoom-in").addEventListener("click", () => zoom(1.3));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byId("zoom-all").addEventListener("click", () => seeAll(true));
for (const way of ["network", "dots", "table"]) byId(`as-${way}`).addEventListener("click", () => showAs(way));
byId("as-dots").hidden = !data.dots;
byId("connect").addEventListener("click", showConnection);
byId("from").addEventListener("input", () => moveDates("from"));
byId("until").addEventListener("input", () => moveDates("until"));
byId("reset").addEventListener("click", () => begin());
byId("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  applyTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
document.querySelectorAll("[data-save]").forEach((button) => button.addEventListener("click", () => {
  byId("save").open = false;
  save(button.dataset.save);
}));
window.addEventListener("hashchange", () => { const node = nodeAt(location.hash); if (node >= 0) choose(node); });
window.addEventListener("resize", () => { if (state.selected < 0) seeAll(false); });

combobox(byId("search"), (node) => choose(node));
const pathA = combobox(byId("path-a"), () => pathB.field.focus());
const pathB = combobox(byId("path-b"), showConnection);

const NARROW = 700; // on a screen of fewer pixels the whole picture could not be read
const LEGIBLE = 0.6;

function begin() {
  startAgain();
  kindsBefore = null;
  panel.hidden = true;
  fillDates();
  fillKinds();
  fillCertainties();
  openFocus();
  refresh();
  showAs("network");
  seeAll(false);
  if (network.getScale() < LEGIBLE && frame.clientWidth < NARROW) network.moveTo({ scale: LEGIBLE });
}

readPaint();
applyThemeButton();
begin();
if (nodeAt(location.hash) >= 0) choose(nodeAt(location.hash));

function applyThemeButton() {
  byId("theme").setAttribute("aria-pressed", String(isDark()));
}
