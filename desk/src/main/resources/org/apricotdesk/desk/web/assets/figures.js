// Draws the charts of the figures' page; the numbers stand in a table beside each.

const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();

document.querySelectorAll("[data-chart]").forEach((place) => {
  const data = JSON.parse(place.dataset.chart);
  const chart = echarts.init(place, null, { renderer: "svg" });
  chart.setOption({
    animation: false,
    color: [colour("--brand"), colour("--apricot")],
    textStyle: { fontFamily: colour("--font") },
    grid: { left: 44, right: 12, top: 36, bottom: 28 },
    legend: { top: 0, textStyle: { color: colour("--text-soft") } },
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: data.names.map((name) => name.slice(5)), axisLabel: { color: colour("--text-soft") } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: colour("--text-soft") }, splitLine: { lineStyle: { color: colour("--line") } } },
    series: [
      { name: data.labels[0], type: "bar", data: data.opened },
      { name: data.labels[1], type: "line", data: data.solved, smooth: true },
    ],
  });
  addEventListener("resize", () => chart.resize());
  addEventListener("beforeprint", () => chart.resize());
});

document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
