// What the pages gain where script runs; each works without it.

// A form that was sent is not sent again by an impatient second tap.
addEventListener("submit", (event) => {
  const button = event.submitter ?? event.target.querySelector("button:not([type=button])");
  button?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  document.querySelectorAll("[aria-busy=true]").forEach((busy) => busy.removeAttribute("aria-busy"));
});

// The colour of the answer box follows the choice between public reply and internal note.
addEventListener("change", (event) => {
  if (event.target.matches("input[name=audience]")) {
    event.target.closest("form").classList.toggle("internal", event.target.value === "internal");
  }
  if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});

// What refreshes itself rests while nobody looks at it.
addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.target.matches("[hx-trigger^=every]")) event.preventDefault();
});
