// A file that is too large is told of before it is sent: the server refuses it unread, with all that was typed beside.
for (const input of document.querySelectorAll("input[data-most-bytes]")) {
  const error = document.createElement("p");
  error.className = "clerk-error";
  error.id = `${input.id}_too_large`;
  error.setAttribute("role", "alert");
  input.before(error);
  input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), error.id].filter(Boolean).join(" "));

  const isTooLarge = () => [...input.files].some((file) => file.size > Number(input.dataset.mostBytes));
  const tell = () => {
    error.textContent = isTooLarge() ? input.dataset.tooLarge : "";
    input.closest(".clerk-field").classList.toggle("clerk-field--error", isTooLarge());
  };
  input.addEventListener("change", tell);
  input.form.addEventListener("submit", (event) => {
    if (!isTooLarge()) return;
    event.preventDefault();
    tell();
    input.focus();
  });
}
