// The roster as a board to drag on. Every change is a form that is sent; the list below the board
// does the same without script.

const board = document.querySelector("[data-board]");
const form = document.getElementById("roster-change");
let dragged = null;

const send = (action, fields) => {
  form.action = "/admin/duty/" + action;
  for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
  form.requestSubmit();
};

// On somebody's shift: take it over. On a free place: be on duty there. On the bin: off duty.
const drop = (target, { person, shift }) => {
  const chip = target.closest("[data-shift]");
  const cell = target.closest("[data-cell]");
  if (target.closest("[data-bin]")) {
    if (shift) send("remove", { shift });
  } else if (chip?.draggable && chip.dataset.shift !== shift) {
    send("change", { shift: chip.dataset.shift, to: person });
  } else if (cell && !chip) {
    const { kind, line, campus, day } = cell.dataset;
    send("add", { to: person, kind, line, campus, day });
  }
};

const place = (target) => target.closest("[data-shift][draggable=true], [data-cell], [data-bin]");
const mark = (target) => {
  board.querySelectorAll(".over").forEach((one) => one.classList.remove("over"));
  target?.classList.add("over");
};

board?.addEventListener("dragstart", (event) => {
  const { person, shift } = event.target.dataset;
  dragged = { person, shift: shift ?? "" };
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", person);
});
board?.addEventListener("dragover", (event) => {
  const target = dragged && place(event.target);
  mark(target);
  if (target) event.preventDefault();
});
board?.addEventListener("drop", (event) => {
  event.preventDefault();
  if (dragged) drop(event.target, dragged);
});
board?.addEventListener("dragend", () => {
  dragged = null;
  mark(null);
});
