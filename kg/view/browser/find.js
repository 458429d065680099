// Finding things by their words: a text field with a list (WAI-ARIA combobox).

const MOST_FOUND = 12;

function combobox(field, onChoice) {
  const list = make("ul", { class: "options", id: `${field.id}-options`, role: "listbox", "aria-label": "Found" });
  const wrap = make("div", { class: "combo" });
  field.replaceWith(wrap);
  wrap.append(field, list);
  list.hidden = true;
  const attributes = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  const box = { field, list, found: [], at: -1, node: -1, onChoice };
  field.addEventListener("input", () => { box.node = -1; refill(box); });
  field.addEventListener("keydown", (event) => comboKey(box, event));
  field.addEventListener("blur", () => openList(box, false));
  return box;
}

function refill(box) {
  box.found = search(box.field.value, MOST_FOUND);
  box.at = box.found.length ? 0 : -1;
  box.list.replaceChildren(...box.found.map((node, i) => {
    const option = make("li", { role: "option", id: `${box.list.id}-${i}` }, shapeIcon(kindOf(node)), make("span", {}, shorten(nodes[node].label, 330, 14, 400)), make("span", { class: "kind" }, shorten(kindOf(node).label, 150, 12, 400)));
    option.addEventListener("mousedown", (event) => { event.preventDefault(); take(box, i); });
    return option;
  }));
  openList(box, box.found.length > 0);
  say(box.field.value.trim() ? `${plural(box.found.length, "match").replace("matchs", "matches")}` : "");
}

function openList(box, open) {
  box.list.hidden = !open;
  box.field.setAttribute("aria-expanded", String(open));
  mark(box);
}

function mark(box) {
  const open = !box.list.hidden;
  [...box.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === box.at)));
  if (open && box.at >= 0) {
    box.field.setAttribute("aria-activedescendant", `${box.list.id}-${box.at}`);
    box.list.children[box.at].scrollIntoView({ block: "nearest" });
  } else box.field.removeAttribute("aria-activedescendant");
}

function comboKey(box, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && box.found.length) {
    event.preventDefault();
    if (box.list.hidden) openList(box, true);
    else box.at = (box.at + step + box.found.length) % box.found.length;
    mark(box);
  } else if (event.key === "Enter" && box.at >= 0 && !box.list.hidden) {
    event.preventDefault();
    take(box, box.at);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (box.list.hidden) box.field.value = "";
    openList(box, false);
  }
}

function take(box, at) {
  box.node = box.found[at];
  box.field.value = nodes[box.node].label;
  openList(box, false);
  box.onChoice(box.node);
}

// A name typed in full counts as chosen.
function chosenIn(box) {
  if (box.node >= 0) return box.node;
  const typed = fold(box.field.value.trim());
  return typed ? things.findIndex((node) => fold(nodes[node].label) === typed) : -1;
}
