// The search: loaded when it is first opened. Pagefind looks up keys of words; how they are made in
// a language, the page says (data-treatment; see publishing/languages/searching.py).

const PAGE = 10;
const PAUSE = 150;
const PATIENCE = 400;
// What Pagefind keeps of a page (see publishing/outputs/search_copies.py).
const BORDER = "¦";
// Marks of the index: kind, language of the title, country.
const [KIND, TITLE_LANGUAGE, COUNTRY] = ["k", "l", "c"];
const markOf = (field, value) => `zz${field}${value}zz`;
// What somebody asks in more words is no search for words.
const MOST_WORDS = 8;
const LONGER_PAUSE = 600;
const EXPLAINING = ["page", "term"];
const APOSTROPHES = /['’‘ʼʻ`´ˮ]/g;
const TELLING = /^(\p{Lu}{2}|\p{Nd}{2})$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼʻ`´ˮ]*/gu;

function withoutEnding(word, { endings, after_vowel: afterVowel, least }) {
  for (const ending of endings) {
    const stem = word.slice(0, word.length - ending.length);
    if (!word.endsWith(ending) || stem.length < least) continue;
    if (!afterVowel.includes(ending) || "aeiou".includes(stem.at(-1))) return stem;
  }
  return word;
}

export function keyOf(word, treatment) {
  const replaced = (text, pairs) => pairs.reduce((old, [from, to]) => old.replaceAll(from, to), text);
  const plain = replaced(word.toLowerCase(), treatment.before).replace(APOSTROPHES, "")
    .normalize("NFKD").replace(/\p{M}/gu, "");
  let key = replaced(plain, treatment.letters).replace(/ii+/g, "i");
  if (/^\p{Nd}+$/u.test(key)) return key;
  for (let round = 0; round < treatment.rounds; round += 1) {
    const shorter = withoutEnding(key, treatment);
    if (shorter === key) break;
    key = shorter;
  }
  for (const [soft, hard] of treatment.finals) {
    if (key.endsWith(soft) && key.length >= treatment.least) key = key.slice(0, -soft.length) + hard;
  }
  return key.replace(/(.)\1+/gu, "$1");
}

const bare = (word) => word.toLowerCase().replace(APOSTROPHES, "").normalize("NFD").replace(/\p{M}/gu, "");

// What could not be loaded, Pagefind waits for without end; only the browser hears of it.
function failureOf(program) {
  return new Promise((_resolve, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => reject(reason), { once: true });
    program.catch(reject);
  });
}

// Each language has a program and an index of its own.
async function indexOf(language, folder) {
  const program = import(`${folder}${language}/pagefind.js`);
  const ready = async () => {
    const index = await program;
    // After a failure it begins anew.
    await index.destroy();
    await index.init();
    // A whole word before one that only begins alike.
    await index.options({ ranking: { termSimilarity: 20, pageLength: 0 } });
    return index;
  };
  return Promise.race([ready(), failureOf(program)]);
}

async function contentOf(result) {
  const { raw_url: name, meta, content } = await result.data();
  const [marks, names] = content.split(BORDER);
  return {
    title: meta.title,
    text: meta.text ?? "",
    // The name of a copy is its address with other marks (~kk~join.html).
    address: name.replace(/^\/~|\.html$/g, "").replaceAll("~", "/").replace("=", "#"),
    names: names.match(WORD) ?? [],
    mark: (field) => marks.match(markOf(field, "([a-z]+?)"))?.[1],
  };
}

// Where Pagefind knows no word that begins like one that is asked, it takes ever shorter beginnings
// of it. Such answers are none: the best one tells.
async function lookUp(index, key, filters) {
  const { results } = await index.search([key, ...filters].join(" "));
  if (!results.length) return [];
  const { content } = await results[0].data();
  const has = content.match(WORD) ?? [];
  const isMeant = has.some((known) => known.startsWith(key)) && filters.every((mark) => has.includes(mark));
  return isMeant ? results : [];
}

// All words but the smallest: in, of, к, до; not EU, 48.
function askedIn(question) {
  const typed = (question.match(WORD) ?? []).slice(0, MOST_WORDS);
  const long = typed.filter((word) => word.length > 2 || TELLING.test(word));
  return long.length ? long : typed;
}

// Pagefind's scores grow fast with words of the title, so their logarithms are added.
// A page need not have each word, but what has little of them is left out.
export async function find(index, words, treatment, filters) {
  const total = new Map();
  for (const word of words) {
    const key = keyOf(word, treatment);
    for (const { id, score, data } of key ? await lookUp(index, key, filters) : []) {
      const one = total.get(id) ?? { id, data, score: 0, words: 0 };
      total.set(id, { ...one, score: one.score + Math.log1p(score), words: one.words + 1 });
    }
  }
  const ranked = [...total.values()].sort((a, b) => b.score - a.score);
  const complete = ranked.some((one) => one.words === words.length);
  const results = ranked.filter((one) => one.score >= ranked[0].score / 4 || one.words === words.length);
  return { results: await titlesFirst(results, words, treatment), complete };
}

// Of the first, those come before others that have more of the words, that have them as they were
// typed, and whose title or name is what was asked and little more; pages and meanings of words
// before records that say the same.
async function titlesFirst(results, words, treatment) {
  const share = (known, matches) => words.filter((word) => known.some(matches(word))).length / words.length;
  const inTitle = (word) => marker([word], treatment);
  const asTyped = (typed) => (word) => word.toLowerCase() === typed.toLowerCase();
  const inNames = (word) => {
    const wanted = keyOf(word, treatment);
    return (key) => key === wanted;
  };
  const first = await Promise.all(results.slice(0, PAGE).map(async (one) => {
    const { title, text, names, mark } = await contentOf(one);
    const inside = title.match(WORD) ?? [];
    const named = Math.max(share(inside, inTitle), mark(KIND) === "signatory" ? share(names, inNames) : 0);
    const bonus = named * (1 + words.length / (inside.length || 1)) + (EXPLAINING.includes(mark(KIND)) ? 0.3 : 0);
    const exact = share([...inside, ...(text.match(WORD) ?? [])], asTyped) / 10;
    return { ...one, rank: one.score / results[0].score + one.words / words.length + bonus + exact };
  }));
  return [...first.sort((a, b) => b.rank - a.rank), ...results.slice(PAGE)];
}

// Words are marked that begin as the reader's do, or have the same key.
function marker(words, treatment) {
  const forms = words.map(bare);
  const keys = words.map((word) => keyOf(word, treatment));
  return (word) => {
    const form = bare(word);
    return forms.some((one) => form.startsWith(one)) || keys.includes(keyOf(word, treatment));
  };
}

function appendMarked(element, text, isWanted) {
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isWanted(match[0])) continue;
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    element.append(text.slice(end, match.index), mark);
    end = match.index + match[0].length;
  }
  element.append(text.slice(end));
}

// About thirty words around the first that is wanted.
function excerptOf(text, isWanted) {
  const words = text.split(/\s+/);
  const at = Math.max(0, words.findIndex((word) => (word.match(WORD) ?? []).some(isWanted)));
  const from = Math.max(0, Math.min(at - 8, words.length - 30));
  const to = Math.min(words.length, from + 30);
  return (from ? "… " : "") + words.slice(from, to).join(" ") + (to < words.length ? " …" : "");
}

function line({ address, title, text, mark }, { panel, base, words, treatment, language, languageName }) {
  const isWanted = marker(words, treatment);
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(address, base);
  appendMarked(link, title, isWanted);
  const titleLanguage = mark(TITLE_LANGUAGE) ?? language;
  if (titleLanguage !== panel.dataset.language) link.lang = titleLanguage;
  const kind = panel.querySelector(`[name=kind] [value="${mark(KIND)}"]`).textContent;
  const facts = document.createElement("small");
  facts.textContent = languageName ? `${kind} · ${languageName}` : kind;
  const excerpt = document.createElement("p");
  if (languageName) excerpt.lang = language;
  appendMarked(excerpt, excerptOf(text, isWanted), isWanted);
  item.append(link, " ", facts, excerpt);
  return item;
}

export function offer(panel, page) {
  const form = panel.querySelector("form");
  const [status, list, more] = ["[data-status]", "[data-found]", "[data-more]"]
    .map((name) => panel.querySelector(name));
  const base = new URL(panel.dataset.base, page);
  const folder = new URL(panel.dataset.index, page).href;
  const treatmentOf = ({ dataset }) => JSON.parse(dataset.treatment);
  const own = { language: panel.dataset.language, treatment: treatmentOf(panel), languageName: "" };
  const others = [...panel.querySelectorAll("[data-other]")].map((other) => (
    { language: other.dataset.other, treatment: treatmentOf(other), languageName: other.textContent }
  ));
  const indexes = new Map();
  let turn = 0;
  let rest = [];

  const indexIn = (language) => {
    if (!indexes.has(language)) {
      const index = indexOf(language, folder);
      indexes.set(language, index);
      index.catch(() => indexes.delete(language));
    }
    return indexes.get(language);
  };

  const show = async (found, context, mine) => {
    const lines = await Promise.all(found.slice(0, PAGE).map(async (one) => line(await contentOf(one), context)));
    if (mine !== turn) return;
    list.append(...lines);
    const left = found.slice(PAGE);
    rest = [left, context];
    more.hidden = !left.length;
  };

  const clear = () => {
    if (list.contains(document.activeElement)) form.q.focus();
    list.replaceChildren();
    more.hidden = true;
  };

  const fail = () => {
    // The next question begins anew: what could not be loaded is remembered as if it were empty.
    indexes.clear();
    clear();
    status.textContent = panel.dataset.failed;
  };

  // The readers' own language first; others are offered where it has nothing.
  const search = async (words, filters, mine) => {
    const { results, complete } = await find(await indexIn(own.language), words, own.treatment, filters);
    if (results.length) return [results, { ...own, told: complete ? panel.dataset.count : panel.dataset.some }];
    // Pagefind keeps to itself that a part of the index did not arrive.
    if (!(await fetch(`${folder}${own.language}/pagefind-entry.json`, { cache: "no-store" })).ok) throw new Error(own.language);
    // Another language costs as much as the first: not for a word that is still being typed.
    if (others.length) await new Promise((resolve) => { setTimeout(resolve, LONGER_PAUSE); });
    for (const other of others) {
      if (mine !== turn) break;
      const { results: found } = await find(await indexIn(other.language), words, other.treatment, filters);
      if (found.length) return [found, { ...other, told: panel.dataset.elsewhere }];
    }
    return [[], { told: panel.dataset.none }];
  };

  const update = async () => {
    turn += 1;
    const mine = turn;
    list.ariaBusy = "true";
    const waits = setTimeout(() => { if (mine === turn) status.textContent = "…"; }, PATIENCE);
    await answer(mine);
    clearTimeout(waits);
    if (mine === turn) list.ariaBusy = "false";
  };

  const answer = async (mine) => {
    const words = askedIn(form.q.value);
    const wishes = [[KIND, form.kind.value], [COUNTRY, form.country.value]];
    const filters = wishes.filter(([, value]) => value).map(([field, value]) => markOf(field, value));
    if (!words.length) {
      clear();
      status.textContent = "";
      return;
    }
    try {
      const [found, context] = await search(words, filters, mine);
      if (mine !== turn) return;
      clear();
      status.textContent = context.told.replace("{number}", found.length);
      await show(found, { panel, base, words, ...context }, mine);
    } catch {
      if (mine === turn) fail();
    }
  };

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    list.ariaBusy = "true";
    waiting = setTimeout(update, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    update();
  });
  more.addEventListener("click", async ({ target }) => {
    const [next, mine] = [list.children.length, turn];
    target.disabled = true;
    try {
      await show(...rest, mine);
      if (mine === turn) list.children[next]?.querySelector("a").focus();
    } catch {
      status.textContent = panel.dataset.failed;
    }
    target.disabled = false;
  });
  // Arrow keys walk from the question through the answers and back.
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target instanceof HTMLSelectElement || list.ariaBusy === "true") return;
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [form.q, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  panel.hidden = false;
  return { update, form };
}

function withStyles(page) {
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("search.css", import.meta.url);
  const loaded = new Promise((resolve) => {
    styles.addEventListener("load", resolve);
    styles.addEventListener("error", resolve);
  });
  document.head.append(styles);
  return Promise.all([page, loaded]);
}

let opened;

// On any page: a window with what the page of the search has.
export async function open(address) {
  if (!opened) {
    opened = (async () => {
      const [html] = await withStyles(fetch(address).then((answer) => answer.text()));
      const page = new DOMParser().parseFromString(html, "text/html");
      const panel = document.importNode(page.querySelector("[data-searching]"), true);
      const dialog = document.createElement("dialog");
      dialog.className = "search";
      dialog.setAttribute("aria-label", page.querySelector("h1").textContent);
      const close = document.createElement("button");
      close.type = "button";
      close.className = "search__close";
      close.setAttribute("aria-label", panel.dataset.close);
      close.textContent = "×";
      close.addEventListener("click", () => dialog.close());
      // Beside the window, from the pressing of the button on: who selects text may end there.
      let isBeside = false;
      dialog.addEventListener("pointerdown", ({ target }) => { isBeside = target === dialog; });
      dialog.addEventListener("click", ({ target, ctrlKey, metaKey }) => {
        const leaves = target.closest("[data-found] a") && !ctrlKey && !metaKey;
        if (leaves || (isBeside && target === dialog)) dialog.close();
      });
      // In a field for searching, browsers take the first Escape for its text alone.
      dialog.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        dialog.close();
        // Where nothing had the focus before, browsers leave it here until they paint again.
        if (dialog.contains(document.activeElement)) document.activeElement.blur();
      });
      const inside = document.createElement("div");
      inside.className = "search__inside";
      inside.append(close, panel);
      dialog.append(inside);
      document.body.append(dialog);
      const { form } = offer(panel, address);
      return { dialog, form };
    })();
    opened.catch(() => { opened = undefined; });
  }
  const { dialog, form } = await opened;
  dialog.showModal();
  form.q.focus();
  form.q.select();
}

// On its own page: the question is the address, so that it can be linked.
function onItsPage(panel) {
  const { update, form } = offer(panel, location.href);
  const wishes = new URLSearchParams(location.search);
  for (const name of ["q", "kind", "country"]) {
    form[name].value = wishes.get(name) ?? "";
    if (form[name].value !== (wishes.get(name) ?? "")) form[name].value = "";
  }
  const remember = () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    const state = chosen ? `?${chosen}` : "";
    try {
      history.replaceState(null, "", state || location.pathname);
    } catch {
      // Some browsers refuse many changes in a short time; the search works all the same.
    }
    for (const link of document.querySelectorAll(".languages a")) link.search = state;
  };
  form.addEventListener("input", remember);
  remember();
  if (!wishes.get("q")) form.q.focus();
  update();
}

const panel = document.querySelector("main [data-searching]");
if (panel) onItsPage(panel);
