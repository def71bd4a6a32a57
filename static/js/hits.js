// Steps through the marked words of a paper, by buttons or, while a button or a mark has the focus, by n and p.
// Without this script the links from page to page lead to them.
const bar = document.querySelector("[data-hits]");
const at = bar?.querySelector(".hits__at");

// Words that follow each other are one hit
const follows = ({ previousSibling: gap }) =>
  gap?.nodeName === "MARK" || (gap?.nodeType === 3 && !/[\p{L}\p{N}]/u.test(gap.data) && gap.previousSibling?.nodeName === "MARK");
const marks = [...document.querySelectorAll(".reading mark")].filter((mark) => !follows(mark));

let last = -1;

function isSeen(mark) {
  const { top } = mark?.getBoundingClientRect() ?? { top: -1 };
  return top >= 0 && top < innerHeight;
}

// From the mark that was last stepped to, or from what is seen where the reader has gone on by other ways
function nearest(step) {
  if (marks[last] === document.activeElement || isSeen(marks[last])) return last + step;
  const edge = bar.getBoundingClientRect().bottom;
  const below = marks.findIndex((mark) => mark.getBoundingClientRect().top >= edge);
  return (below < 0 ? marks.length : below) + Math.min(step, 0);
}

function go(step) {
  const mark = marks[(last = (nearest(step) + marks.length) % marks.length)];
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
  at.textContent = bar.dataset.hits.replace("AT", last + 1).replace("ALL", marks.length);
}

// What the keyboard comes to is not left beneath the bar, which stays in place over the text (WCAG 2.2, 2.4.11)
function uncover({ target }) {
  const { top, bottom } = bar.getBoundingClientRect();
  const gap = target.getBoundingClientRect().top - bottom;
  if (top <= 0 && gap < 0 && !bar.contains(target) && target.matches(":focus-visible")) scrollBy(0, gap - bottom / 2);
}

if (bar && marks.length) {
  bar.classList.add("hits--stays");
  document.addEventListener("focusin", uncover);
  bar.querySelector(".hits__steps").hidden = false;
  at.textContent = bar.dataset.all.replace("ALL", marks.length);
  bar.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-step]");
    if (button) go(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    const step = { n: 1, p: -1 }[event.key], focused = document.activeElement;
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    if (bar.contains(focused) || marks.includes(focused)) go(step);
  });
}
