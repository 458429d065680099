"use strict";
// Without this script the links do all the same; it keeps the list and the text beside each other in view.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const lit = new Set();
  const light = (elements) => {
    for (const element of lit) element.classList.remove("is-lit");
    lit.clear();
    for (const element of elements) { element.classList.add("is-lit"); lit.add(element); }
  };
  const side = document.getElementById("facts");
  const beside = () => getComputedStyle(side).position === "sticky";
  const bring = (element) => element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  const go = (hash, keep) => {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return false;
    if (target.classList.contains("fact")) {
      const words = [...target.querySelectorAll("a.jump[href^='#w']")].map((a) => a.getAttribute("href").slice(1));
      light([target, ...[...document.querySelectorAll("[data-words]")].filter((m) => words.includes(m.dataset.words))]);
    } else if (target.dataset.words) {
      const same = [...document.querySelectorAll("[data-words]")].filter((m) => m.dataset.words === target.dataset.words);
      const facts = [...side.querySelectorAll(".fact")].filter((f) => f.querySelector(`a.jump[href="#${CSS.escape(target.id)}"]`));
      light([...same, ...(keep ? [keep] : facts)]);
    } else return false;
    const fact = [...lit].find((element) => element.classList.contains("fact"));
    if (fact && beside()) side.scrollTo({ top: fact.offsetTop - 90, behavior: calm ? "auto" : "smooth" });
    bring(beside() ? [...lit].find((element) => element.dataset.words) || target : target);
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const hash = link.getAttribute("href");
    if (!go(hash, link.closest(".fact"))) return;
    event.preventDefault();
    history.pushState(null, "", hash);
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  });
  addEventListener("popstate", () => { if (location.hash) go(location.hash); });
  if (location.hash) go(location.hash);
})();
