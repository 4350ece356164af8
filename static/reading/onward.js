// Reading on from entry to entry: by the arrow keys, and by a swipe on a touch screen.
// It follows the page's own links rel=prev and rel=next, so that the address tells where one is and "back" works.
(() => {
  const place = document.querySelector(".reading-on");
  if (!place) return;
  const page = document.documentElement;
  const mirrored = page.dir === "rtl";
  const keys = place.querySelector(".reading-keys");
  if (keys) keys.hidden = false;

  // What uses arrows or swipes itself: fields, and frames that scroll sideways.
  const USES_ARROWS = "input, select, textarea, audio, video, [contenteditable], [role=region][tabindex]";
  const SCROLLS = "input, select, textarea, pre, .table-frame";

  const pageScrolls = () => page.scrollWidth > page.clientWidth;
  const isEnlarged = () => window.visualViewport && window.visualViewport.scale > 1.01;

  function turn(toTheRight) {
    const onward = toTheRight !== mirrored;
    const link = place.querySelector(onward ? "a[rel=next]" : "a[rel=prev]");
    if (link) link.click();
  }

  document.addEventListener("keydown", (event) => {
    const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (!isArrow || event.defaultPrevented || event.repeat) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest(USES_ARROWS) || pageScrolls()) return;
    event.preventDefault();
    turn(event.key === "ArrowRight");
  });

  // A swipe is quick, long, and clearly sideways; with two fingers it is something else.
  const LONG = 80;
  const QUICK = 600;
  let start = null;

  document.addEventListener(
    "touchstart",
    (event) => {
      const touch = event.touches[0];
      const usable = event.touches.length === 1 && !isEnlarged() && !pageScrolls();
      start = usable && !event.target.closest(SCROLLS) ? { x: touch.clientX, y: touch.clientY, at: event.timeStamp } : null;
    },
    { passive: true },
  );
  document.addEventListener("touchcancel", () => (start = null), { passive: true });
  document.addEventListener(
    "touchend",
    (event) => {
      if (!start || event.touches.length) return;
      const touch = event.changedTouches[0];
      const across = touch.clientX - start.x;
      const along = Math.abs(touch.clientY - start.y);
      const isSwipe = Math.abs(across) > LONG && Math.abs(across) > 3 * along;
      const selecting = String(window.getSelection()).length > 0;
      if (isSwipe && event.timeStamp - start.at < QUICK && !selecting) turn(across < 0);
      start = null;
    },
    { passive: true },
  );
})();
