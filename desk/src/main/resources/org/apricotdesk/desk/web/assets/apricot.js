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

// Of a lane that goes on, what stands behind the last that is still there may just have been moved
// to the next page by what is new: only those before it are gone.
const refresh = (lane, next) => {
  const shown = rows(lane);
  const goesOn = next.querySelector(`[data-lane=${lane.dataset.lane}] [data-most]`) !== null;
  const last = goesOn ? shown.findLastIndex((row) => next.getElementById(row.id)) : shown.length;
  shown.forEach((row, place) => {
    const now = next.getElementById(row.id);
    row.classList.toggle("gone", !now && place < last);
    if (now) row.replaceChildren(...now.childNodes);
  });
};

addEventListener("htmx:beforeSwap", (event) => {
  const list = event.target;
  if (!list.matches?.("[data-steady]") || event.detail.xhr.status !== 200) return;
  const button = document.getElementById("fresh");
  if (scrollY < 160 && !list.contains(document.activeElement)) return void (button.hidden = true);
  event.detail.shouldSwap = false;
  waiting = event.detail.serverResponse;
  const next = new DOMParser().parseFromString(waiting, "text/html");
  list.querySelectorAll("[data-lane]").forEach((lane) => refresh(lane, next));
  const fresh = rows(next).filter((row) => !document.getElementById(row.id)).length;
  button.textContent = button.dataset.text.replace("0", fresh);
  button.hidden = fresh === 0;
});

// What somebody has fetched of a lane stays in it: as much is asked for again.
addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches("[data-steady]")) return;
  event.target.querySelectorAll("[data-lane]").forEach((lane) => {
    event.detail.parameters[lane.dataset.lane] = rows(lane).length;
  });
});

// A lane that is very long already goes on on a page of its own.
addEventListener("htmx:beforeRequest", (event) => {
  const link = event.target;
  if (!link.matches("[data-most]") || rows(link.closest("[data-lane]")).length < link.dataset.most) return;
  event.preventDefault();
  location.assign(link.href);
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
