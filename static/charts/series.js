/* Draws the tables of a series as lines above them; the tables stand without it. */
"use strict";

(() => {
  const tables = document.querySelectorAll("table[data-chart]");

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /* All months from the first to the last: a month without a table is a gap, not a shorter way. */
  const monthsBetween = (first, last) => {
    const months = [];
    let [year, month] = first.split("-").map(Number);
    for (;;) {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      months.push(name);
      if (name >= last) return months;
      month === 12 ? ((year += 1), (month = 1)) : (month += 1);
    }
  };

  const pointsOf = (table) => {
    const cells = [...table.querySelectorAll("[data-month]")];
    const values = new Map(cells.map((cell) => [cell.dataset.month, Number(cell.dataset.value)]));
    const months = monthsBetween(cells[0].dataset.month, cells[cells.length - 1].dataset.month);
    return { months, values: months.map((month) => values.get(month) ?? null) };
  };

  const axis = (title) => ({
    title: { display: Boolean(title), text: title, color: colour("--faint") },
    ticks: { color: colour("--faint") },
    grid: { color: colour("--line") },
  });

  const options = (unit) => ({
    animation: false,
    maintainAspectRatio: false,
    locale: "zh-CN",
    plugins: { legend: { display: false } },
    scales: { x: axis(""), y: axis(unit) },
  });

  const dataset = (label, values) => ({
    label,
    data: values,
    borderColor: colour("--red"),
    backgroundColor: colour("--red"),
    borderWidth: 2,
    pointRadius: 4,
  });

  const draw = (table) => {
    const canvas = table.closest("section").querySelector("canvas");
    const { months, values } = pointsOf(table);
    const { chart: label, unit } = table.dataset;
    canvas.parentElement.hidden = false;
    return new Chart(canvas, {
      type: "line",
      data: { labels: months, datasets: [dataset(label, values)] },
      options: options(unit),
    });
  };

  let charts = [];
  const drawAll = () => {
    charts.forEach((chart) => chart.destroy());
    charts = [...tables].map(draw);
  };

  Chart.defaults.font.family = colour("--hei");
  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();
