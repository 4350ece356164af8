"use strict";
// Buttons that copy a citation with its address, and on phones pass them on.
// Without scripts both stand there as text, which one tap selects.
(() => {
  const article = document.querySelector(".document[data-address]");
  if (!article) return;
  const { address, copy, copied, failed, share } = article.dataset;
  const status = document.createElement("p");
  status.className = "copied";
  status.setAttribute("role", "status");

  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button quiet";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };

  const say = (row, text) => {
    row.append(status);
    // A status that says the same again is not read again: empty it first.
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = text; });
  };

  const offer = (place) => {
    if (!place || place.querySelector(".quote-steps")) return;
    const quotation = place.querySelector(".quote-text").textContent;
    const link = place.dataset.anchor ? `${address}#${place.dataset.anchor}` : address;
    const row = document.createElement("div");
    row.className = "quote-steps";
    if (navigator.clipboard) {
      row.append(button(copy, () => {
        navigator.clipboard.writeText(`${quotation}\n${link}`).then(() => say(row, copied), () => say(row, failed));
      }));
    }
    if (navigator.share && matchMedia("(hover: none)").matches) {
      row.append(button(share, () => { navigator.share({ title: quotation, url: link }).catch(() => {}); }));
    }
    const last = place.querySelector(".share-address") ?? place.querySelector(".quote-text");
    if (row.hasChildNodes()) last.after(row);
  };

  const offerHere = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    offer(place.matches(".annex") ? place.querySelector(".quote") : place.nextElementSibling?.closest(".quote"));
  };

  offer(document.querySelector(".share-box"));
  offerHere();
  addEventListener("hashchange", offerHere);
})();
