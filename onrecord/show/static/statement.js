// The citation is copied with one press; without scripts it can be selected.
"use strict";
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
