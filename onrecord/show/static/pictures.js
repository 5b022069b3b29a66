// Pictures that answer the pointer: drawn again in the browser, by scripts that this server made.
// Until they are there, and where they fail, the picture that the server drew stays.
"use strict";
(() => {
  const figures = [...document.querySelectorAll(".chart[data-live]")];
  if (!figures.length) return;
  let ready = null;

  // The scripts are asked for once; nothing else is ever loaded.
  function scripts() {
    ready = ready || new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = "/plot/vega.js";
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return ready;
  }

  const nothing = { load: () => Promise.reject(new Error("nothing is loaded")), sanitize: () => Promise.reject(new Error("no links")) };

  async function draw(figure) {
    const address = new URL(figure.dataset.live, location.href);
    address.searchParams.set("width", String(Math.max(320, Math.min(1600, Math.floor(figure.clientWidth / 20) * 20))));
    if (getComputedStyle(document.documentElement).colorScheme === "dark") address.searchParams.set("dark", "1");
    if (figure.dataset.drawn === address.href) return;
    figure.dataset.drawn = address.href;
    const [answer] = await Promise.all([fetch(address), scripts()]);
    if (!answer.ok || figure.dataset.drawn !== address.href) return;
    const spec = await answer.json();
    let place = figure.querySelector(".drawn");
    if (!place) {
      place = document.createElement("div");
      place.className = "drawn";
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", figure.querySelector("img").alt);
      figure.prepend(place);
    }
    // "ast": expressions are interpreted, not compiled, which the page's policy would refuse.
    await vegaEmbed(place, spec, {
      ast: true, actions: false, renderer: "svg", defaultStyle: false, loader: nothing,
      tooltip: { disableDefaultStyle: true },
    });
    figure.classList.add("live");
  }

  const all = () => figures.forEach((figure) => draw(figure).catch(() => {
    figure.classList.remove("live");
    const place = figure.querySelector(".drawn");
    if (place) place.remove();
  }));
  // Not before the page is there: what is loaded by then would hold it up.
  if (document.readyState === "complete") all(); else addEventListener("load", all);
  let waiting = 0;
  const again = () => { clearTimeout(waiting); waiting = setTimeout(all, 250); };
  addEventListener("resize", again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
})();
