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
  const head = make("header", {}, make("div", {}, kindLine(node), make("h2", {}, nodes[node].label)), close);
  const focused = panel.contains(document.activeElement);
  panel.replaceChildren(head, ...warning(node), properties(node), actions(node), ...factGroups(node));
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
  const hidden = hiddenNeighbours(node, view.shown);
  const add = (label, act) => make("button", { type: "button", onclick: act }, label);
  const list = [];
  if (hidden.length) list.push(add(`Show ${hidden.length.toLocaleString("en")} more next to it`, () => expand(node)));
  for (const depth of [1, 2, 3]) {
    const label = depth === 1 ? "Only what is next to it" : `Within ${depth} links`;
    list.push(add(label, () => focusAndShow(node, depth)));
  }
  list.push(add("Connect with …", () => startConnection(node)));
  return make("div", { class: "actions" }, ...list);
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
  const name = make("h3", {}, title, make("span", { class: "count" }, String(group.links.length)));
  if (group.links.some(isAlleged)) name.classList.add("alleged");
  const section = make("section", {}, name, ...group.links.slice(0, MOST_FACTS).map((index) => fact(index, node)));
  const rest = group.links.slice(MOST_FACTS);
  if (rest.length) {
    const more = make("button", { type: "button", onclick: () => more.replaceWith(...rest.map((index) => fact(index, node))) }, `Show ${rest.length} more`);
    section.append(more);
  }
  return section;
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
