// The two-minute tour: what to try next, in which phone, with words ready to be sent.
import { el } from "./cards.js";

const STEPS = [
  { id: "report", pane: "nurse", says: ["report.1", "report.2"] },
  { id: "take", pane: "engineer", says: ["take.1"] },
  { id: "progress", pane: "nurse", says: ["progress.1"] },
  { id: "solve", pane: "engineer", says: ["solve.1"] },
  { id: "rate", pane: "nurse", says: ["rate.1", "rate.2"] },
  { id: "group", pane: "ward", says: ["group.1"] },
  { id: "lead", pane: "director", says: [], opens: true },
];

/** @param desk {t, focus(pane), say(pane, text), ticket(), open(pane)} */
export function tour(desk) {
  let current = 0;
  const done = new Set();
  const bar = document.getElementById("tour");
  const hint = document.getElementById("hint");

  function show() {
    bar.replaceChildren(...STEPS.map((step, i) => el("button", {
      type: "button", class: done.has(i) ? "done" : "", "aria-current": i === current ? "step" : false,
      onclick: () => go(i) }, el("i", {}, String(i + 1)), desk.t(`tour.${step.id}`))));
    const step = STEPS[current];
    hint.replaceChildren(el("p", {}, desk.t(`tour.${step.id}.hint`)), ...step.says.map(suggestion), opener(step), next());
    bar.children[current].scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function suggestion(key) {
    const ticket = desk.ticket();
    const text = desk.t("say." + key).replace("#", ticket);
    const needsTicket = desk.t("say." + key).includes("#");
    return needsTicket && !ticket ? "" : el("button", { type: "button", onclick: () => desk.say(STEPS[current].pane, text) }, text);
  }

  function opener(step) {
    return step.opens ? el("button", { type: "button", onclick: () => desk.open(step.pane) }, desk.t("tour.open")) : "";
  }

  function next() {
    return current < STEPS.length - 1 ? el("button", { type: "button", onclick: () => go(current + 1) }, desk.t("tour.next")) : "";
  }

  function go(step) {
    if (step > current) done.add(current);
    current = step;
    desk.focus(STEPS[step].pane);
    show();
  }

  show();
  desk.focus(STEPS[0].pane, true);
  return { refresh: show };
}
