"use strict";
(() => {
  const all = (query, root = document) => Array.from(root.querySelectorAll(query));
  const text = document.getElementById("text");
  const marks = all("mark[data-items]");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const beside = matchMedia("(min-width: 64rem)");
  const citing = (mark) => mark.dataset.items.split(" ");

  // An item lights what it rests on; a place lights the items that rest on it.
  function related(from) {
    const mark = from.closest("mark[data-items]");
    if (mark) return [mark, ...citing(mark).map((id) => document.getElementById(id))];
    const back = from.closest("a.badge");
    const item = back ? document.getElementById(back.hash.slice(1)) : from.closest(".item[id]");
    return item ? [item, ...marks.filter((one) => citing(one).includes(item.id))] : [];
  }

  function light(from) {
    all(".lit").forEach((one) => one.classList.remove("lit"));
    const lit = from instanceof Element ? related(from) : [];
    lit.forEach((one) => one.classList.add("lit"));
    return lit;
  }

  // Only the pane of the text moves: what a person is reading stays where it is.
  function show(mark) {
    if (!mark || !beside.matches || text.contains(document.activeElement)) return;
    const pane = text.getBoundingClientRect();
    const at = mark.getBoundingClientRect();
    const above = Math.max(pane.top, 0);
    const below = Math.min(pane.bottom, innerHeight);
    if (at.top >= above && at.bottom <= below) return;
    const top = text.scrollTop + at.top - above - (below - above) / 3;
    text.scrollTo({ top, behavior: still.matches ? "auto" : "smooth" });
  }

  let waiting = 0;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    clearTimeout(waiting);
    const held = document.activeElement;
    const lit = light(event.target);
    if (!lit.length) return light(held);
    if (!text.contains(event.target)) waiting = setTimeout(() => show(lit.find((one) => one.matches("mark"))), 250);
  });
  document.addEventListener("focusin", (event) => {
    const lit = light(event.target);
    const own = event.target.hash && document.getElementById(event.target.hash.slice(1));
    if (!text.contains(event.target)) show(own && lit.includes(own) ? own : lit.find((one) => one.matches("mark")));
  });
  document.addEventListener("click", (event) => {
    const place = event.target.closest("mark[data-items]");
    if (place && !String(getSelection())) {
      const item = document.getElementById(citing(place)[0]);
      item.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
      light(place);
    }
  });
  const arrived = () => light(location.hash && document.getElementById(location.hash.slice(1)));
  addEventListener("hashchange", arrived);
  arrived();

  const filters = document.getElementById("filters");
  if (filters) {
    const who = document.getElementById("who");
    const verdict = document.getElementById("verdict");
    const items = all(".item[id]");
    const apply = () => {
      let shown = 0;
      for (const item of items) {
        const own = all(".item[id]", item).concat(item);
        item.hidden = !own.some(
          (one) =>
            (!who.value || one.dataset.who === who.value) && (!verdict.value || one.dataset.verdict === verdict.value)
        );
        shown += !item.hidden;
      }
      for (const section of all("section.items")) {
        const inside = all(".item[id]", section);
        section.querySelector(".filtered").hidden = !inside.length || inside.some((item) => !item.hidden);
      }
      for (const back of all("a.badge")) back.hidden = document.getElementById(back.hash.slice(1)).hidden;
      for (const mark of marks) mark.classList.toggle("off", citing(mark).every((id) => document.getElementById(id).hidden));
      document.getElementById("status").textContent = `${shown} of ${items.length} items shown`;
    };
    filters.addEventListener("change", apply);
    filters.addEventListener("reset", () => setTimeout(apply));
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.hidden = false;
    apply();
  }

  // Paper has no way to open what is folded.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    opened.forEach((one) => (one.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((one) => (one.open = false)));
})();
