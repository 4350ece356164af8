"use strict";
// Reading aloud, with the browser's own speech: the text of the page, paragraph by paragraph.
(() => {
  const speech = window.speechSynthesis;
  const player = document.querySelector(".player");
  const start = document.querySelector("[data-read='start']");
  if (!speech || !player || !start) return;

  const PARAGRAPHS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption, figcaption";
  const SILENT = "nav, form, button, .button, .actions, .anchor, .correction-link, [data-silent], [aria-hidden='true']";
  // Some browsers break off after a quarter of a minute: nothing longer than this is said in one go.
  const LONGEST = 120;
  const status = player.querySelector("[role='status']");
  const button = (name) => player.querySelector(`[data-read='${name}']`);
  let paragraphs = [];
  let place = 0;
  let piece = 0;
  // What an utterance that has been given up still reports is not listened to.
  let turn = 0;

  // zh-Hans and cmn are spoken as Mandarin; a voice may call its language zh_CN.
  const spoken = (tag) => (/^(zh|cmn)/i.test(tag) ? "zh-CN" : tag || "zh-CN");
  const voiceOf = (tag) => {
    const wanted = spoken(tag).toLowerCase();
    const named = speech.getVoices().map((voice) => [voice.lang.replace("_", "-").toLowerCase(), voice]);
    const exact = named.find(([lang]) => lang === wanted || (wanted === "zh-cn" && lang.startsWith("cmn")));
    const near = named.find(([lang]) => lang.split("-")[0] === wanted.split("-")[0]);
    return (exact || near || [])[1];
  };
  const languageOf = (element) => element.closest("[lang]").lang;

  const wordsOf = (element) => {
    const copy = element.cloneNode(true);
    for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
    for (const cell of copy.querySelectorAll("td, th, br, .signature > span")) cell.append("，");
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const piecesOf = (text) => {
    const pieces = [""];
    for (const part of text.match(/[^。！？；，、,.;!?]*[。！？；，、,.;!?]*/g)) {
      if (pieces.at(-1) && pieces.at(-1).length + part.length > LONGEST) pieces.push("");
      pieces[pieces.length - 1] += part;
    }
    return pieces.filter((each) => /[\p{L}\p{N}]/u.test(each));
  };

  const collect = () =>
    [...document.querySelectorAll(`main :is(${PARAGRAPHS})`)].filter(
      (element) =>
        !element.closest(SILENT) && !element.querySelector("p, li, tr") && element.getClientRects().length && wordsOf(element),
    );

  const mark = (element) => {
    document.querySelector(".being-read")?.classList.remove("being-read");
    if (!element) return;
    element.classList.add("being-read");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  };

  const say = () => {
    const element = paragraphs[place];
    if (!element) return stop();
    const pieces = piecesOf(wordsOf(element));
    if (piece >= pieces.length) return step();
    if (piece === 0) mark(element);
    const utterance = new SpeechSynthesisUtterance(pieces[piece]);
    const mine = (turn += 1);
    utterance.lang = spoken(languageOf(element));
    utterance.voice = voiceOf(utterance.lang) || null;
    utterance.onend = () => {
      if (mine !== turn) return;
      piece += 1;
      say();
    };
    utterance.onerror = () => mine === turn && stop();
    speech.speak(utterance);
  };
  const hush = () => {
    turn += 1;
    speech.cancel();
  };
  const step = () => {
    hush();
    place += 1;
    piece = 0;
    say();
  };
  const showPaused = (paused) => {
    button("pause").hidden = paused;
    button("resume").hidden = !paused;
    status.textContent = paused ? status.dataset.paused : status.dataset.reading;
  };
  // Not speech.pause(): phones end the utterance at it and never take it up again.
  const pause = () => {
    hush();
    showPaused(true);
    button("resume").focus();
  };
  const resume = () => {
    showPaused(false);
    button("pause").focus();
    say();
  };
  const stop = () => {
    hush();
    mark(null);
    player.hidden = true;
    start.focus({ preventScroll: true });
  };
  const begin = () => {
    hush();
    paragraphs = collect();
    // From the title on; what stands above it (the table of a document) can be read by the eye or the screen reader.
    place = Math.max(0, paragraphs.findIndex((element) => element.matches("h1")));
    piece = 0;
    player.hidden = false;
    if (!paragraphs.length || !voiceOf(languageOf(paragraphs[place]))) {
      for (const name of ["pause", "resume", "next"]) button(name).hidden = true;
      status.textContent = status.dataset.none;
      button("stop").focus();
      return;
    }
    button("next").hidden = false;
    resume();
  };

  const does = { start: begin, pause, resume, next: () => { showPaused(false); step(); }, stop };
  for (const each of document.querySelectorAll("[data-read]")) {
    each.addEventListener("click", () => does[each.dataset.read]());
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !player.hidden) stop();
  });
  addEventListener("pagehide", () => speech.cancel());

  // Voices may come late; without any, nothing is offered.
  const offer = () => start.classList.toggle("ready", speech.getVoices().length > 0);
  offer();
  speech.addEventListener?.("voiceschanged", offer);
})();
