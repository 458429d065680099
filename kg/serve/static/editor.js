// Comforts of the query page; without them it works just as well.
"use strict";

const box = document.getElementById("query");
const mistake = document.getElementById("mistake");

// Ctrl or Command and Enter ask.
document.getElementById("keys").hidden = false;
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    box.form.requestSubmit();
  }
});

// The cursor goes where the mistake is; columns count characters, not UTF-16 units.
if (mistake !== null && mistake.dataset.line !== undefined) {
  const lines = box.value.split("\n");
  const line = Math.min(Number(mistake.dataset.line), lines.length) - 1;
  const before = Array.from(lines[line]).slice(0, Number(mistake.dataset.character) - 1).join("");
  const at = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + before.length;
  box.focus();
  box.setSelectionRange(at, Math.min(at + 1, box.value.length));
}

// The box is as high as the query, within reason.
function fit() {
  box.rows = Math.max(10, Math.min(34, box.value.split("\n").length + 1));
}
box.addEventListener("input", fit);
fit();
