/* The desk, third of three: keys. */
(() => {
  "use strict";

  const { one, unmark, mark, show, current, currentLine, close } = window.desk;
  const lines = one("lines");

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
      const line = lines.querySelector(".looked-at") || currentLine() || lines.querySelector("li[id]");
      if (line) current(line);
      if (line) line.querySelector("a").focus();
    },
    u: () => {
      const strays = [...document.querySelectorAll("#lines > .loose")];
      const from = currentLine() ? Number(currentLine().id.slice(1)) : 0;
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

  window.desk.nextProblem = nextProblem;
})();
