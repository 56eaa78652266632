// Draws the charts of the figures' page; the numbers stand in a table beside each.

const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();

// Paper is white and, within its margins, so wide.
const INK = "#444444";
const PAPER = 640;

document.querySelectorAll("[data-chart]").forEach((place) => {
  const data = JSON.parse(place.dataset.chart);
  const chart = echarts.init(place, null, { renderer: "svg" });
  chart.setOption({
    animation: false,
    color: [colour("--brand"), colour("--apricot")],
    textStyle: { fontFamily: colour("--font") },
    grid: { left: 44, right: 12, top: 36, bottom: 28 },
    legend: { top: 0 },
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: data.names.map((name) => name.slice(5)) },
    yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("--line") } } },
    series: [
      { name: data.labels[0], type: "bar", data: data.opened },
      { name: data.labels[1], type: "line", data: data.solved },
    ],
  });
  const written = (ink) =>
    chart.setOption({
      legend: { textStyle: { color: ink } },
      xAxis: { axisLabel: { color: ink } },
      yAxis: { axisLabel: { color: ink } },
    });
  written(colour("--text-soft"));
  addEventListener("resize", () => chart.resize());
  addEventListener("beforeprint", () => {
    written(INK);
    chart.resize({ width: PAPER });
    chart.getZr().flush(); // now, not with the next frame
  });
  addEventListener("afterprint", () => {
    written(colour("--text-soft"));
    chart.resize({ width: "auto" });
  });
});

document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
