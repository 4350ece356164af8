/* Shows how far a submission's reading is, and goes on when it ends. Without this script the page is refreshed by hand. */
(() => {
  "use strict";

  const PAUSE = 1500;
  const status = document.querySelector("[data-progress]");
  if (!status) return;

  async function ask() {
    let now;
    try {
      const answer = await fetch(status.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      now = await answer.json();
    } catch {
      setTimeout(ask, 4 * PAUSE);
      return;
    }
    if (!now.waiting) {
      location.assign(now.next);
      return;
    }
    status.querySelector("[data-label]").textContent = now.label;
    status.querySelector("[data-message]").textContent = now.message;
    status.querySelector("progress").value = now.progress;
    document.querySelectorAll("[data-idle]").forEach((each) => (each.hidden = now.works));
    setTimeout(ask, PAUSE);
  }

  setTimeout(ask, PAUSE);
})();
