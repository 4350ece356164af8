"use strict";

// The key "/" leads to the search box, as on many sites; it is left alone where something is being typed.
document.addEventListener("keydown", (event) => {
  const box = document.getElementById("search-words");
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && box && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
