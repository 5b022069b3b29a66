// Long words are sent, not put into the address; a file can be dropped; sentences can be copied.
"use strict";
(() => {
  const LONG = 1500; // characters that an address may hold
  const words = document.getElementById("words-form");
  words.addEventListener("submit", () => {
    if (words.elements.q.value.length <= LONG) return;
    words.method = "post";
    const token = Object.assign(document.createElement("input"), { type: "hidden", name: "token", value: onrecord.token });
    words.append(token);
  });
  words.elements.q.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) words.requestSubmit();
  });

  const form = document.getElementById("file-form");
  const file = document.getElementById("file");
  form.addEventListener("submit", () => { document.getElementById("checking").textContent = "Reading …"; });
  const carries = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    file.files = event.dataTransfer.files;
    form.requestSubmit();
  });

  for (const button of document.querySelectorAll("button.copy")) {
    if (!navigator.clipboard) break;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.parentElement.querySelector(".quotable").textContent.trim());
      onrecord.say("The sentence is copied.");
    });
  }
})();
