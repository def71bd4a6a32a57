// Suggestions under the search fields that say where to ask for them; plain fields without this script
const make = (name, properties) => Object.assign(document.createElement(name), properties);

function offer(field, number) {
  const id = `suggestions-${number}`;
  const list = make("ul", { id, className: "suggestions", role: "listbox", ariaLabel: field.dataset.said });
  const said = make("div", { className: "govuk-visually-hidden", ariaLive: "polite" });
  let rows = [], at = -1, timer, asking;

  function mark(place) {
    at = place;
    [...list.children].forEach((option, number) => (option.ariaSelected = number === at));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[at]?.id ?? "");
  }

  function show(found) {
    rows = found;
    list.replaceChildren(...rows.map(({ text, kind }, number) => {
      const option = make("li", { id: `${id}-${number}`, role: "option" });
      option.append(`${text} `, make("span", { textContent: kind }));
      return option;
    }));
    list.hidden = !rows.length;
    field.ariaExpanded = !list.hidden;
    said.textContent = rows.length ? `${field.dataset.said} ${rows.length}` : "";
    mark(-1);
  }

  async function ask(words) {
    const { signal } = (asking = new AbortController());
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`, { signal });
      const { suggestions } = await answer.json();
      if (document.activeElement === field) show(suggestions);
    } catch {
      if (!signal.aborted) show([]);
    }
  }

  function choose({ text, kind, url }) {
    show([]);
    if (kind) return location.assign(url);
    field.value = text; // with what else the form has
    field.form.requestSubmit();
  }

  field.parentElement.classList.add("has-suggestions");
  field.after(list, said);
  field.role = "combobox";
  field.ariaAutoComplete = "list";
  field.setAttribute("aria-controls", id);
  show([]);

  field.addEventListener("input", () => {
    clearTimeout(timer);
    asking?.abort();
    const words = field.value.trim();
    if (words.length < 3) show([]);
    else timer = setTimeout(ask, 160, words);
  });
  field.addEventListener("keydown", (event) => {
    const { key, isComposing } = event, places = rows.length + 1;
    if (isComposing || !rows.length) return;
    if (key === "ArrowDown") mark(((at + 2) % places) - 1);
    else if (key === "ArrowUp") mark(((at + places) % places) - 1);
    else if (key === "Escape") show([]);
    else if (key === "Enter" && rows[at]) choose(rows[at]);
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", () => show([]));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => target !== list && choose(rows[[...list.children].indexOf(target.closest("li"))]));
}

document.querySelectorAll("[data-suggest]").forEach(offer);
