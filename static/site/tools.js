"use strict";
// The links to other modes, caught: the choice is kept in this browser and the address stays as it is.
(() => {
  const GROUPS = { size: ["elder", "large", "larger"], colours: ["light", "dark"] };
  GROUPS.all = [...GROUPS.size, ...GROUPS.colours];
  const classes = document.documentElement.classList;
  const links = [...document.querySelectorAll("[data-mode]")];
  const choices = document.querySelector(".modes");
  if (!choices) return;

  const chosen = ({ group, mode }) =>
    mode ? classes.contains(mode) : !GROUPS[group].some((each) => classes.contains(each));

  const show = () => {
    for (const link of links) {
      if (choices.contains(link) && chosen(link.dataset)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  const keep = () => {
    try {
      const modes = GROUPS.all.filter((mode) => classes.contains(mode));
      if (modes.length) localStorage.setItem("modes", modes.join(" "));
      else localStorage.removeItem("modes");
      return true;
    } catch {
      return false;
    }
  };

  const choose = (event) => {
    const { group, mode } = event.currentTarget.dataset;
    // 长者模式 is switched off by the link that switched it on.
    const off = mode === "elder" && classes.contains("elder");
    const before = [...classes];
    classes.remove(...GROUPS[group]);
    if (mode && !off) classes.add(mode);
    if (!keep()) {
      // Nothing can be kept here: the address does it, as without scripts.
      classes.remove(...GROUPS.all);
      classes.add(...before);
      return;
    }
    event.preventDefault();
    show();
    if (event.currentTarget.classList.contains("modes-reset")) choices.querySelector("summary").focus();
    // A page whose address still has modes goes over to its plain address.
    const { pathname, search, hash } = location;
    if (pathname.startsWith("/~")) location.replace(pathname.replace(/^\/~[^/]*/, "") + search + hash);
  };

  for (const link of links) link.addEventListener("click", choose);
  show();
  // The same choice in the other windows of this reader.
  addEventListener("storage", (event) => {
    if (event.key !== "modes" || location.pathname.startsWith("/~")) return;
    classes.remove(...GROUPS.all);
    classes.add(...(event.newValue || "").split(" ").filter((mode) => GROUPS.all.includes(mode)));
    show();
  });
})();
