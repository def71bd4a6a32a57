// Marks, in the item navigation of a meeting, the item that is being read, where the browser does not by itself
// (:target-current). Without this script the navigation leads to the same places, unmarked.
const links = CSS.supports("selector(:target-current)") ? [] : [...document.querySelectorAll(".agenda-nav__link")];

if (links.length) {
  const places = links.map((link) => document.getElementById(link.hash.slice(1)));
  let waiting = 0;

  // The last one that begins in the upper third of the window: what stands there is being read
  const mark = () => {
    waiting = 0;
    const here = places.findLastIndex((place) => place?.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, number) => {
      if (number === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };

  document.addEventListener("scroll", () => { waiting ||= requestAnimationFrame(mark); }, { passive: true });
  mark();
}
