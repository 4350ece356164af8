/* The desk, second of three: forms in place, and what comes back of them. */
(() => {
  "use strict";

  const { one, unmark, mark, show, reach, focus } = window.desk;
  const HEADERS = { "X-Desk": "1" };
  const said = one("said");

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a");
    const cancelled = link && link.matches(".cancel") && link.closest(".editor-place");
    if (!link || !(link.dataset.edit || cancelled)) return;
    event.preventDefault();
    if (cancelled) close(cancelled);
    else edit(link);
  });

  const holderOf = (link) => link.closest("li, h3, .held") || link.parentElement;
  const openAt = (holder) =>
    holder.matches("h3")
      ? holder.nextElementSibling && holder.nextElementSibling.matches(".editor-place") && holder.nextElementSibling
      : holder.querySelector(":scope > .editor-place");

  /* A form stands below what it corrects. */
  async function edit(link) {
    const open = openAt(holderOf(link));
    if (open && open.dataset.part === link.dataset.edit) return close(open);
    if (open) open.remove();
    const answer = await fetch(link.href, { headers: HEADERS });
    if (!answer.ok || answer.redirected) return location.assign(link.href);
    const place = document.createElement("div");
    place.className = "editor-place";
    place.dataset.part = link.dataset.edit;
    place.innerHTML = await answer.text();
    put(place, link);
    const field = place.querySelector(".field :is(input, select, textarea)");
    if (field) field.focus({ preventScroll: true });
    show(place, true);
  }

  function put(place, link) {
    const holder = holderOf(link);
    if (holder.matches(".held")) link.closest("p").after(place);
    else if (holder.matches("h3")) holder.after(place);
    else holder.append(place);
    place.opener = link;
    place.lines = holder.dataset.lines;
  }

  function close(place) {
    const opener = place.opener;
    place.remove();
    if (opener && opener.isConnected) opener.focus();
  }

  /* Whoever leaves the page with something typed and not saved is asked first. */
  const differs = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
    return field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
  };
  window.addEventListener("beforeunload", (event) => {
    const fields = document.querySelectorAll(".editor-place :is(input, select, textarea)");
    if ([...fields].some(differs)) event.preventDefault();
  });

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
      if (region && (!/^i\d+$/.test(name) || "loaded" in region.dataset)) renew(region, html);
    }
    for (const id of filters) if (one(id)) one(id).checked = true;
    for (const input of document.querySelectorAll('input[name="version"]')) {
      if (!input.closest(".editor-place.moved")) input.value = given.version;
    }
    for (const [number, [keys, loose, href]] of Object.entries(given.lines)) relabel(number, keys, loose, href);
    said.textContent = given.message;
    unmark();
    if (/^p\d+$/.test(given.focus)) return window.desk.nextProblem(given.focus);
    const found = await reach(given.focus);
    if (found) {
      mark(found);
      show(found, null);
      focus(found);
    }
  }

  /* Other open forms in the region hold what somebody is typing: they are carried over to their addresses. Where
     something else has an address now, its form may only be copied from: the server takes nothing from it. */
  function renew(region, html) {
    const editors = [...region.querySelectorAll(".editor-place")];
    region.innerHTML = html;
    for (const place of editors) {
      const { lines } = place;
      const link = region.querySelector(`[data-edit="${place.dataset.part}"]`);
      if (link) put(place, link);
      else region.append(place);
      if (!link || place.lines !== lines) outdate(place);
    }
  }

  function outdate(place) {
    place.classList.add("moved");
    place.lines = null;
    for (const button of place.querySelectorAll("button")) button.disabled = true;
    tell(place.querySelector("form"), said.dataset.moved);
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

  window.desk.close = close;
})();
