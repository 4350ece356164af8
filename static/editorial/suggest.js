/* While a name is typed, those that are held already are offered. Without this script it is typed in full. */
(() => {
  "use strict";

  const PAUSE = 200;
  const waiting = new WeakMap();

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.dataset.suggest) return;
    clearTimeout(waiting.get(field));
    waiting.set(field, setTimeout(() => offer(field), PAUSE));
  });

  async function offer(field) {
    const term = field.value.trim();
    if (!term) return;
    const query = new URLSearchParams({
      app_label: "appointments",
      model_name: "appointment",
      field_name: field.dataset.suggestField,
      term,
    });
    const answer = await fetch(`${field.dataset.suggest}?${query}`, { headers: { Accept: "application/json" } });
    if (!answer.ok || field.value.trim() !== term) return;
    const { results } = await answer.json();
    const list = listOf(field);
    list.replaceChildren(...results.map(({ text }) => new Option(text, text)));
  }

  function listOf(field) {
    if (field.list) return field.list;
    const list = document.createElement("datalist");
    list.id = `${field.id}-held`;
    field.after(list);
    field.setAttribute("list", list.id);
    return list;
  }
})();
