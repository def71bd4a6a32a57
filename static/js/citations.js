// Copies a citation where its "Cite" link is followed. Without this script the link shows it, to be copied by hand.
const said = document.querySelector("[data-copied]");

async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  document.querySelectorAll(".is-copied").forEach((other) => other.classList.remove("is-copied"));
  place.classList.add("is-copied");
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = said.dataset.copied; });
  return true;
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a.cite");
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { cited, address } = link.closest("[data-cited]").dataset;
  if (!(await copy(`${cited}, ${link.dataset.cite}. ${address}${link.hash}`, link))) location.assign(link.href);
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copy(button.parentElement.querySelector("[data-citation]").textContent, button));
}
