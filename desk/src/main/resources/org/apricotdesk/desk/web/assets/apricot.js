// What the pages gain where script runs; each works without it.

// A form that was sent is not sent again by an impatient second tap.
addEventListener("submit", (event) => {
  const button = event.submitter ?? event.target.querySelector("button:not([type=button])");
  button?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  document.querySelectorAll("[aria-busy=true]").forEach((busy) => busy.removeAttribute("aria-busy"));
});

// The long navigation of a desktop shows where one is.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest" });

// The colour of the answer box follows the choice between public reply and internal note.
addEventListener("change", (event) => {
  if (event.target.matches("input[name=audience]")) {
    event.target.closest("form").classList.toggle("internal", event.target.value === "internal");
  }
  if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});

// A list that somebody is reading stays where it is: what is in it changes in place, what is new
// waits behind a button. At the top of the page, and untouched, the list is simply replaced.
let waiting = null;
const rows = (part) => [...part.querySelectorAll("a.cell[id]")];

addEventListener("htmx:beforeSwap", (event) => {
  const list = event.target;
  if (!list.matches?.("[data-steady]") || event.detail.xhr.status !== 200) return;
  const button = document.getElementById("fresh");
  if (scrollY < 160 && !list.contains(document.activeElement)) return void (button.hidden = true);
  event.detail.shouldSwap = false;
  waiting = event.detail.serverResponse;
  const next = new DOMParser().parseFromString(waiting, "text/html");
  rows(list).forEach((row) => {
    const now = next.getElementById(row.id);
    row.classList.toggle("gone", !now);
    if (now) row.replaceChildren(...now.childNodes);
  });
  const fresh = rows(next).filter((row) => !document.getElementById(row.id)).length;
  button.textContent = button.dataset.text.replace("0", fresh);
  button.hidden = fresh === 0;
});

addEventListener("click", (event) => {
  if (event.target.id !== "fresh" || !waiting) return;
  const list = document.querySelector("[data-steady]");
  const part = new DOMParser().parseFromString(waiting, "text/html").querySelector("[data-steady]");
  list.replaceWith(part);
  htmx.process(part);
  event.target.hidden = true;
  scrollTo({ top: 0 });
});

// What refreshes itself rests while nobody looks at it.
addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.target.matches("[hx-trigger^=every]")) event.preventDefault();
});
