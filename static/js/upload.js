// The clerk's screens do all of this without script too: a file input takes a dropped file, the waiting page
// refreshes itself, and links to pages open them. This makes the same things smoother.

const form = document.querySelector("[data-upload]");
if (form) {
  const zone = form.querySelector(".clerk-drop");
  const input = form.querySelector("input[type=file]");
  const error = document.getElementById("id_file_error");
  const limit = Number(form.dataset.limit);

  const refusal = () => {
    const file = input.files[0];
    if (!file) return "Choose a PDF to upload.";
    if (file.size > limit) return `The file is larger than ${Math.floor(limit / 1048576)} MB, the most that can be uploaded.`;
    return "";
  };
  const tell = () => {
    error.textContent = refusal();
    zone.classList.toggle("clerk-field--error", Boolean(error.textContent));
  };

  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("clerk-drop--over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    zone.addEventListener(name, () => zone.classList.remove("clerk-drop--over"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      tell();
    }
  });
  input.addEventListener("change", tell);
  form.addEventListener("submit", (event) => {
    tell();
    if (error.textContent) {
      event.preventDefault();
      input.focus();
      return;
    }
    const button = form.querySelector("button[data-busy]");
    button.textContent = button.dataset.busy;
  });
}

const waiting = document.querySelector("[data-status]");
if (waiting) {
  const words = waiting.querySelector("[data-words]");
  const state = waiting.querySelector("[data-state]"); // read out by screen readers, and so not page by page
  const progress = waiting.querySelector("progress");
  const look = async () => {
    try {
      const response = await fetch(waiting.dataset.status, { credentials: "same-origin" });
      if (!response.ok || response.redirected) return window.location.reload();
      const status = await response.json();
      if (status.finished) return window.location.reload();
      words.textContent = status.words;
      if (state.textContent !== status.state) state.textContent = status.state;
      if (status.pages_read && status.pages) {
        progress.max = status.pages;
        progress.value = status.pages_read;
      }
    } catch {
      // The site is out of reach for a moment: look again.
    }
    return window.setTimeout(look, 1000);
  };
  window.setTimeout(look, 700);
}

const pane = document.querySelector("[data-pages]");
if (pane && window.matchMedia("(min-width: 1100px)").matches) {
  const last = Number(pane.dataset.last);
  const name = pane.dataset.name || "PDF page";
  const address = (number) => pane.dataset.address.replace("/0.webp", `/${number}.webp`);
  const image = document.createElement("img");
  image.width = 1000;
  image.height = 1414;
  const caption = document.createElement("p");
  caption.setAttribute("role", "status");
  const turn = (label, step) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "clerk-button clerk-button--quiet";
    button.textContent = label;
    button.addEventListener("click", () => show(current + step));
    return button;
  };
  const before = turn("Previous page", -1);
  const after = turn("Next page", 1);
  const bar = document.createElement("div");
  bar.className = "clerk-viewer";
  bar.append(before, caption, after);
  pane.replaceChildren(bar, image);

  let current = 1;
  const show = (number) => {
    current = Math.min(Math.max(number, 1), last);
    image.src = address(current);
    image.alt = `${name} ${current} of ${last}`;
    caption.textContent = image.alt;
    before.disabled = current === 1;
    after.disabled = current === last;
    pane.scrollTop = 0;
  };
  show(Number(pane.dataset.start) || 1);
  // The page follows what is worked on.
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest("[data-turns]");
    if (card && Number(card.dataset.turns) !== current) show(Number(card.dataset.turns));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-page]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(Number(link.dataset.page));
    }
  });
}
