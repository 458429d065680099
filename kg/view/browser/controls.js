// Legend, filters and the buttons around the picture.

const byId = (id) => document.getElementById(id);
const say = (text) => { byId("said").textContent = text; };

function fillKinds() {
  const present = data.kinds.map((_, kind) => kind).filter((kind) => kindTotals[kind]);
  byId("kinds").replaceChildren(...present.map((kind) => make("li", {}, kindLabel(kind))));
}

function kindLabel(kind) {
  const box = checkbox(state.kinds.has(kind), (on) => toggle(state.kinds, kind, on), `kind-${kind}`);
  const count = make("span", { class: "count" }, String(kindTotals[kind]));
  return make("label", {}, box, shapeIcon(data.kinds[kind], 18), make("span", { class: "text" }, data.kinds[kind].label), count);
}

function checkbox(checked, onChange, id) {
  const box = make("input", { type: "checkbox", id });
  box.checked = checked;
  box.addEventListener("change", () => onChange(box.checked));
  return box;
}

function toggle(set, value, on) {
  if (on) set.add(value);
  else set.delete(value);
  refresh();
}

function fillCertainties() {
  const totals = data.certainties.map((_, i) => links.filter((link) => link.certainty === i).length);
  byId("certainties").replaceChildren(...data.certainties.map((certainty, i) => {
    const box = checkbox(state.certainties.has(i), (on) => toggle(state.certainties, i, on), `certainty-${i}`);
    const text = make("span", { class: certainty.id === "alleged" ? "text alleged" : "text" }, certainty.id);
    return make("li", {}, make("label", { title: certainty.meaning }, box, lineIcon(certainty.id), text, make("span", { class: "count" }, totals[i].toLocaleString("en"))));
  }));
}

function lineIcon(id) {
  const icon = svgElement("svg", { width: 26, height: 10, "aria-hidden": "true" });
  const stroke = id === "alleged" ? paint.alleged : paint.edge;
  svgPen(icon).path("M0 5H26", { stroke, width: 2, dash: dashOf(id) || [] });
  return icon;
}

// Counts of what is seen, beside the totals

function showCounts() {
  const seen = data.kinds.map(() => 0);
  view.things.forEach((node) => { seen[nodes[node].kind] += 1; });
  document.querySelectorAll("#kinds li").forEach((item) => {
    const kind = Number(item.querySelector("input").id.slice(5));
    item.querySelector("input").checked = state.kinds.has(kind);
    item.querySelector(".count").textContent = seen[kind] === kindTotals[kind] || !(seen[kind] || state.kinds.has(kind)) ? kindTotals[kind].toLocaleString("en") : `${seen[kind].toLocaleString("en")} of ${kindTotals[kind].toLocaleString("en")}`;
  });
  byId("counts").textContent = `${plural(view.things.length, "thing")} and ${plural(view.links.length, "link")} shown, of ${things.length.toLocaleString("en")} and ${links.length.toLocaleString("en")}`;
}

// Dates: months from the first letter to the last

const months = allMonths();

function allMonths() {
  const found = [];
  const known = dates.map((date) => date.slice(0, 7)).filter((month) => /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(month));
  if (!known.length) return found;
  let [year, month] = known[0].split("-").map(Number);
  const name = () => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  while (name() <= known.at(-1) && found.length < 2400) {
    found.push(name());
    month += 1;
    if (month > 12) { year += 1; month = 1; }
  }
  return found;
}

function fillDates() {
  byId("dates").hidden = months.length < 2;
  if (months.length < 2) return;
  for (const id of ["from", "until"]) Object.assign(byId(id), { min: 0, max: months.length - 1 });
  byId("from").value = 0;
  byId("until").value = months.length - 1;
  showMonths();
}

const THUMB = 24; // pixels across a handle

function showMonths() {
  for (const id of ["from", "until"]) {
    const text = monthName(months[byId(id).value]);
    byId(`${id}-text`).textContent = text;
    byId(id).setAttribute("aria-valuetext", text);
  }
  const share = (id) => Number(byId(id).value) / (months.length - 1);
  const reach = byId("from").clientWidth - THUMB; // the middle of a handle stays half its width inside
  byId("span").style.left = `${THUMB / 2 + share("from") * reach}px`;
  byId("span").style.right = `${THUMB / 2 + (1 - share("until")) * reach}px`;
  // Where both handles stand at the end, the first must be the one on top, or neither could move.
  byId("from").style.zIndex = share("from") > 0.5 ? 1 : 0;
  drawMonths();
}

const monthName = (month) => new Date(month + "-01T00:00:00Z").toLocaleDateString("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

function drawMonths() {
  const letters = new Map(links.map((link) => [link.letter, data.texts[link.date].slice(0, 7)]));
  const bars = Math.min(months.length, 48);
  const heights = Array(bars).fill(0);
  letters.forEach((month) => { if (months.includes(month)) heights[Math.floor((months.indexOf(month) * bars) / months.length)] += 1; });
  const most = Math.max(...heights, 1);
  const icon = svgElement("svg", { viewBox: `0 0 ${bars} 10`, preserveAspectRatio: "none" });
  heights.forEach((height, i) => {
    const month = months[Math.floor((i * months.length) / bars)];
    svgPen(icon).box(i + 0.1, 10 - (height * 10) / most, 0.8, (height * 10) / most, 0, { fill: inMonths(month) ? paint.accent : paint.line });
  });
  byId("months").replaceChildren(icon);
}

function moveDates(moved) {
  const [from, until] = [Number(byId("from").value), Number(byId("until").value)];
  if (from > until) byId(moved === "from" ? "until" : "from").value = byId(moved).value;
  const range = [months[byId("from").value], months[byId("until").value]];
  state.months = range[0] === months[0] && range[1] === months.at(-1) ? null : range;
  showMonths();
  refresh();
}

function showNotice() {
  const note = byId("notice");
  const [text, label, act] = noticed();
  note.hidden = !text;
  note.parentElement.classList.toggle("noted", Boolean(text));
  note.replaceChildren(make("span", {}, text), ...(act ? [make("button", { type: "button", onclick: act }, label)] : []));
}

// What there is to say about the picture, and the way back from it.
function noticed() {
  if (state.focus) return [state.focus.text, "Back to all", leaveFocus];
  const added = [...state.revealed].filter((node) => view.shown[node]).length;
  if (added) return [`${plural(added, "thing")} added`, "Take away", takeAway];
  if (groups.length && !state.dots) return ["Stacked cards stand for many things. Double-click one to open it."];
  return [""];
}

// Light and dark

const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function applyTheme() {
  readPaint();
  byId("theme").setAttribute("aria-pressed", String(isDark()));
  fillKinds();
  fillCertainties();
  if (months.length > 1) drawMonths();
  refresh();
}
