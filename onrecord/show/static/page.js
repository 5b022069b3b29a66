// What every page does by script: who decides, the theme, the keys, and decisions without leaving the page.
// Everything works without it, by forms and links. Other scripts use `onrecord`.
"use strict";
const onrecord = (() => {
  const token = document.querySelector('meta[name="token"]').content;
  const said = document.getElementById("said");
  let clearing = 0;

  function say(sentence) {
    said.textContent = sentence;
    clearTimeout(clearing);
    clearing = setTimeout(() => { said.textContent = ""; }, 6000);
  }

  // Send a form's fields to one of the site's actions; gives what it answers, or null after saying why not.
  async function decide(address, fields) {
    const body = new URLSearchParams(fields);
    try {
      const answer = await fetch(address, {
        method: "POST", body, headers: { "X-Token": token, Accept: "application/json" },
      });
      const data = await answer.json();
      say(answer.ok ? data.said : data.error);
      return answer.ok ? data : null;
    } catch {
      say("onrecord does not answer; is it still running?");
      return null;
    }
  }

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  const keysOn = () => localStorage.getItem("keys") !== "off";
  const keys = new Map(); // key -> function(event); pages add theirs
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !keysOn()) return;
    if (document.querySelector("dialog[open]") && event.key !== "?") return;
    const act = keys.get(event.key);
    if (act && act(event) !== false) event.preventDefault();
  });

  const help = document.getElementById("help");
  const author = document.getElementById("author");
  if (author) {
    const kept = document.cookie.split("; ").find((one) => one.startsWith("author="));
    if (kept) author.value = decodeURIComponent(kept.slice(7));
    author.addEventListener("change", () => {
      document.cookie = `author=${encodeURIComponent(author.value.trim())}; path=/; max-age=31536000; SameSite=Strict`;
      say(author.value.trim() ? `You decide as ${author.value.trim()}.` : "You decide under your user name.");
    });
  }
  const theme = document.getElementById("theme");
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", dark ? "light" : "dark");
  });
  const open = document.getElementById("keys");
  open.hidden = false;
  open.addEventListener("click", () => help.showModal());
  keys.set("?", () => (help.open ? help.close() : help.showModal()));
  const on = document.getElementById("keys-on");
  on.checked = keysOn();
  on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
  keys.set("/", () => {
    const box = document.querySelector('input[type="search"]');
    if (box) box.focus(); else location.href = "/";
  });
  return { decide, keys, say, token };
})();
