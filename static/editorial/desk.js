/* The desk: lines and what was understood of them, linked; forms in place; keys. All works without it, by pages. */
(() => {
  "use strict";

  const HEADERS = { "X-Desk": "1" };
  const said = document.getElementById("said");
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
      const answer = await fetch(item.dataset.url, { headers: HEADERS });
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

  async function goTo(keys, { focus = true, page = false } = {}) {
    const [first, ...others] = keys;
    const found = await reach(first);
    if (!found) return;
    mark(found);
    for (const key of others) if (one(key)) mark(one(key));
    show(found, page);
    if (focus) (found.matches("details") ? found.querySelector("summary") : found).focus({ preventScroll: true });
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.matches && event.target.matches("details.item") && event.target.open) load(event.target);
  }, true);

  const narrow = () => window.matchMedia("(max-width: 60rem)").matches;

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a");
    const line = event.target.closest("#lines > li[id]");
    if (link && link.dataset.edit) {
      event.preventDefault();
      edit(link);
    } else if (link && link.matches(".cancel") && link.closest(".editor-place")) {
      event.preventDefault();
      close(link.closest(".editor-place"));
    } else if (link && link.matches(".at")) {
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

  /* A line leads to what holds it. */
  function follow(line, page = false) {
    unmark();
    current(line);
    mark(line);
    const keys = (line.dataset.of || "").split(" ").filter(Boolean);
    if (keys.length) goTo(keys, { focus: false, page });
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
        const keys = (at.dataset.of || "").split(" ").filter(Boolean);
        if (keys.length) goTo(keys);
      }
    });
  }

  /* A form stands below what it corrects. */
  async function edit(link) {
    const holder = link.closest("li, h3, .held") || link.parentElement;
    const open = holder.querySelector(":scope > .editor-place");
    if (open && open.dataset.part === link.dataset.edit) return close(open);
    if (open) open.remove();
    const answer = await fetch(link.href, { headers: HEADERS });
    if (!answer.ok || answer.redirected) return location.assign(link.href);
    const place = document.createElement("div");
    place.className = "editor-place";
    place.dataset.part = link.dataset.edit;
    place.innerHTML = await answer.text();
    if (holder.matches(".held")) link.closest("p").after(place);
    else if (holder.matches("h3")) holder.after(place);
    else holder.append(place);
    place.opener = link;
    const field = place.querySelector(".field :is(input, select, textarea)");
    if (field) field.focus({ preventScroll: true });
    show(place, true);
  }

  function close(place) {
    const opener = place.opener;
    place.remove();
    if (opener && opener.isConnected) opener.focus();
  }

  /* What a form changed comes back in pieces, and each goes to its place. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    // The page of one form alone has no parts to put an answer in: there the browser sends it.
    if (!said || !form.matches("form.part, form.act")) return;
    event.preventDefault();
    send(form, event.submitter);
  });

  async function send(form, button) {
    const place = form.closest(".editor-place");
    const body = new FormData(form, button);
    if (button) button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", headers: HEADERS, body });
      const kind = answer.headers.get("Content-Type") || "";
      if (kind.startsWith("application/json")) return take(await answer.json(), form);
      if (answer.status === 422 && (place || form.matches(".part"))) return wrong(form, await answer.text());
      tell(form, said.dataset.failed);
    } catch {
      tell(form, said.dataset.offline);
    } finally {
      if (button) button.disabled = false;
    }
  }

  function wrong(form, html) {
    const editor = form.closest(".editor");
    const home = editor.parentElement;
    editor.outerHTML = html;
    const field = home.querySelector(".wrong :is(input, select, textarea)") || home.querySelector(".errornote");
    if (field) {
      if (field.matches(".errornote")) field.tabIndex = -1;
      field.focus();
    }
  }

  function tell(form, message) {
    let note = form.querySelector(":scope > .fault");
    if (!note) {
      note = document.createElement("p");
      note.className = "fault";
      note.setAttribute("role", "alert");
      form.append(note);
    }
    note.textContent = message;
  }

  async function take(given, form) {
    if (given.error) return tell(form, given.error);
    if (given.reload) {
      location.assign(given.reload);
      if (new URL(given.reload, location).pathname === location.pathname) location.reload();
      return;
    }
    const own = form.closest(".editor-place");
    if (own) own.remove();
    const filters = [...document.querySelectorAll(".filter input:checked")].map((input) => input.id);
    for (const [name, html] of Object.entries(given.regions)) {
      const region = document.querySelector(`[data-region="${name}"]`);
      if (!region || (/^i\d+$/.test(name) && !("loaded" in region.dataset))) continue;
      const editors = [...region.querySelectorAll(".editor-place")];
      if (editors.length && !editors.every((each) => each.contains(form))) keep(region, html, editors);
      else region.innerHTML = html;
    }
    for (const id of filters) if (one(id)) one(id).checked = true;
    for (const input of document.querySelectorAll('input[name="version"]')) input.value = given.version;
    for (const [number, [keys, loose, href]] of Object.entries(given.lines)) relabel(number, keys, loose, href);
    said.textContent = given.message;
    unmark();
    if (/^p\d+$/.test(given.focus)) return nextProblem(given.focus);
    const found = await reach(given.focus);
    if (found) {
      mark(found);
      show(found, null);
      (found.matches("details") ? found.querySelector("summary") : found).focus({ preventScroll: true });
    }
  }

  /* Other open forms in the same region hold what somebody is typing: they are carried over. */
  function keep(region, html, editors) {
    const homes = editors.map((each) => each.parentElement.id);
    region.innerHTML = html;
    editors.forEach((each, number) => {
      const home = homes[number] && one(homes[number]);
      (home || region).append(each);
    });
  }

  function relabel(number, keys, loose, href) {
    const line = one(`L${number}`);
    if (!line) return;
    if (keys) line.dataset.of = keys;
    else delete line.dataset.of;
    line.classList.toggle("loose", loose);
    if (href) line.querySelector("a").href = href;
    else line.querySelector("a").removeAttribute("href");
  }

  function nextProblem(id) {
    const done = one(id);
    const all = problems();
    const next = all.find((each) => !each.classList.contains("seen")) || done || all[0];
    if (next) next.focus();
  }

  /* Keys: where nothing is being typed, and only while they are wanted. */
  const wanted = one("keys-on");
  try {
    if (wanted && localStorage.getItem("desk-keys") === "off") wanted.checked = false;
    if (wanted) wanted.addEventListener("change", () => localStorage.setItem("desk-keys", wanted.checked ? "on" : "off"));
  } catch {
    /* Without storage the choice lasts as long as the page. */
  }

  const shown = (element) => element.offsetParent !== null;
  const problems = () => [...document.querySelectorAll(".problems > li")].filter(shown);

  function step(list, by) {
    const here = list.findIndex((each) => each.contains(document.activeElement));
    const looked = here < 0 ? list.findIndex((each) => each.classList.contains("looked-at")) : here;
    const from = looked < 0 ? (by > 0 ? -1 : list.length) : looked;
    const next = list[Math.min(list.length - 1, Math.max(0, from + by))];
    if (!next) return;
    next.focus({ preventScroll: true });
    if (next.closest(".understood")) show(next, true);
    else next.scrollIntoView({ block: "center" });
  }

  const pieces = () =>
    [...document.querySelectorAll(".understood :is([data-key]:not(details), details.item > summary)")].filter(shown);

  const KEYS = {
    n: () => step(problems(), 1),
    p: () => step(problems(), -1),
    j: () => step(pieces(), 1),
    k: () => step(pieces(), -1),
    s: () => {
      const problem = document.activeElement.closest(".problems > li");
      const button = problem && problem.querySelector('form:has([value="see_problem"]) button');
      if (button) button.click();
    },
    e: () => {
      const holder = document.activeElement.closest(".understood [data-key]:not(details)") || document.activeElement.closest("details.item");
      const link = holder && holder.querySelector(".edit");
      if (link) link.click();
    },
    l: () => {
      if (!lines) return;
      const line = lines.querySelector(".looked-at") || at || lines.querySelector("li[id]");
      if (line) current(line);
      if (line) line.querySelector("a").focus();
    },
    u: () => {
      const strays = [...document.querySelectorAll("#lines > .loose")];
      const from = at ? Number(at.id.slice(1)) : 0;
      const next = strays.find((each) => {
        const before = each.previousElementSibling;
        return Number(each.id.slice(1)) > from && !(before && before.classList.contains("loose"));
      }) || strays[0];
      if (!next) return;
      unmark();
      mark(next);
      current(next);
      show(next, true);
      next.querySelector("a").focus({ preventScroll: true });
    },
    "?": () => {
      const keys = one("keys");
      if (!keys) return;
      keys.open = !keys.open;
      keys.querySelector("summary").focus();
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const place = event.target.closest && event.target.closest(".editor-place");
      if (place) close(place);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (wanted && !wanted.checked)) return;
    if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  /* An address may name what stands inside of an item. */
  function arrive() {
    const key = decodeURIComponent(location.hash.slice(1));
    if (/^(i\d+|c\d+|issue)/.test(key)) goTo([key], { page: true });
  }

  window.addEventListener("hashchange", arrive);
  arrive();
})();
