/* The desk, first of three: lines and what was understood of them, linked. All works without scripts, by pages.
   `window.desk` is what the other two (forms, keys) use of it, and what they add for each other. */
(() => {
  "use strict";

  const lines = document.getElementById("lines");
  const one = (id) => document.getElementById(id);
  const marked = [];

  /* What is looked at: the lines on the left, and what holds them on the right. */
  function unmark() {
    for (const each of marked.splice(0)) each.classList.remove("looked-at");
  }

  function mark(element) {
    element.classList.add("looked-at");
    marked.push(element);
  }

  function linesOf(data) {
    const found = [];
    for (const span of (data || "").split(",").filter(Boolean)) {
      const [first, last] = span.split("-").map(Number);
      for (let number = first; number <= last; number += 1) {
        const line = one(`L${number}`);
        if (line) found.push(line);
      }
    }
    return found;
  }

  /* Only the column of the element scrolls; on a narrow window the page does. */
  function show(element, page = false) {
    const frame = element.closest(".lines, .understood");
    const framed = frame && frame.scrollHeight > frame.clientHeight + 2;
    if (framed) {
      // Below the head of its item, which stays in view.
      const middle = Math.max(90, (frame.clientHeight - element.offsetHeight) / 2);
      frame.scrollTop += element.getBoundingClientRect().top - frame.getBoundingClientRect().top - middle;
    }
    if (page || (framed && page !== null && !visible(frame))) element.scrollIntoView({ block: "nearest" });
  }

  function visible(element) {
    const box = element.getBoundingClientRect();
    return box.bottom > 80 && box.top < window.innerHeight - 80;
  }

  function showLines(data, { page = false } = {}) {
    const found = linesOf(data);
    found.forEach(mark);
    if (found.length) show(found[0], page);
    return found[0];
  }

  /* The text of an item comes when it is opened. */
  const loading = new Map();

  function load(item) {
    const region = item.querySelector(`[data-region="${item.id}"]`);
    if ("loaded" in region.dataset) return Promise.resolve();
    if (!loading.has(item.id)) {
      region.setAttribute("aria-busy", "true");
      loading.set(item.id, fill(item, region));
    }
    return loading.get(item.id);
  }

  async function fill(item, region) {
    try {
      const answer = await fetch(item.dataset.url, { headers: { "X-Desk": "1" } });
      if (answer.ok && !answer.redirected) {
        region.innerHTML = await answer.text();
        region.dataset.loaded = "";
      }
    } finally {
      region.removeAttribute("aria-busy");
      loading.delete(item.id);
    }
  }

  async function reach(key) {
    const item = one(key.split("-")[0]);
    if (item && item.matches("details")) {
      item.open = true;
      if (key.includes("-")) await load(item);
    }
    return one(key) || one(key.split("-").slice(0, 2).join("-")) || item;
  }

  function focus(element) {
    (element.matches("details") ? element.querySelector("summary") : element).focus({ preventScroll: true });
  }

  async function goTo(keys, { focused = true, page = false } = {}) {
    const [first, ...others] = keys;
    const found = await reach(first);
    if (!found) return;
    mark(found);
    for (const key of others) if (one(key)) mark(one(key));
    show(found, page);
    if (focused) focus(found);
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.matches && event.target.matches("details.item") && event.target.open) load(event.target);
  }, true);

  const narrow = () => window.matchMedia("(max-width: 60rem)").matches;

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a");
    const line = event.target.closest("#lines > li[id]");
    if (link && link.matches(".at")) {
      event.preventDefault();
      unmark();
      const first = showLines(link.dataset.lines, { page: narrow() });
      if (first) current(first);
      const holder = link.closest("[data-lines]:not(a)");
      if (holder) mark(holder);
    } else if (link && link.dataset.to && one(link.dataset.to.split("-")[0])) {
      event.preventDefault();
      unmark();
      showLines((link.closest("li") || link).dataset.lines);
      goTo([link.dataset.to], { page: true });
    } else if (line) {
      event.preventDefault();
      follow(line, narrow());
    } else if (!event.target.closest("a, button, input, select, textarea, summary, label, form")) {
      const holder = event.target.closest("[data-lines]:not(details)");
      if (holder && !String(window.getSelection())) {
        unmark();
        mark(holder);
        showLines(holder.dataset.lines, { page: null });
      }
    }
  });

  document.addEventListener("focusin", (event) => {
    const holder = event.target.closest(".understood [data-lines]:not(details), .problems > li");
    if (!holder || !event.target.matches("[tabindex], .edit")) return;
    unmark();
    mark(holder);
    showLines(holder.dataset.lines, { page: null });
  });

  const keysOf = (line) => (line.dataset.of || "").split(" ").filter(Boolean);

  /* A line leads to what holds it. */
  function follow(line, page = false) {
    unmark();
    current(line);
    mark(line);
    const keys = keysOf(line);
    if (keys.length) goTo(keys, { focused: false, page });
    else if (line.classList.contains("loose") && one("unplaced")) show(one("unplaced"), page);
  }

  let at = null;

  function current(line) {
    if (at) at.querySelector("a").tabIndex = -1;
    at = line;
    line.querySelector("a").tabIndex = 0;
  }

  if (lines) {
    lines.addEventListener("keydown", (event) => {
      const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
      if (step) {
        event.preventDefault();
        let next = at ? at[step] : lines.firstElementChild;
        while (next && !next.id) next = next[step];
        if (!next) return;
        current(next);
        next.querySelector("a").focus({ preventScroll: true });
        show(next, null);
      } else if (event.key === "Enter" && at) {
        event.preventDefault();
        unmark();
        mark(at);
        if (keysOf(at).length) goTo(keysOf(at));
      }
    });
  }

  /* An address may name what stands inside of an item. */
  function arrive() {
    const key = decodeURIComponent(location.hash.slice(1));
    if (/^(i\d+|c\d+|issue)/.test(key)) goTo([key], { page: true });
  }

  window.addEventListener("hashchange", arrive);
  arrive();

  window.desk = { one, unmark, mark, show, reach, focus, current, currentLine: () => at };
})();
