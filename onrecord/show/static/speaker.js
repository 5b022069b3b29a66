// Others are suggested as a name is typed; arrows go through them, Enter opens one beside this speaker.
// Without it the form shows the same list.
"use strict";
(() => {
  const box = document.querySelector("input[data-suggest]");
  const list = document.getElementById("candidates");
  if (!box || !list) return;
  let asked = 0;
  let waiting = 0;

  function shown(speakers) {
    const lines = speakers.filter((one) => one.entity !== box.dataset.without).map((one) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = box.dataset.suggest + encodeURIComponent(one.entity);
      const name = document.createElement("bdi");
      name.textContent = one.name;
      link.append(name);
      const more = document.createElement("span");
      more.className = "small soft";
      const roles = one.roles.slice(0, 2).map((role) => role.text).join("; ");
      more.textContent = ` ${one.kind}, ${one.statements.toLocaleString("en")} statement${one.statements === 1 ? "" : "s"}${roles ? `; ${roles}` : ""}`;
      line.append(link, more);
      return line;
    });
    if (!lines.length) {
      const line = document.createElement("li");
      line.textContent = "Nobody else has that in a name or an office.";
      lines.push(line);
    }
    list.replaceChildren(...lines);
  }

  async function ask() {
    const words = box.value.replace(/["*]/g, " ").trim();
    if (!words) return;
    const mine = ++asked;
    const query = new URLSearchParams({ q: `${words}*`, size: "12", format: "json" });
    const answer = await fetch(`/speakers?${query}`, { headers: { Accept: "application/json" } });
    if (answer.ok && mine === asked) shown((await answer.json()).speakers);
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  const links = () => [...list.querySelectorAll("a")];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (document.activeElement !== box && at < 0) return;
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? box : all[Math.min(next, all.length - 1)] || box).focus();
    event.preventDefault();
  });
})();
