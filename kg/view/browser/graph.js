// The graph as Python wrote it, and what can be asked of it.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("data");
const nodes = read("nodes");
const links = read("links");

// Things come first in the list, then the groups that stand for many of them.
const isGroup = (node) => nodes[node].members !== undefined;
const things = nodes.map((_, node) => node).filter((node) => !isGroup(node));
const groups = nodes.map((_, node) => node).filter(isGroup);
const groupOf = new Map(groups.flatMap((group) => nodes[group].members.map((member) => [member, group])));

const kindOf = (node) => data.kinds[nodes[node].kind];
const certaintyOf = (link) => data.certainties[links[link].certainty];
const isAlleged = (link) => certaintyOf(link).id === "alleged";
const otherEnd = (link, node) => (links[link].from === node ? links[link].to : links[link].from);

const incident = nodes.map(() => []);
links.forEach((link, index) => {
  incident[link.from].push(index);
  if (link.to !== link.from) incident[link.to].push(index);
});

const folded = new Set();
const kindTotals = data.kinds.map(() => 0);
things.forEach((node) => { kindTotals[nodes[node].kind] += 1; });
data.kinds.forEach((kind, index) => { if (kind.folded) folded.add(index); });

// A thing whose every link is alleged is itself only alleged.
const onlyAlleged = nodes.map((_, node) => incident[node].length > 0 && incident[node].every(isAlleged));
groups.forEach((group) => { onlyAlleged[group] = nodes[group].members.every((member) => onlyAlleged[member]); });

// The page names a thing in its address by its IRI without what all IRIs have in common.
const stem = things.length > 1 ? commonStem(things.map((node) => nodes[node].iri)) : "";

function commonStem(iris) {
  let common = iris[0];
  for (const iri of iris) while (!iri.startsWith(common)) common = common.slice(0, -1);
  return common.slice(0, common.lastIndexOf("/") + 1);
}

function nodeAt(address) {
  let name = address.replace(/^#/, "");
  try { name = decodeURIComponent(name); } catch { /* a stray % is part of the name */ }
  if (!name) return -1;
  return nodes.findIndex((node) => node.iri === name || node.iri === stem + name);
}

function addressOf(node) {
  const { iri } = nodes[node];
  return "#" + encodeURIComponent(isGroup(node) ? iri : iri.slice(stem.length)).replace(/%2F/g, "/");
}

// Words without case and diacritics, for search.
const UNMARKED = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'" };
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łøđðþßæœı’]/g, (c) => UNMARKED[c]);

let searchable = null;
function search(words, most) {
  searchable ??= things.map((node) => fold([nodes[node].label, ...nodes[node].attributes.map(([, value]) => String(value))].join(" ")));
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  const found = [];
  searchable.forEach((text, node) => {
    if (wanted.every((word) => text.includes(word))) found.push([matchRank(text, wanted[0]), -incident[node].length, node]);
  });
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, most).map((entry) => entry[2]);
}

function matchRank(text, word) {
  const at = text.indexOf(word);
  return at === 0 ? 0 : text[at - 1] === " " ? 1 : 2;
}

const dates = [...new Set(links.map((link) => data.texts[link.date]).filter(Boolean))].sort();

function showDate(iso) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(iso)) return iso;
  const day = new Date(iso + "T00:00:00Z");
  return Number.isNaN(day.getTime()) ? iso
    : day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
