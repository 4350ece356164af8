"use strict";
// Opens the contents where there is room beside the text, and marks where the reader is.
(() => {
  const outline = document.querySelector(".outline");
  if (!outline) return;
  const details = outline.querySelector("details");
  const wide = matchMedia("(min-width: 68rem)");
  const fit = () => { details.open = wide.matches; };
  fit();
  wide.addEventListener("change", fit);

  const links = new Map();
  for (const link of outline.querySelectorAll("ol a")) {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (place) links.set(place, link);
  }
  const places = [...links.keys()];
  let marked;

  const mark = () => {
    waiting = false;
    // The last place above the upper third of the window is what she reads.
    const line = innerHeight / 3;
    const above = places.filter((place) => place.getBoundingClientRect().top < line);
    const link = links.get(above.at(-1));
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
    if (link && wide.matches) keepInSight(link);
  };

  const keepInSight = (link) => {
    const { top, bottom } = link.getBoundingClientRect();
    const frame = outline.getBoundingClientRect();
    if (top < frame.top) outline.scrollTop -= frame.top - top + 40;
    else if (bottom > frame.bottom) outline.scrollTop += bottom - frame.bottom + 40;
  };

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
})();
