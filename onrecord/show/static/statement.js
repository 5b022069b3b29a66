// The citation is copied with one press, without scripts it can be selected; what was decided is shown at once.
"use strict";
(() => {
  // Words, people and the list of decisions may be others after a decision: the page is asked for again.
  const article = document.querySelector("article.statement");
  const state = () => article.querySelector("[data-state]").outerHTML;
  const before = state();
  new MutationObserver(() => {
    if (!article.querySelector("[data-state]") || state() === before) return;
    setTimeout(() => location.reload(), 1200);
  }).observe(article, { childList: true, subtree: true });
})();
(() => {
  const button = document.getElementById("copy");
  const citation = document.getElementById("citation");
  if (!button || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent.trim());
      onrecord.say("The citation is copied.");
    } catch {
      getSelection().selectAllChildren(citation);
      onrecord.say("Press Ctrl+C to copy what is selected.");
    }
  });
})();
