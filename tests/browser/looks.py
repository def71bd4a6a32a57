"""What is looked for on a page, as scripts that run in it; each answers with a list of faults in words."""

from playwright.sync_api import Page

# Whether the focus of each thing that takes it can be seen, and whether it is hidden under something that stays in
# place (WCAG 2.2, 2.4.7 and 2.4.11)
FOCUS = """() => {
  const name = (element) => element.outerHTML.slice(0, 120);
  const look = (element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 ? "" : style.outline;
    const forced = matchMedia("(forced-colors: active)").matches;
    return JSON.stringify(forced ? [outline, style.borderWidth] : [outline, style.boxShadow, style.backgroundColor]);
  };
  const covered = (element) => {
    const box = element.getClientRects()[0];
    const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), box.top + box.height / 2);
    return hit && !element.contains(hit) && !hit.contains(element) && !hit.closest("label");
  };
  const faults = [];
  const takes = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  for (const element of document.querySelectorAll(takes)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.tabIndex < 0) continue;
    if (element.type === "hidden") continue;
    const before = look(element);
    element.focus({ focusVisible: true });
    if (document.activeElement !== element) continue;
    const field = element.matches("[type=radio], [type=checkbox]");
    if (!field && look(element) === before) faults.push(`focus not seen: ${name(element)}`);
    if (!field && covered(element)) faults.push(`focus covered: ${name(element)}`);
    element.blur();
  }
  return faults;
}"""

# Sideways scrolling, and words cut off, under the spacing that readers may set (WCAG 2.2, 1.4.12), then with text of
# twice its size (1.4.4). Through style sheets made by script, which the policy of the site allows to no markup.
LARGER = """() => {
  const faults = [];
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  const check = (what, rules) => {
    sheet.replaceSync(rules);
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) faults.push(`${wide} pixels wide with ${what}`);
    for (const element of document.querySelectorAll("main *, header *, footer *")) {
      const style = getComputedStyle(element);
      const cuts = style.overflowX === "hidden" && element.clientWidth > 1 && style.webkitLineClamp === "none";
      if (cuts && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cut off with ${what}: ${element.outerHTML.slice(0, 120)}`);
    }
  };
  check("wider spacing", `
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  if (innerWidth >= 1280) check("twice the size", "html { font-size: 200% !important }");
  document.adoptedStyleSheets = [];
  return faults;
}"""

# What moved by itself after it was first drawn (CLS)
SHIFTS = """() => new Promise((answer) => {
  const moved = new Set();
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries())
      for (const { node } of shift.sources)
        moved.add(`moved by itself: ${(node?.parentElement ?? node)?.outerHTML?.slice(0, 120)}`);
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => answer([...moved])));
})"""


def faults_of(page: Page, *scripts: str) -> list[str]:
    return [fault for script in scripts for fault in page.evaluate(script)]
