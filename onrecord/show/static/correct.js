// Choosing the right words and the right speaker in a passage, with the mouse or the keys.
// Offsets are code points of the document; a page counts in UTF-16, so every place is counted anew.
"use strict";
onrecord.correct = (form) => {
  const passage = form.querySelector(".passage");
  const first = Number(passage.dataset.start);
  const text = passage.textContent;
  const points = [...text];
  const pieces = form.querySelector(".pieces");
  const mention = form.querySelector(".mention");
  const nobody = form.elements.nobody;
  const wrong = () => form.parentElement.querySelector(".wrong");
  const tell = (sentence) => { if (wrong()) wrong().textContent = sentence; else onrecord.say(sentence); };
  for (const one of form.querySelectorAll(".with-script")) one.hidden = false;
  for (const one of form.querySelectorAll("noscript")) one.remove();

  // Words, each [start, end) in code points of the document.
  const words = [];
  const cut = Intl.Segmenter ? [...new Intl.Segmenter(passage.lang || "en", { granularity: "word" }).segment(text)]
    .map((one) => one.segment) : text.split(/(\s+)/);
  let counted = first;
  for (const word of cut) {
    const end = counted + [...word].length;
    if (word.trim()) words.push([counted, end]);
    counted = end;
  }

  const fields = (row) => [...row.querySelectorAll('input[type="number"]')];
  const values = (row) => fields(row).map((field) => (field.value === "" ? null : Number(field.value)));
  const rows = () => [...pieces.querySelectorAll(".piece")];
  const spans = () => rows().map(values).filter(([start, end]) => start !== null && end !== null && start < end);

  function show() {
    for (const row of [...rows(), mention]) {
      const [start, end] = values(row);
      const inside = start !== null && end !== null && start >= first && end <= first + points.length;
      const given = start !== null && end !== null;
      row.querySelector("output").textContent = !given ? "" : start >= end ? "the end is before the start"
        : inside ? points.slice(start - first, end - first).join("") : "words outside this passage";
    }
    for (const button of pieces.querySelectorAll(".drop")) button.hidden = rows().length < 2;
    paint();
  }
  function paint() {
    const marks = spans().map(([start, end]) => [start, end, "m-content"]);
    const [start, end] = values(mention);
    if (start !== null && end !== null && start < end && !nobody.checked) marks.push([start, end, "m-speaker"]);
    const last = first + points.length;
    const cuts = [...new Set([first, last, ...marks.flat().filter((at) => at >= first && at <= last)])];
    cuts.sort((a, b) => a - b);
    const made = cuts.slice(0, -1).map((from, n) => {
      const to = cuts[n + 1];
      const piece = document.createTextNode(points.slice(from - first, to - first).join(""));
      const kinds = marks.filter((mark) => mark[0] <= from && to <= mark[1]).map((mark) => mark[2]);
      if (!kinds.length) return piece;
      const mark = document.createElement("mark");
      mark.className = kinds.join(" ");
      mark.append(piece);
      return mark;
    });
    passage.replaceChildren(...made);
  }

  // -- places in the page

  function pointOf(node, offset) {
    const before = document.createRange();
    before.selectNodeContents(passage);
    before.setEnd(node, offset);
    return first + [...before.toString()].length;
  }
  function placeOf(point) {
    let left = point - first;
    const walk = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const here = [...node.data];
      if (left <= here.length) return [node, here.slice(0, left).join("").length];
      left -= here.length;
    }
    return [passage, passage.childNodes.length];
  }
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(passage)) return null;
    let start = passage.contains(range.startContainer) ? pointOf(range.startContainer, range.startOffset) : first;
    let end = passage.contains(range.endContainer) ? pointOf(range.endContainer, range.endOffset)
      : first + points.length;
    while (start < end && !points[start - first].trim()) start += 1;
    while (start < end && !points[end - 1 - first].trim()) end -= 1;
    return start < end ? [start, end] : null;
  }

  // -- choosing

  function put(row, [start, end]) {
    const [from, to] = fields(row);
    from.value = start;
    to.value = end;
  }
  function take(what) {
    const span = selected();
    if (!span) { tell("Select words in the passage first."); return; }
    tell("");
    if (what === "speaker") {
      put(mention, span);
      nobody.checked = false;
    } else if (what === "words") {
      for (const row of rows().slice(1)) row.remove();
      put(rows()[0], span);
    } else {
      const row = rows()[0].cloneNode(true);
      put(row, span);
      rows().at(-1).after(row);
      const sorted = rows().sort((a, b) => values(a)[0] - values(b)[0]);
      pieces.append(...sorted);
    }
    getSelection().removeAllRanges();
    show();
  }
  for (const button of form.querySelectorAll("[data-take]")) {
    button.addEventListener("mousedown", (event) => event.preventDefault()); // it would end the selection
    button.addEventListener("click", () => take(button.dataset.take));
  }
  form.addEventListener("click", (event) => {
    const drop = event.target.closest(".drop");
    if (!drop) return;
    drop.closest(".piece").remove();
    show();
    fields(rows()[0])[0].focus();
  });
  form.addEventListener("input", show);
  form.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step || !event.target.matches('input[type="number"]')) return;
    event.preventDefault();
    const field = event.target;
    const side = fields(field.closest(".piece")).indexOf(field);
    const at = field.value === "" ? first : Number(field.value);
    const edges = words.map((word) => word[side]);
    const next = step > 0 ? edges.find((edge) => edge > at) : edges.findLast((edge) => edge < at);
    field.value = event.shiftKey ? Math.max(at + step, 0) : next ?? at;
    show();
  });

  // A cursor of words: arrows go from word to word, with Shift they take more of them.
  let anchor = words.findIndex((word) => spans().some(([start]) => word[0] >= start)), head = anchor;
  passage.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || !words.length) return;
    event.preventDefault();
    if (selected()) head = Math.min(Math.max(head + step, 0), words.length - 1);
    if (head < 0) head = 0;
    if (!event.shiftKey) anchor = head;
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
    getSelection().setBaseAndExtent(...placeOf(words[from][0]), ...placeOf(words[to][1]));
  });

  // -- who speaks

  const name = form.elements.name;
  const entity = form.elements.entity;
  const list = document.createElement("ul");
  list.id = "speakers-found";
  list.className = "found";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Speakers of this record");
  list.hidden = true;
  name.after(list);
  for (const [key, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) name.setAttribute(key, value);
  let asked = 0, waiting = 0;
  const options = () => [...list.children];
  const active = () => options().find((one) => one.getAttribute("aria-selected") === "true");

  function fold() {
    list.hidden = true;
    name.setAttribute("aria-expanded", "false");
    name.removeAttribute("aria-activedescendant");
  }
  function pick(option) {
    name.value = option.dataset.name;
    entity.value = option.dataset.entity;
    nobody.checked = false;
    fold();
    show();
  }
  function point(option) {
    for (const one of options()) one.setAttribute("aria-selected", String(one === option));
    name.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  name.addEventListener("input", () => {
    entity.value = "";
    nobody.checked = false;
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 120);
  });
  async function suggest() {
    const turn = ++asked;
    if (!name.value.trim()) { fold(); return; }
    let found = [];
    try {
      const query = new URLSearchParams({ q: name.value, format: "json" });
      found = (await (await fetch(`/suggest/speakers?${query}`)).json()).speakers || [];
    } catch { return; }
    if (turn !== asked) return;
    list.replaceChildren(...found.map((one, n) => {
      const option = document.createElement("li");
      option.id = `speaker-found-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      Object.assign(option.dataset, { name: one.name, entity: one.entity });
      const about = document.createElement("span");
      about.className = "soft small";
      const role = one.roles.length ? `${one.roles[0].text}, ` : "";
      about.textContent = `${role}${one.statements.toLocaleString("en")} ${one.statements === 1 ? "statement" : "statements"}`;
      const called = document.createElement("bdi");
      called.textContent = one.name;
      option.append(called, " ", about);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); pick(option); });
      return option;
    }));
    list.hidden = !found.length;
    name.setAttribute("aria-expanded", String(!!found.length));
  }
  name.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const all = options();
    const at = all.indexOf(active());
    if (event.key === "ArrowDown") point(all[Math.min(at + 1, all.length - 1)]);
    else if (event.key === "ArrowUp") point(all[Math.max(at - 1, 0)]);
    else if (event.key === "Enter" && active()) pick(active());
    else if (event.key === "Escape") { fold(); event.stopPropagation(); }
    else return;
    event.preventDefault();
  });
  name.addEventListener("blur", fold);
  nobody.addEventListener("change", show);

  show();
  passage.focus({ preventScroll: true });
  const mark = passage.querySelector("mark.m-content");
  if (mark) passage.scrollTop += mark.getBoundingClientRect().top - passage.getBoundingClientRect().top - 60;
};
{
  const form = document.querySelector("main form.correct");
  if (form) onrecord.correct(form);
}
