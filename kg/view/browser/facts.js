// The panel: what is known of one thing, each fact with its words.

const panel = document.getElementById("facts");
const MOST_FACTS = 60; // of one sort before "show all"

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") element.addEventListener("click", value);
    else if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

function showFacts(node) {
  const close = make("button", { type: "button", "aria-label": "Close", onclick: () => choose(-1) }, "✕");
  const head = make("header", {}, make("div", {}, kindLine(node), make("h2", {}, nameOf(node))), close);
  const focused = panel.contains(document.activeElement);
  const content = isGroup(node) ? [actions(node), membersOf(node)] : [properties(node), actions(node), ...factGroups(node)];
  panel.replaceChildren(head, ...warning(node), ...content);
  panel.hidden = false;
  panel.scrollTop = 0;
  if (focused) panel.focus({ preventScroll: true });
}

function kindLine(node) {
  return make("p", { class: "kindline" }, shapeIcon(kindOf(node)), kindOf(node).label);
}

function warning(node) {
  if (!onlyAlleged[node]) return [];
  const text = " The letter reports this as alleged. It is not established, and this page does not say that it happened.";
  return [make("p", { class: "warning" }, make("strong", { class: "alleged" }, "Alleged."), text)];
}

function properties(node) {
  const rows = nodes[node].attributes.flatMap(([name, value]) => [
    make("dt", {}, name.replace(/[_-]/g, " ")), make("dd", {}, showValue(value)),
  ]);
  const list = rows.length ? [make("dl", { class: "properties" }, ...rows)] : [];
  return make("div", {}, ...list, make("p", { class: "iri" }, nodes[node].iri));
}

function showValue(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return showDate(String(value));
}

function actions(node) {
  const add = (label, act) => make("button", { type: "button", onclick: act }, label);
  const more = expandLabel(node);
  const list = more ? [add(more, () => expand(node))] : [];
  if (isGroup(node)) return make("div", { class: "actions" }, ...list);
  for (const depth of [1, 2, 3]) {
    const label = depth === 1 ? "Only what is next to it" : `Within ${depth} links`;
    list.push(add(label, () => focusAndShow(node, depth)));
  }
  list.push(add("Connect with …", () => startConnection(node)));
  return make("div", { class: "actions" }, ...list);
}

function expandLabel(node) {
  const hidden = hiddenBehind(node).length;
  const count = hidden > MOST_ADDED ? `${MOST_ADDED} of ${hidden.toLocaleString("en")}` : String(hidden);
  return !hidden ? "" : isGroup(node) ? `Show ${count} as cards` : `Show ${count} more next to it`;
}

// What a group stands for now.
function membersOf(group) {
  const section = make("section", {}, make("h3", {}, "In this group"));
  const entry = (node) => make("div", { class: "fact" }, make("button", { type: "button", class: "end", onclick: () => choose(node) }, nodes[node].label));
  return listed(section, view.inside.get(group) ?? [], entry);
}

// Add entries to a section, the first of them at once and the rest on demand.
function listed(section, items, entry) {
  section.append(...items.slice(0, MOST_FACTS).map(entry));
  const rest = items.slice(MOST_FACTS);
  if (!rest.length) return section;
  const more = make("button", { type: "button", onclick: () => more.replaceWith(...rest.map(entry)) }, `Show ${rest.length.toLocaleString("en")} more`);
  section.append(more);
  return section;
}

function factGroups(node) {
  const groups = new Map();
  for (const index of incident[node]) {
    const link = links[index];
    const outward = link.from === node;
    const key = `${outward ? "" : "←"} ${data.texts[link.label]}`;
    if (!groups.has(key)) groups.set(key, { label: data.texts[link.label], outward, links: [] });
    groups.get(key).links.push(index);
  }
  return [...groups.values()].map((group) => factGroup(group, node));
}

function factGroup(group, node) {
  const title = group.outward ? group.label : `← ${group.label}`;
  const name = make("h3", {}, title, make("span", { class: "count" }, group.links.length.toLocaleString("en")));
  if (group.links.some(isAlleged)) name.classList.add("alleged");
  return listed(make("section", {}, name), group.links, (index) => fact(index, node));
}

function fact(index, node) {
  const other = otherEnd(index, node);
  const end = make("button", { type: "button", class: "end", onclick: () => choose(other) }, nodes[other].label);
  return make("div", { class: "fact" }, end, " ", how(index), ...quotesOf(index));
}

function how(index) {
  const { id, meaning } = certaintyOf(index);
  return make("span", { class: isAlleged(index) ? "how alleged" : "how", title: meaning }, id);
}

function quotesOf(index) {
  const link = links[index];
  const letter = data.texts[link.letter];
  if (!link.quotes.length) return letter ? [make("cite", {}, letter)] : [];
  return link.quotes.map((place) => {
    const [source, start, end, page, exact] = data.quotes[place];
    const where = [letter, data.texts[link.date] && showDate(data.texts[link.date]), page ? `page ${page}` : "",
      `characters ${start}–${end}`, `text ${data.texts[source]}`].filter(Boolean).join(" · ");
    return make("blockquote", {}, exact, make("cite", {}, where));
  });
}
