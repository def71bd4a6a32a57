// Moves items of an agenda on the page: by its buttons, at once and without loading the page, or by dragging. Without
// script the buttons do the same by way of the server. Nothing is saved by either until the order is saved.

const form = document.querySelector("form[data-order]");
if (form) {
  const said = document.querySelector("[data-order-said]");
  const lists = () => [...form.querySelectorAll("ol[data-section]")];

  const tell = (item) => {
    const list = item.parentElement;
    const heading = form.querySelector(`#${list.closest("section").getAttribute("aria-labelledby")}`);
    item.querySelector("input[name^=section-]").value = list.dataset.section;
    const letter = item.querySelector("[data-letter-shown]");
    if (letter) letter.textContent = list.dataset.letter;
    const place = [...list.children].indexOf(item) + 1;
    said.classList.remove("clerk-said--empty");
    said.textContent = `${item.dataset.title} is number ${place} of ${list.children.length} in ${heading.textContent}. Not saved yet.`;
  };

  const step = (item, up) => {
    const beside = up ? item.previousElementSibling : item.nextElementSibling;
    if (beside) {
      beside[up ? "before" : "after"](item);
    } else {
      const every = lists();
      const other = every[every.indexOf(item.parentElement) + (up ? -1 : 1)];
      if (!other) return;
      other[up ? "append" : "prepend"](item);
    }
    tell(item);
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=act]");
    const [verb] = button ? button.value.split(":") : [""];
    if (verb !== "up" && verb !== "down") return;
    event.preventDefault();
    step(button.closest("li"), verb === "up");
    button.focus();
    button.scrollIntoView({ block: "nearest" });
  });

  let dragged = null;
  for (const item of form.querySelectorAll(".clerk-order__item")) {
    const grip = document.createElement("span");
    grip.className = "clerk-order__grip";
    grip.draggable = true;
    grip.setAttribute("aria-hidden", "true"); // the buttons beside it are for everybody
    grip.textContent = "⠿";
    item.prepend(grip);
    grip.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.dataset.title);
      event.dataTransfer.setDragImage(item, 0, 0);
      item.classList.add("clerk-order__item--dragged");
    });
    grip.addEventListener("dragend", () => {
      item.classList.remove("clerk-order__item--dragged");
      dragged = null;
    });
  }
  for (const list of lists()) {
    list.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      const under = [...list.children].find((item) => {
        const box = item.getBoundingClientRect();
        return item !== dragged && event.clientY < box.top + box.height / 2;
      });
      if (under) under.before(dragged);
      else list.append(dragged);
    });
    list.addEventListener("drop", (event) => {
      if (!dragged) return;
      event.preventDefault();
      tell(dragged);
    });
  }
}
