// The search by script: a filter that is loaded keeps the focus, and the histogram is dragged or walked.
"use strict";
(() => {
  // Which control was used last is kept for the page that it loads.
  const used = sessionStorage.getItem("focus");
  sessionStorage.removeItem("focus");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-focus]");
    if (link) sessionStorage.setItem("focus", link.dataset.focus);
  });
  document.getElementById("search").addEventListener("submit", (event) => {
    const field = document.activeElement;
    if (field && field.id) sessionStorage.setItem("focus", `#${field.id}`);
    for (const one of event.target.elements) if (one.name && !one.value) one.disabled = true;
  });
  addEventListener("pageshow", () => {
    for (const one of document.getElementById("search").elements) one.disabled = false;
  });
  document.getElementById("f-order").addEventListener("change", (event) => event.target.form.requestSubmit());

  for (const hint of document.querySelectorAll(".with-keys")) hint.hidden = !document.querySelector(".line");
  // From the field straight to the results.
  document.getElementById("f-q").addEventListener("keydown", (event) => {
    const line = document.querySelector(".line");
    if (event.key !== "ArrowDown" || !line) return;
    event.preventDefault();
    line.focus();
  });

  const facets = document.querySelector(".facets");
  if (facets && matchMedia("(max-width: 60rem)").matches && !(used || "").includes("=")) facets.open = false;
  const menu = document.querySelector("details.menu");
  if (menu) {
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  const figure = document.getElementById("histogram");
  if (figure) drag(figure);

  if (used) {
    const last = used.startsWith("#") ? document.getElementById(used.slice(1))
      : document.querySelector(`[data-focus="${CSS.escape(used)}"]`)
        || (used === "chips" ? document.getElementById("f-q") : null);
    if (last) last.focus();
  }

  function drag(figure) {
    const svg = figure.querySelector("svg");
    const bars = [...svg.querySelectorAll("[data-value]")];
    const shade = svg.querySelector(".drag");
    const told = document.getElementById("chosen-dates");
    const links = bars.filter((bar) => bar.localName === "a");
    let first = null, last = null, moved = false;

    // One stop of the tab key for all bars; arrows go from one to the next, with shift they choose several.
    const stop = links.find((bar) => used === bar.dataset.focus) || links[links.length - 1];
    for (const bar of links) bar.setAttribute("tabindex", bar === stop ? "0" : "-1");
    told.textContent = "Choose a bar, or drag over several; with the keys: arrows, Shift and arrows, Enter.";
    svg.addEventListener("keydown", (event) => {
      const at = links.indexOf(event.target.closest("a"));
      const step = { ArrowLeft: -1, ArrowRight: 1, Home: -links.length, End: links.length }[event.key];
      if (at < 0) return;
      if (event.key === "Enter" && first !== null && first !== last) {
        event.preventDefault();
        load(links[at]);
      }
      if (step === undefined) return;
      event.preventDefault();
      const next = links[Math.min(Math.max(at + step, 0), links.length - 1)];
      for (const bar of links) bar.setAttribute("tabindex", bar === next ? "0" : "-1");
      next.focus();
      if (event.shiftKey) {
        if (first === null) first = bars.indexOf(links[at]);
        last = bars.indexOf(next);
        draw();
      } else { first = last = null; draw(); }
    });

    const place = (event) => {
      const box = svg.getBoundingClientRect();
      const at = Math.floor((event.clientX - box.left) / box.width * bars.length);
      return Math.min(Math.max(at, 0), bars.length - 1);
    };
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.pointerType === "touch") return;
      first = last = place(event);
      moved = false;
    });
    addEventListener("pointermove", (event) => {
      if (first === null || !(event.buttons & 1)) return;
      last = place(event);
      if (last !== first) moved = true;
      if (moved) draw();
    });
    addEventListener("pointerup", () => {
      if (moved && first !== null) load();
      else if (!moved) first = last = null;
    });
    // The click that ends a drag follows no link.
    svg.addEventListener("click", (event) => { if (moved) event.preventDefault(); }, true);

    function ends() { return [Math.min(first, last), Math.max(first, last)]; }
    function draw() {
      shade.toggleAttribute("hidden", first === null);
      if (first === null) return;
      const [from, to] = ends();
      shade.setAttribute("x", `${from / bars.length * 100}%`);
      shade.setAttribute("width", `${(to - from + 1) / bars.length * 100}%`);
      told.textContent = `${bars[from].dataset.value} to ${bars[to].dataset.value}`;
    }
    function load(bar) {
      const [from, to] = ends();
      document.getElementById("f-since").value = bars[from].dataset.value;
      document.getElementById("f-until").value = bars[to].dataset.value;
      document.getElementById("search").requestSubmit();
      sessionStorage.setItem("focus", bar ? bar.dataset.focus : "#f-since");
    }
  }
})();
