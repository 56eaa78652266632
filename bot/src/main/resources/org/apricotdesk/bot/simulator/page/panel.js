// The small panel that moves the clock and breaks the network.

export function panel({ t, post, get, el, tick, corp }) {
  const box = document.getElementById("panel");
  const gear = document.getElementById("gear");
  const toggle = async () => {
    box.hidden = !box.hidden;
    gear.setAttribute("aria-expanded", String(!box.hidden));
    if (!box.hidden) await show();
  };
  gear.onclick = toggle;
  document.getElementById("clock").onclick = toggle;
  document.addEventListener("keydown", (event) => event.key === "Escape" && !box.hidden && toggle());

  const fault = async (body) => { await post("/control/faults", body); await tick(); await show(); };
  const advance = async (seconds) => { await post("/control/clock", { advanceSeconds: seconds }); await tick(); };

  async function show() {
    await tick();
    const f = corp().faults;
    const wrong = await get("/control/violations");
    box.replaceChildren(
      el("h3", {}, t("panel.clock")),
      el("div", { class: "choices" }, ...[[300, "5m"], [1800, "30m"], [7200, "2h"], [86400, "1d"]].map(([seconds, name]) =>
        el("button", { type: "button", onclick: () => advance(seconds) }, t("panel.clock." + name)))),
      el("h3", {}, t("panel.network")),
      box.check(t("panel.unreachable"), f.unreachable, (on) => fault({ unreachable: on })),
      box.check(t("panel.twice"), f.copies > 1, (on) => fault({ copies: on ? 2 : 1 })),
      box.check(t("panel.order"), f.outOfOrder, (on) => fault({ outOfOrder: on })),
      el("h3", {}, t("panel.latency")),
      el("div", { class: "choices" }, ...[0, 1000, 3000].map((ms) => el("button", { type: "button", "aria-pressed": String(f.latencyMillis === ms),
        onclick: () => fault({ latencyMillis: ms }) }, ms === 0 ? t("panel.none") : ms / 1000 + " s"))),
      el("h3", {}, t("panel.violations")),
      wrong.violations.length
        ? el("ul", {}, ...wrong.violations.slice(-8).map((v) => el("li", {}, `${v.rule}: ${v.detail}`)))
        : el("p", {}, t("panel.good")));
  }

  box.check = (label, on, change) => {
    const input = el("input", { type: "checkbox", checked: on, onchange: () => change(input.checked) });
    return el("label", {}, label, input);
  };
}
