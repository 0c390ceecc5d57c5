// Improves pages that already work: search, colour choice, closing of menus, filters, the agenda,
// meanings of words, sharing.

const fold = (text) =>
  text.toLowerCase().replace(/['’‘ʼʻ`´ˮ]/g, "").normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[ґıəłёđ]/g, (letter) => ({ "ґ": "г", "ı": "i", "ə": "e", "ł": "l", "ё": "е", "đ": "d" })[letter] ?? letter)
    .replace(/[\s\-‐–—.,()]+/g, " ").trim();

function offerScheme(button) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  button.hidden = false;
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const now = root.dataset.scheme ?? (dark.matches ? "dark" : "light");
    root.dataset.scheme = now === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}

function closeOnLeave(details) {
  addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
}

// The state of a filter is the address and nothing else, so that it can be linked and shared.
function keepInAddress(form, show) {
  const remember = () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const query = chosen.toString();
    const state = query ? `?${query}` : "";
    try {
      history.replaceState(null, "", state || location.pathname);
    } catch {
      // Some browsers refuse many changes in a short time; the list is filtered all the same.
    }
    for (const link of document.querySelectorAll(".languages a")) {
      link.search = state;
    }
  };
  const update = () => { show(); remember(); };

  form.hidden = false;
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name];
    const knows = field && (!field.options || [...field.options].some((option) => option.value === value));
    if (knows) field.value = value;
  }
  update();
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => requestAnimationFrame(update));
}

function tellShown(form, shown, total) {
  const { dataset } = form.querySelector("[data-result]");
  form.querySelector("[data-result]").textContent = shown
    ? dataset.some.replace("{shown}", shown).replace("{total}", total)
    : dataset.none;
}

// Each wish is the name of data that an item has, with one or several words.
function filterDocuments(form) {
  const items = [...document.querySelectorAll("[data-list] > li")];
  keepInAddress(form, () => {
    const wishes = [...new FormData(form)].filter(([, value]) => value);
    for (const item of items) {
      item.hidden = !wishes.every(([name, value]) => item.dataset[name].split(" ").includes(value));
    }
    tellShown(form, items.filter((item) => !item.hidden).length, items.length);
  });
}

function filterDirectory(form) {
  const list = document.querySelector("[data-list]");
  const sections = [...list.querySelectorAll("section")];
  const rows = [...list.querySelectorAll("tbody tr")].map((row) => ({
    row, body: row.parentNode, section: row.closest("section"),
    country: row.dataset.key.split("/")[0],
    names: fold(row.querySelector("th").textContent),
    population: row.dataset.population === "" ? null : Number(row.dataset.population),
    size: row.dataset.size,
    date: row.dataset.date, rank: Number(row.dataset.rank),
    commitments: row.dataset.commitments.split(" "), status: row.dataset.status,
  }));
  const orders = {
    name: (a, b) => a.rank - b.rank,
    population: (a, b) => (b.population ?? -1) - (a.population ?? -1) || a.rank - b.rank,
    newest: (a, b) => b.date.localeCompare(a.date) || a.rank - b.rank,
  };
  let spellings;
  let flat;

  const fits = (item, wanted) =>
    (!wanted.country || item.country === wanted.country)
      && (!wanted.commitment || item.commitments.includes(wanted.commitment))
      && (!wanted.status || item.status === wanted.status)
      && (!wanted.from || (item.date !== "" && item.date.slice(0, 4) >= wanted.from))
      && (!wanted.to || (item.date !== "" && item.date.slice(0, 4) <= wanted.to))
      && (!wanted.population || item.size === wanted.population)
      && (!wanted.q || (`${item.names}|${spellings?.[item.row.dataset.key] ?? ""}`).includes(fold(wanted.q)));

  const flatTable = () => {
    if (flat) return flat;
    flat = document.createElement("section");
    flat.append(list.querySelector(".scroll").cloneNode(true));
    flat.querySelector(".scroll").removeAttribute("aria-labelledby");
    flat.querySelector(".scroll").setAttribute("aria-label", form.sort.selectedOptions[0].textContent);
    flat.querySelector("tbody").replaceChildren();
    list.prepend(flat);
    return flat;
  };

  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const order = orders[wanted.sort];
    let shown = 0;
    for (const item of rows) {
      item.row.hidden = !fits(item, wanted);
      if (!item.row.hidden) shown += 1;
    }
    const sorted = order ? [...rows].sort(order) : rows;
    const target = order ? flatTable().querySelector("tbody") : null;
    for (const item of sorted) (target ?? item.body).append(item.row);
    if (flat) flat.hidden = !order || shown === 0;
    const anyWish = Object.entries(wanted).some(([name, value]) => value && name !== "sort");
    for (const section of sections) {
      const own = rows.filter((item) => item.section === section);
      section.hidden = Boolean(order) || (anyWish && !own.some((item) => !item.row.hidden));
    }
    tellShown(form, shown, rows.length);
  };

  const loadSpellings = async () => {
    if (spellings) return;
    spellings = {};
    try {
      spellings = await (await fetch(form.dataset.names)).json();
    } catch {
      // Offline, the names on the page still match.
    }
    show();
  };

  keepInAddress(form, show);
  if (form.elements.q.value) loadSpellings();
  form.elements.q.addEventListener("focus", loadSpellings, { once: true });
}

// The contact page names the file a reader came from.
function nameFile(line) {
  const file = new URLSearchParams(location.search).get("file");
  if (!file) return;
  line.querySelector("code").textContent = file;
  line.hidden = false;
}

// A page may be read long after it was built: what is over by now moves to the past.
function sortByToday(agenda) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0")).join("-");
  const isOver = ({ dataset: { until } }) => until.includes("T") ? new Date(until) < now : until < today;
  const past = agenda.querySelector("[data-past]");
  const closed = agenda.querySelector("[data-closed]");
  const ahead = agenda.querySelector("[data-upcoming]");
  for (const event of [...ahead.querySelectorAll("li")].filter(isOver)) {
    if (past) listOf(past, event.querySelector("time").dateTime.slice(0, 4)).prepend(event);
    else if (closed) closed.querySelector("ul").prepend(event);
    else event.remove();
  }
  if (closed?.querySelector("li")) closed.hidden = false;
  if (ahead.querySelector("li")) return;
  ahead.replaceChildren();
  agenda.querySelector("[data-none]").hidden = false;
}

function listOf(past, year) {
  const known = past.querySelector(`[data-year="${year}"] ul`);
  if (known) return known;
  const section = document.createElement("section");
  const heading = document.createElement("h3");
  const list = document.createElement("ul");
  section.dataset.year = heading.textContent = year;
  list.className = "events";
  section.append(heading, list);
  past.prepend(section);
  return list;
}

// A word's meaning appears beside it; without this the link leads to the list below the text.
function explainInPlace(list) {
  if (!("showPopover" in list)) return;
  const note = document.createElement("div");
  Object.assign(note, { popover: "auto", className: "meaning", tabIndex: -1, role: "dialog" });
  list.append(note);
  for (const link of document.querySelectorAll("a.term")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const word = document.getElementById(link.hash.slice(1));
      const [title, meaning] = [document.createElement("p"), document.createElement("p")];
      title.append(word.querySelector("dt a").cloneNode(true));
      meaning.textContent = word.querySelector("dd span").textContent;
      note.replaceChildren(title, meaning);
      note.ariaLabel = title.textContent;
      note.showPopover();
      placeBeside(note, link.getClientRects()[0]);
      note.focus({ preventScroll: true });
    });
  }
}

function placeBeside(note, place) {
  const { width, height } = note.getBoundingClientRect();
  const below = place.bottom + 8 + height < innerHeight;
  note.style.top = `${scrollY + Math.max(8, below ? place.bottom + 8 : place.top - 8 - height)}px`;
  note.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
}

// The device's own ways of sharing, where it has them; the links beside them need no script.
function offerSharing(group) {
  const { content: title } = document.querySelector("meta[property='og:title']");
  const { href } = document.querySelector("link[rel=canonical]");
  const [copy, send, status] = group.querySelectorAll("[data-copy], [data-send], [role=status]");
  // The state of a filter is part of the address.
  const url = () => href + (document.querySelector("[data-filter]") ? location.search : "");
  copy.hidden = !navigator.clipboard;
  send.hidden = !navigator.share;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(url());
      status.textContent = status.dataset.copied;
    } catch {
      // The browser may refuse; then there is nothing to offer.
      copy.hidden = true;
    }
  });
  // Changing one's mind in the device's dialog is no mistake.
  send.addEventListener("click", () => navigator.share({ title, url: url() }).catch(() => {}));
}

// Without scripts the link leads to the site map; with them it opens the search, loaded only then.
function offerSearch(link) {
  const address = new URL(link.dataset.search, location.href).href;
  link.href = address;
  link.ariaHasPopup = "dialog";
  link.setAttribute("aria-keyshortcuts", "/");
  const question = document.querySelector("main [data-searching] input");
  const ask = async () => {
    if (question) return question.focus();
    try {
      const { open } = await import("./search.js");
      await open(address);
    } catch {
      location.href = address;
    }
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask();
  });
  addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (target.isContentEditable || target.matches("input, select, textarea") || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    ask();
  });
}

document.querySelectorAll("[data-search]").forEach(offerSearch);
document.querySelectorAll("button[data-scheme]").forEach(offerScheme);
document.querySelectorAll("[data-closing]").forEach(closeOnLeave);
document.querySelectorAll("[data-filter=signatories]").forEach(filterDirectory);
document.querySelectorAll("[data-filter=documents]").forEach(filterDocuments);
document.querySelectorAll("[data-file]").forEach(nameFile);
document.querySelectorAll("[data-agenda]").forEach(sortByToday);
document.querySelectorAll("[data-words]").forEach(explainInPlace);
document.querySelectorAll("[data-share]").forEach(offerSharing);
