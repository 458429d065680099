// The same as a table: the links and the things that are seen now.

const board = document.getElementById("table");
const MOST_ROWS = 400;
const sorting = { links: [0, 1], things: [0, 1] };

function showTable() {
  board.replaceChildren(
    tableOf("links", "Links", ["From", "Link", "To", "How it is known", "Letter", "Date", "Words"], view.links.map(linkRow)),
    tableOf("things", "Things", ["Kind", "Name", "Links shown"], view.things.map(thingRow)),
  );
}

function linkRow(index) {
  const link = links[index];
  const words = link.quotes.map((place) => data.quotes[place][4]).join(" … ");
  const texts = [nodes[link.from].label, data.texts[link.label], nodes[link.to].label, certaintyOf(index).id, data.texts[link.letter], data.texts[link.date], words];
  return { texts, nodes: { 0: link.from, 2: link.to }, alleged: isAlleged(index) };
}

function thingRow(node) {
  const count = incident[node].filter((index) => view.stand[otherEnd(index, node)] >= 0 && linkPasses(index)).length;
  return { texts: [kindOf(node).label, nodes[node].label, String(count)], nodes: { 1: node }, alleged: onlyAlleged[node] };
}

function tableOf(id, title, columns, rows) {
  const [column, direction] = sorting[id];
  rows.sort((a, b) => direction * a.texts[column].localeCompare(b.texts[column], "en", { numeric: true }));
  const head = columns.map((name, i) => {
    const sorted = i === column ? (direction > 0 ? "ascending" : "descending") : "none";
    return make("th", { scope: "col", "aria-sort": sorted }, make("button", { type: "button", onclick: () => sortBy(id, i) }, name));
  });
  const body = make("tbody", {}, ...rows.slice(0, MOST_ROWS).map(tableRow));
  const table = make("table", { id: `${id}-table` }, make("caption", {}, `${title} (${rows.length.toLocaleString("en")})`), make("thead", {}, make("tr", {}, ...head)), body);
  const rest = rows.slice(MOST_ROWS);
  if (!rest.length) return table;
  const more = make("button", { type: "button", onclick: () => { body.append(...rest.map(tableRow)); more.remove(); } }, `Show ${rest.length.toLocaleString("en")} more rows`);
  return make("div", {}, table, more);
}

function tableRow(row) {
  const cells = row.texts.map((text, i) => {
    const content = i in row.nodes ? make("button", { type: "button", onclick: () => choose(row.nodes[i]) }, text) : text;
    return make("td", { class: text.length > 60 && !(i in row.nodes) ? "words" : undefined }, content);
  });
  if (row.alleged) cells[row.texts.length > 3 ? 3 : 0].classList.add("alleged");
  return make("tr", {}, ...cells);
}

function sortBy(id, column) {
  sorting[id] = [column, sorting[id][0] === column ? -sorting[id][1] : 1];
  showTable();
  board.querySelectorAll(`#${id}-table th button`)[column].focus();
}
