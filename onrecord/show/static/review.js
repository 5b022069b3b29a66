// Deciding without leaving the page: keys and buttons of lines, dialogs for notes and corrections, undo.
// A line is an element .reviewed-line with data-kind and data-id; only what is to be seen is decided.
"use strict";
(() => {
  const said = document.getElementById("said");
  const PATHS = { a: "accept", r: "reject", u: "undo" };
  const here = location.pathname + location.search;
  let current = null; // the line that keys are about
  let last = null; // {line, numbers}: the last decision of this page, until the cursor is moved

  const lines = () => [...document.querySelectorAll(".reviewed-line")].filter(
    (line) => (line.checkVisibility ? line.checkVisibility() : line.offsetParent !== null));
  const lineOf = (kind, id) => document.querySelector(
    `.reviewed-line[data-kind="${CSS.escape(kind)}"][data-id="${CSS.escape(id)}"]`);

  // -- which line

  function chosen() {
    const focused = document.activeElement && document.activeElement.closest(".reviewed-line");
    if (focused) current = focused;
    return current && current.isConnected ? current : null;
  }
  function top() {
    const bar = document.querySelector(".top");
    return bar && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0;
  }
  function visible(line) {
    const box = line.getBoundingClientRect();
    const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, top());
    return lines().includes(line) && seen >= Math.min(box.height, 80) - 1;
  }
  function choose(line) {
    current = line;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
  function move(step) {
    const all = lines();
    if (!all.length) return false;
    last = null;
    const at = all.indexOf(chosen());
    const next = at < 0 ? all.find(visible) || all[0] : all[Math.min(Math.max(at + step, 0), all.length - 1)];
    choose(next);
  }
  // The line to decide of by a key; none where it cannot be seen: then it is shown first.
  function ready() {
    const line = chosen();
    if (!line) { onrecord.say("Choose a line first, with j and k."); return null; }
    if (visible(line)) {
      if (line.dataset.cut === undefined) return line;
      expand(line).then(() => onrecord.say("These are all the words; press again to decide."));
      return null;
    }
    if (lines().includes(line)) {
      choose(line);
      onrecord.say("This is the line; press again to decide.");
    } else onrecord.say("The line is folded away.");
    return null;
  }

  // -- asking the server

  async function post(address, fields) {
    try {
      const answer = await fetch(address, {
        method: "POST", body: new URLSearchParams(fields),
        headers: { "X-Token": onrecord.token, Accept: "application/json" },
      });
      const data = await answer.json();
      onrecord.say(answer.ok ? data.said : data.error);
      return { ok: answer.ok, status: answer.status, data };
    } catch {
      onrecord.say("onrecord does not answer; is it still running?");
      return { ok: false, status: 0, data: {} };
    }
  }
  async function page(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }
  // What the line shows: words and state anew, without losing the place.
  async function refresh(kind, ids) {
    const whole = ids.filter((id) => lineOf(kind, id)?.dataset.whole !== undefined);
    const query = new URLSearchParams([
      ["kind", kind], ["back", here], ...ids.map((id) => ["id", id]), ...whole.map((id) => ["whole", id]),
    ]);
    let fresh;
    try { fresh = await page(`/review/line?${query}`); } catch { return; }
    for (const made of fresh.querySelectorAll(".reviewed-line")) {
      const old = lineOf(kind, made.dataset.id);
      if (old) put(old, document.adoptNode(made));
    }
  }
  // All words of a line that shows a part of them.
  async function expand(line) {
    line.dataset.whole = "";
    await refresh(line.dataset.kind, [line.dataset.id]);
  }
  function put(old, made) {
    const focused = old.contains(document.activeElement);
    if (old.matches("article.line")) {
      const name = old.querySelector(".line-head > [id^=who-]");
      if (name && name.hidden) made.querySelector(".line-head > [id^=who-]").hidden = true;
      old.replaceWith(made);
      if (current === old) current = made;
      if (last && last.line === old) last.line = made;
      if (focused) made.focus({ preventScroll: true });
      return;
    }
    // Lines of other shapes keep theirs: only the state is put in. Words and speakers that a correction changes
    // stand in many places of such a page.
    if (old.querySelector(".state-corrected") || made.querySelector(".state-corrected")) {
      location.reload();
      return;
    }
    for (const part of ["[data-state]", "form.review"]) {
      const [before, after] = [old.querySelector(part), made.querySelector(part)];
      if (before && after) before.replaceWith(after);
    }
    old.dataset.seen = made.dataset.seen || "";
    const [before, after] = [old.querySelector(".who"), made.querySelector(".who")];
    if (before && after) before.textContent = after.textContent;
    if (focused && !old.contains(document.activeElement)) old.focus({ preventScroll: true });
  }

  // -- deciding

  function about(line) {
    const form = line.querySelector("form.review");
    const seen = form ? form.elements.seen.value : line.dataset.seen;
    const fields = { kind: line.dataset.kind, id: line.dataset.id, back: here };
    return seen === undefined ? fields : { ...fields, seen };
  }
  async function decide(line, verb, byKey) {
    const { kind, id } = line.dataset;
    const answer = await post(`/review/${verb}`, about(line));
    await refresh(kind, [id]);
    if (answer.ok) done(lineOf(kind, id) || line, answer.data, byKey && verb !== "undo");
  }
  function done(line, data, goOn) {
    last = data.decisions ? { line, numbers: data.decisions } : null;
    if (last) offer(last);
    if (!goOn) { choose(line); return; }
    const all = lines();
    choose(all[Math.min(all.indexOf(line) + 1, all.length - 1)]);
  }
  function offer(decision) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "undo";
    button.textContent = "Undo";
    button.addEventListener("click", () => takeBack(decision));
    said.append(" ", button);
  }
  async function takeBack({ line, numbers }) {
    const answer = await post("/review/undo", numbers.map((number) => ["number", number]));
    const changed = answer.ok ? answer.data.changed : [];
    for (const kind of new Set(changed.map((one) => one.kind))) {
      await refresh(kind, changed.filter((one) => one.kind === kind).map((one) => one.id));
    }
    last = null;
    const back = line && lineOf(line.dataset.kind, line.dataset.id);
    if (answer.ok && back) choose(back);
    return answer.ok;
  }

  // A public page is read, line by line; nothing is decided there.
  const decides = (key, act) => { if (!document.body.classList.contains("public")) onrecord.keys.set(key, act); };
  for (const key of ["a", "r"]) {
    decides(key, (event) => {
      if (event.repeat) return;
      const line = ready();
      if (line) decide(line, PATHS[key], true);
    });
  }
  decides("u", (event) => {
    if (event.repeat) return;
    if (last) { takeBack(last); return; }
    const line = ready();
    if (!line) return;
    if (about(line).seen) decide(line, "undo", true);
    else onrecord.say("Nothing was decided of this line.");
  });
  for (const [key, what] of [["c", "correct"], ["n", "note"]]) {
    decides(key, () => {
      const line = ready();
      if (line) ask(line, what, true);
    });
  }
  onrecord.keys.set("j", () => move(1));
  onrecord.keys.set("k", () => move(-1));
  onrecord.keys.set("Enter", (event) => {
    if (event.target.closest("a, button, summary")) return false;
    const line = chosen();
    const link = line && document.activeElement === line && line.querySelector("a.open");
    if (!link) return false;
    link.click();
  });
  document.addEventListener("click", (event) => {
    const more = event.target.closest("article.line a.more");
    if (more && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      more.closest(".line").focus({ preventScroll: true });
      expand(more.closest(".line"));
    }
    const link = event.target.closest("form.review a[data-key]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(link.closest(".reviewed-line"), link.dataset.key === "c" ? "correct" : "note", false);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const line = form.closest(".reviewed-line");
    if (form.matches("form.review") && line && event.submitter) {
      event.preventDefault();
      decide(line, PATHS[event.submitter.dataset.key], false);
    } else if (form.matches("form.accept-all")) {
      event.preventDefault();
      askAll(form);
    }
  });

  // -- dialogs

  function open(form, title) {
    const dialog = document.createElement("dialog");
    dialog.className = "asking";
    dialog.setAttribute("aria-label", title);
    const heading = document.createElement("h2");
    heading.textContent = title;
    const wrong = document.createElement("p");
    wrong.className = "wrong";
    wrong.setAttribute("role", "alert");
    dialog.append(heading, form, wrong);
    dialog.addEventListener("close", () => dialog.remove());
    cancels(form, dialog);
    document.body.append(dialog);
    dialog.showModal();
    return { dialog, wrong };
  }
  function cancels(form, dialog) {
    const cancel = form.querySelector(".cancel");
    if (!cancel) return;
    cancel.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.close();
    });
  }
  const script = (address) => new Promise((loaded, failed) => {
    const made = document.createElement("script");
    made.src = address;
    made.addEventListener("load", loaded);
    made.addEventListener("error", failed);
    document.head.append(made);
  });
  // The dialog opens at once, so that no key that follows is taken for a decision.
  async function ask(line, what, byKey) {
    const { kind, id } = line.dataset;
    if (what === "correct" && kind !== "statement") {
      onrecord.say("Only statements are corrected.");
      return;
    }
    const form = what === "note" ? noteForm(line) : document.createElement("form");
    const { dialog, wrong } = open(form, what === "correct" ? "Correct" : "Note");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const answer = await post(`/review/${what}`, new FormData(form));
      if (answer.ok || answer.status === 409) {
        dialog.close();
        await refresh(kind, [id]);
        const fresh = lineOf(kind, id) || line;
        if (answer.ok) done(fresh, answer.data, byKey);
        else choose(fresh);
      } else wrong.textContent = answer.data.error || said.textContent;
    });
    dialog.addEventListener("close", () => {
      const fresh = lineOf(kind, id);
      if (fresh) fresh.focus({ preventScroll: true });
    });
    const address = `/review/${what}?${new URLSearchParams({ kind, id, back: here })}`;
    const made = (await page(address)).querySelector("form.deciding");
    if (!made) { dialog.close(); onrecord.say("It cannot be decided of."); return; }
    if (what === "note") {
      if (!form.elements.note.value) form.elements.note.value = made.elements.note.value;
      return;
    }
    form.className = made.className;
    form.replaceChildren(...document.adoptNode(made).childNodes);
    cancels(form, dialog);
    if (!onrecord.correct) await script("/static/correct.js");
    onrecord.correct(form);
  }
  function noteForm(line) {
    const form = document.createElement("form");
    form.className = "deciding";
    for (const [name, value] of Object.entries(about(line))) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
    const label = document.createElement("label");
    const field = document.createElement("textarea");
    Object.assign(field, { name: "note", rows: 4, maxLength: 4000, required: true, dir: "auto" });
    label.append("What is to be remembered of it; it decides nothing", field);
    form.append(label, buttons("Save the note"));
    return form;
  }
  function buttons(what) {
    const row = document.createElement("p");
    row.className = "buttons";
    const [yes, no] = [document.createElement("button"), document.createElement("button")];
    Object.assign(yes, { className: "main", textContent: what });
    Object.assign(no, { className: "cancel", type: "button", textContent: "Cancel" });
    row.append(yes, " ", no);
    return row;
  }
  function askAll(form) {
    const ids = new FormData(form).getAll("id");
    const confirm = document.createElement("form");
    const sentence = document.createElement("p");
    sentence.textContent = `All ${ids.length} that are shown here and nobody decided of are accepted in your name. They can be undone together or one by one.`;
    confirm.append(sentence, buttons(`Accept ${ids.length}`));
    const { dialog } = open(confirm, `Accept ${ids.length} statements?`);
    confirm.addEventListener("submit", async (event) => {
      event.preventDefault();
      dialog.close();
      const fields = new URLSearchParams(new FormData(form));
      fields.set("several", "yes");
      const answer = await post("/review/accept", fields);
      await refresh("statement", ids);
      if (!answer.ok) return;
      const told = document.createElement("p");
      told.setAttribute("role", "status");
      told.tabIndex = -1;
      told.textContent = answer.data.said;
      const undo = document.createElement("button");
      undo.type = "button";
      undo.textContent = "Undo";
      last = { line: null, numbers: answer.data.decisions };
      undo.addEventListener("click", async () => {
        if (await takeBack({ line: null, numbers: answer.data.decisions })) {
          told.replaceWith(form);
          form.querySelector("button").focus();
        }
      });
      told.append(" ", undo);
      form.replaceWith(told);
      told.focus();
    });
  }
})();
