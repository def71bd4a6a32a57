// Suggestions under the search fields that say where to ask for them; plain fields without this script.
const FEWEST = 3, PAUSE = 160;

function make(name, properties, attributes = {}) {
  const element = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function offer(field, number) {
  const id = `suggestions-${number}`;
  const list = make("ul", { id, className: "suggestions", hidden: true }, { role: "listbox", "aria-label": field.dataset.said });
  const said = make("div", { className: "govuk-visually-hidden" }, { "aria-live": "polite" });
  let rows = [], at = -1, timer, asking;

  function mark(place) {
    at = place;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", number === at));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[at]?.id ?? "");
  }

  function show(found) {
    rows = found;
    list.replaceChildren(...rows.map(({ text, kind }, number) => {
      const option = make("li", { id: `${id}-${number}`, textContent: `${text} ` }, { role: "option" });
      option.append(make("span", { textContent: kind }));
      return option;
    }));
    list.hidden = !rows.length;
    field.setAttribute("aria-expanded", !list.hidden);
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
    field.value = text;
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
    if (words.length < FEWEST) show([]);
    else timer = setTimeout(ask, PAUSE, words);
  });
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], places = rows.length + 1;
    if (event.isComposing || !rows.length) return;
    if (step) mark(((at + 1 + step + places) % places) - 1);
    else if (event.key === "Escape") show([]);
    else if (event.key === "Enter" && rows[at]) choose(rows[at]);
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", () => show([]));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("li");
    if (option) choose(rows[[...list.children].indexOf(option)]);
  });
}

document.querySelectorAll("[data-suggest]").forEach(offer);
