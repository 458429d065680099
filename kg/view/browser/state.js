// What the reader has chosen to see, and what follows from it.

const MOST_IN_FOCUS = 260;

const state = {
  kinds: new Set(), // kinds shown
  full: new Set(), // kinds of which all things are shown, however many
  certainties: new Set(),
  months: null, // [first, last] as "2021-03", or null for all
  revealed: new Set(), // things shown although their kind is not
  focus: null, // {nodes: Map of thing to distance, start, text} of what surrounds a thing, or joins two
  selected: -1,
  table: false,
};

function startAgain() {
  state.kinds = new Set(data.kinds.keys());
  folded.forEach((kind) => state.kinds.delete(kind));
  state.full.clear();
  state.certainties = new Set(data.certainties.keys());
  state.months = null;
  state.revealed.clear();
  state.focus = null;
  state.selected = -1;
}

const inMonths = (iso) => !state.months || (iso.slice(0, 7) >= state.months[0] && iso.slice(0, 7) <= state.months[1]);

function linkPasses(index) {
  const link = links[index];
  const date = data.texts[link.date];
  return state.certainties.has(link.certainty) && (!date || inMonths(date));
}

// A thing goes when nothing that may be said of it is left; register links alone do not keep it.
function nodePasses(node) {
  const own = nodes[node].attributes.find(([name]) => name === "date");
  if (own && !inMonths(String(own[1]))) return false;
  if (!incident[node].length) return true;
  const dated = state.months && incident[node].some((link) => data.texts[links[link].date]);
  return incident[node].some((link) => linkPasses(link) && (!dated || data.texts[links[link].date]));
}

function isListed(node) {
  const { kind, thin } = nodes[node];
  if (state.focus) return state.focus.nodes.has(node) && (state.kinds.has(kind) || state.focus.nodes.get(node) === 0);
  return state.revealed.has(node) || (state.kinds.has(kind) && (!thin || state.full.has(kind)));
}

// What is seen now: things, links, and links gathered into one line per pair.
function currentView() {
  const shown = nodes.map((_, node) => isListed(node) && nodePasses(node));
  const seen = links.map((_, index) => index).filter((i) => shown[links[i].from] && shown[links[i].to] && linkPasses(i));
  return { shown, nodes: nodes.map((_, node) => node).filter((node) => shown[node]), links: seen, lines: gather(seen) };
}

function gather(seen) {
  const lines = new Map();
  for (const index of seen) {
    const { from, to } = links[index];
    const key = `${Math.min(from, to)}-${Math.max(from, to)}-${isAlleged(index) ? "a" : ""}`;
    if (!lines.has(key)) lines.set(key, { key, from, to, alleged: isAlleged(index), links: [] });
    lines.get(key).links.push(index);
  }
  return lines;
}

const hiddenNeighbours = (node, shown) =>
  [...new Set(incident[node].filter(linkPasses).map((link) => otherEnd(link, node)))].filter((other) => !shown[other]);

function reveal(list) {
  list.forEach((node) => state.revealed.add(node));
}

// Everything within `depth` links of `start`, nearest first.
function focusOn(start, depth) {
  const distance = new Map([[start, 0]]);
  incident[start].filter(linkPasses).forEach((link) => state.kinds.add(nodes[otherEnd(link, start)].kind));
  let frontier = [start];
  for (let step = 1; step <= depth; step += 1) {
    const next = [];
    for (const node of frontier) {
      for (const link of incident[node]) {
        const other = otherEnd(link, node);
        if (distance.has(other) || !linkPasses(link) || !state.kinds.has(nodes[other].kind)) continue;
        distance.set(other, step);
        next.push(other);
      }
    }
    frontier = next;
  }
  const kept = new Map([...distance].slice(0, MOST_IN_FOCUS));
  const missing = distance.size - kept.size;
  const text = `${nodes[start].label}: ${depth === 1 ? "what is next to it" : `everything within ${depth} links`}`
    + (missing ? `. ${missing.toLocaleString("en")} more are not drawn` : "");
  state.focus = { nodes: kept, start, text };
}

// All shortest ways from one thing to another. What is alleged joins two things only when nothing else does.
function connect(a, b) {
  const firm = (link) => linkPasses(link) && !isAlleged(link);
  const passes = distances(a, firm).has(b) ? firm : linkPasses;
  const fromA = distances(a, passes);
  if (!fromA.has(b)) return false;
  const fromB = distances(b, passes);
  const length = fromA.get(b);
  const on = [...fromA].filter(([node, far]) => fromB.has(node) && far + fromB.get(node) === length);
  on.sort((x, y) => x[1] - y[1]);
  const kept = on.length <= MOST_IN_FOCUS ? on : [on[0], ...on.slice(1, MOST_IN_FOCUS - 1), [b, length]];
  kept.forEach(([node]) => state.kinds.add(nodes[node].kind));
  const text = `${nodes[a].label} and ${nodes[b].label}: ${plural(length, "link")} apart`
    + (passes === firm ? "" : ", and only by what is alleged")
    + (on.length > kept.length ? `. ${(on.length - kept.length).toLocaleString("en")} more things lie between` : "");
  state.focus = { nodes: new Map(kept), start: a, text };
  return true;
}

function distances(start, passes) {
  const far = new Map([[start, 0]]);
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    for (const link of incident[queue[at]]) {
      const other = otherEnd(link, queue[at]);
      if (far.has(other) || !passes(link)) continue;
      far.set(other, far.get(queue[at]) + 1);
      queue.push(other);
    }
  }
  return far;
}
