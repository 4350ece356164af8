"use strict";
// Before the first paint: the modes that this browser keeps.
(() => {
  const classes = document.documentElement.classList;
  // Modes in the address go before those that are kept.
  if (!location.pathname.startsWith("/~")) {
    try {
      const known = /^(elder|large|larger|light|dark)$/;
      classes.add(...(localStorage.getItem("modes") || "").split(" ").filter((mode) => known.test(mode)));
    } catch {
      // Storage may be forbidden; the modes of the address remain.
    }
  }
  classes.add("scripts");
})();
