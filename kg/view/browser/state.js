// What the reader has chosen to see, and what follows from it.

const MOST_IN_FOCUS = 260;

const state = {
  kinds: new Set(), // kinds shown
  certainties: new Set(),
  months: null, // [first, last] as "2021-03", or null for all
  revealed: new Set(), // things shown although their kind is not, or a group stands for them
  focus: null, // {nodes: Map of thing to distance, text} of what surrounds a thing, or joins two
  selected: -1,
  dots: false, // whether every thing is shown, as a dot, instead of groups
  table: false,
};

function startAgain() {
  state.kinds = new Set(data.kinds.keys());
  folded.forEach((kind) => state.kinds.delete(kind));
  state.certainties = new Set(data.certainties.keys());
  state.months = null;
  state.revealed.clear();
  state.focus = null;
  state.selected = -1;
  state.dots = false;
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
  const { kind, beside } = nodes[node];
  if (state.focus) return state.focus.nodes.has(node) && (state.kinds.has(kind) || state.focus.nodes.get(node) === 0);
  return state.revealed.has(node) || (state.kinds.has(kind) && !beside && (state.dots || !groupOf.has(node)));
}

// What is seen now: which nodes are drawn, the drawn node that stands for each thing (or -1), for each group
// the things it stands for, the links, and the links gathered into one line per pair.
function currentView() {
  const passes = things.map(nodePasses);
  const shown = nodes.map((_, node) => !isGroup(node) && isListed(node) && passes[node]);
  const stand = shown.map((seen, node) => (seen ? node : -1));
  const inside = new Map();
  for (const group of state.focus || state.dots ? [] : groups) {
    const rest = state.kinds.has(nodes[group].kind) ? nodes[group].members.filter((node) => passes[node] && !shown[node]) : [];
    rest.forEach((node) => { stand[node] = group; });
    if (rest.length) inside.set(group, rest);
    shown[group] = rest.length > 0;
  }
  const seen = links.map((_, index) => index).filter((i) => stand[links[i].from] >= 0 && stand[links[i].to] >= 0 && linkPasses(i));
  return {
    shown, stand, inside, links: seen, lines: gather(seen, stand),
    nodes: nodes.map((_, node) => node).filter((node) => shown[node]),
    things: things.filter((node) => stand[node] >= 0),
  };
}

// A group is named by what its things have in common and how many it stands for now.
function nameOf(node) {
  if (!isGroup(node)) return nodes[node].label;
  const size = (view.inside.get(node) ?? nodes[node].members).length.toLocaleString("en");
  return nodes[node].label ? `${nodes[node].label} · ${size}` : `… ${size} more`;
}

function gather(seen, stand) {
  const lines = new Map();
  for (const index of seen) {
    const [from, to] = [stand[links[index].from], stand[links[index].to]];
    if (from === to && isGroup(from)) continue;
    const key = `${Math.min(from, to)}-${Math.max(from, to)}-${isAlleged(index) ? "a" : ""}`;
    if (!lines.has(key)) lines.set(key, { key, from, to, alleged: isAlleged(index), links: [] });
    lines.get(key).links.push(index);
  }
  return lines;
}

// What is next to a thing, or inside a group, and not drawn itself; the most linked first.
function hiddenBehind(node) {
  if (isGroup(node)) return view.inside.get(node) ?? [];
  const others = new Set(incident[node].filter(linkPasses).map((link) => otherEnd(link, node)));
  return [...others].filter((other) => !view.shown[other]).sort((a, b) => incident[b].length - incident[a].length || a - b);
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
    + (missing ? `. ${missing.toLocaleString("en")} more are not drawn` : "")
    + (data.partial && [...kept].some(([node, far]) => nodes[node].beside && far < depth) ? ". The file holds only part of it" : "");
  state.focus = { nodes: kept, text };
  return true;
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
  state.focus = { nodes: new Map(kept), text };
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
