// Improves the map: the name of a dot in words, and arrow keys from dot to dot. All dots are one stop
// of the Tab key; without this the table and the lists lead to the same pages.

const SIDES = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function explore(map) {
  const said = document.querySelector("[data-said]");
  const links = [...map.querySelectorAll(".map__dots a")];
  if (!links.length) return;
  const dots = links.map((link) => {
    const [x, y] = link.querySelector("path").getAttribute("d").match(/-?\d+/g).map(Number);
    return { link, x, y };
  });

  // A name in another language says which.
  const tell = (link) => {
    const name = document.createElement("span");
    name.textContent = link.querySelector("title").textContent;
    if (link.hasAttribute("lang")) name.lang = link.getAttribute("lang");
    const facts = [...link.classList].map((key) =>
      document.querySelector(`[data-size="${key}"], [data-status="${key}"]`)?.textContent);
    said.replaceChildren(name, ...facts.filter(Boolean).map((words) => ` · ${words}`));
  };

  // Of the dots within 45 degrees of a side, the nearest.
  const beside = (here, [across, down]) => {
    let nearest;
    let shortest = Infinity;
    for (const dot of dots) {
      const ahead = (dot.x - here.x) * across + (dot.y - here.y) * down;
      const aside = Math.abs((dot.x - here.x) * down + (dot.y - here.y) * across);
      if (ahead <= 0 || aside > ahead || ahead + aside >= shortest) continue;
      [nearest, shortest] = [dot, ahead + aside];
    }
    return nearest;
  };

  const target = (key, index) => ({
    Home: dots[0], End: dots.at(-1), PageDown: dots[index + 1], PageUp: dots[index - 1],
  })[key] ?? (SIDES[key] && beside(dots[index], SIDES[key]));

  let stop = links[0];
  const go = (link) => {
    stop.tabIndex = -1;
    stop = link;
    stop.tabIndex = 0;
  };
  go(stop);
  said.hidden = false;
  map.addEventListener("focusin", ({ target: shape }) => {
    const link = shape.closest(".map__dots a");
    if (!link) return;
    go(link);
    tell(link);
  });
  map.addEventListener("pointerover", ({ target: shape }) => {
    const link = shape.closest(".map__dots a");
    if (link) tell(link);
  });
  map.addEventListener("keydown", (event) => {
    const index = links.indexOf(event.target);
    if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = target(event.key, index);
    if (!next && !SIDES[event.key]) return;
    event.preventDefault();
    next?.link.focus();
  });
}

document.querySelectorAll("[data-map]").forEach(explore);
