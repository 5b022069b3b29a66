// Words and their line in the margin light up together; what is copied is the text as it is stored.
"use strict";
(() => {
  const page = document.querySelector(".doc");
  if (!page) return;
  const words = new Map(); // id of a statement -> its marks in the text
  for (const mark of page.querySelectorAll(".text mark[data-of]")) {
    for (const id of mark.dataset.of.split(" ")) {
      if (!words.has(id)) words.set(id, []);
      words.get(id).push(mark);
    }
  }
  const line = (id) => document.getElementById(`m-${id}`);
  let lit = [];
  let arrived = 0; // when the address last led to words

  function light(ids) {
    for (const one of lit) one.classList.remove("on");
    lit = ids.flatMap((id) => [...(words.get(id) || []), line(id)]).filter(Boolean);
    for (const one of lit) one.classList.add("on");
  }

  // What lies innermost is meant: of several statements that hold a word, the one with the fewest words.
  function innermost(mark) {
    const size = (id) => words.get(id).reduce((sum, one) => sum + one.textContent.length, 0);
    return mark.dataset.of.split(" ").sort((a, b) => size(a) - size(b))[0];
  }

  page.addEventListener("pointerover", (event) => {
    const from = event.target.closest(".of-statement, .text mark[data-of]");
    if (from) light([from.dataset.id || innermost(from)]);
  });
  page.addEventListener("focusin", (event) => {
    const from = event.target.closest(".of-statement");
    if (!from) return;
    light([from.dataset.id]);
    const first = (words.get(from.dataset.id) || [])[0];
    const box = first && first.getBoundingClientRect();
    // In a long passage the words may stand far below the line of the margin, which stays in sight.
    if (box && (box.top < 60 || box.bottom > innerHeight) && Date.now() > arrived + 500) {
      requestAnimationFrame(() => first.scrollIntoView({ block: "center", behavior: "instant" }));
    }
  });
  page.addEventListener("click", (event) => {
    const mark = event.target.closest(".text mark[data-of]");
    if (!mark || !getSelection().isCollapsed) return;
    const beside = line(innermost(mark));
    if (beside) beside.focus({ preventScroll: true });
  });

  // The address names a statement: its words are lit, its line takes the focus, so that keys go on from there.
  function arrive() {
    const id = decodeURIComponent(location.hash).replace(/^#s-/, "");
    if (!words.has(id)) return;
    arrived = Date.now();
    light([id]);
    const first = document.getElementById(`s-${id}`);
    const beside = line(id);
    if (beside) beside.focus({ preventScroll: true });
    // Blocks above take their real height only as they come into view; the second time the place is right.
    first.scrollIntoView({ block: "center", behavior: "instant" });
    requestAnimationFrame(() => first.scrollIntoView({ block: "center", behavior: "instant" }));
  }
  addEventListener("hashchange", arrive);
  // The browser follows the address first, and takes the focus away as it does.
  if (location.hash) addEventListener("load", () => setTimeout(arrive));

  // Corrected words or speakers are marked anew.
  new MutationObserver((changes) => {
    const states = changes.flatMap((one) => [...one.addedNodes, ...one.removedNodes])
      .filter((node) => node.nodeType === Node.ELEMENT_NODE && node.matches("[data-state]"));
    if (!states.some((node) => node.classList.contains("state-corrected"))) return;
    const of = changes[0].target.closest(".of-statement");
    if (of) history.replaceState(null, "", `#s-${of.dataset.id}`);
    location.reload();
  }).observe(page, { childList: true, subtree: true });

  document.addEventListener("copy", (event) => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const parts = [...page.querySelectorAll(".text")].filter((text) => range.intersectsNode(text));
    if (!parts.length) return;
    const copied = parts.map((text) => {
      const within = document.createRange();
      within.selectNodeContents(text);
      if (text.contains(range.startContainer)) within.setStart(range.startContainer, range.startOffset);
      if (text.contains(range.endContainer)) within.setEnd(range.endContainer, range.endOffset);
      return within.toString();
    });
    event.clipboardData.setData("text/plain", copied.join(""));
    event.preventDefault();
  });
})();
