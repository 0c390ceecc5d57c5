// Improves the expressions of interest, which work without it: says what is wrong in the page's language,
// puts the answers together where no service is configured, keeps a draft if the visitor asks. Nothing is sent
// before the button at the end is pressed.

const NOT_KEPT = ["consent", "nonce", "role", "language"];
// Longer links are refused by some systems and cut by many mail programs.
const LONGEST_LINK = 2000;

// A limit on length can cut a sign in two, and half a sign belongs in no address.
const whole = (text) => text.toWellFormed?.() ?? text;

function controlsIn(field) {
  return [...field.querySelectorAll("input, select, textarea")];
}

// The kind of complaint about a field, such as "email", or nothing.
function complaintAbout(field) {
  const [first] = controlsIn(field);
  const { validity, type, required, value } = first;
  if (["radio", "checkbox"].includes(type)) {
    return validity.valid ? "" : type === "radio" ? "choice" : "consent";
  }
  const { kind } = field.dataset;
  if (required && !validity.badInput && !value.trim()) return kind === "country" ? "choice" : kind === "number" ? "number" : "text";
  if (validity.valid) return "";
  return ["email", "number", "date"].includes(kind) ? kind : "text";
}

// The fieldset of radio buttons, else the control itself.
function complainedOf(field) {
  return field.matches("fieldset") ? field : controlsIn(field)[0];
}

function showComplaint(form, field, kind) {
  const { field: key } = field.dataset;
  const at = complainedOf(field);
  const id = `complaint-${key}`;
  const old = document.getElementById(id);
  const hint = `hint-${key}`;
  at.toggleAttribute("aria-invalid", Boolean(kind));
  if (!kind) {
    old?.remove();
    at.setAttribute("aria-describedby", hint);
    return;
  }
  const words = old ?? Object.assign(document.createElement("p"), { id, className: "complaint" });
  words.textContent = wordsFor(form, kind);
  at.setAttribute("aria-invalid", "true");
  at.setAttribute("aria-describedby", `${hint} ${id}`);
  if (!old) field.append(words);
}

function wordsFor(form, kind) {
  return form.getAttribute(`data-complaint-${kind}`);
}

function labelOf(field) {
  return field.querySelector("[data-label]").dataset.label;
}

// Shows what is wrong beside the fields and in a list above them; says whether all is right.
function check(form, fields) {
  const wrong = fields.map((field) => ({ field, kind: complaintAbout(field) })).filter(({ kind }) => kind);
  for (const field of fields) showComplaint(form, field, wrong.find((one) => one.field === field)?.kind);
  const summary = form.querySelector("[data-errors]");
  summary.hidden = wrong.length === 0;
  summary.querySelector("ul").replaceChildren(...wrong.map(({ field, kind }) => {
    const [line, link] = [document.createElement("li"), document.createElement("a")];
    const [first] = controlsIn(field);
    link.href = `#${first.id}`;
    const words = wordsFor(form, kind);
    link.textContent = kind === "consent" ? words : `${labelOf(field)}: ${words}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      first.focus();
    });
    line.append(link);
    return line;
  }));
  if (wrong.length) summary.focus();
  return wrong.length === 0;
}

// The answers to a field in the words of the page.
function answerIn(field) {
  const [first, ...others] = controlsIn(field);
  if (first.type === "select-one") return first.value && first.selectedOptions[0].textContent;
  if (!["radio", "checkbox"].includes(first.type)) return first.value.trim();
  return [first, ...others].filter((one) => one.checked)
    .map((one) => field.querySelector(`label[for="${one.id}"]`).textContent).join("; ");
}

function letterFrom(fields) {
  return fields.map((field) => [labelOf(field), answerIn(field)])
    .filter(([, answer]) => answer)
    .map(([label, answer]) => {
      // Of a consent, the label is all that there is to say.
      if (label === answer) return label;
      return answer.includes("\n") ? `${label}:\n${answer}\n` : `${label}: ${answer}`;
    })
    .join("\n");
}

function linkTo(address, subject, body) {
  const text = body && `&body=${encodeURIComponent(whole(body).replace(/\r?\n/g, "\r\n"))}`;
  return `mailto:${address}?subject=${encodeURIComponent(whole(subject))}${text}`;
}

// Offers the letter as an e-mail, where an address is known.
function offerLink(letter, address, subject, body) {
  const open = letter.querySelector("[data-open]");
  open.hidden = !address;
  if (!address) return;
  const link = linkTo(address, subject, body);
  const isLong = link.length > LONGEST_LINK;
  open.href = isLong ? linkTo(address, subject, "") : link;
  for (const words of letter.querySelectorAll("[data-long]")) words.hidden = !isLong;
  for (const words of letter.querySelectorAll("[data-short]")) words.hidden = isLong;
  for (const to of letter.querySelectorAll("[data-to]")) to.textContent = address;
}

// Puts the answers together; where they go depends on the country.
function writeLetter(form, fields) {
  const letter = document.querySelector("[data-letter]");
  const { subject } = form.dataset;
  const country = form.elements.country.selectedOptions[0].dataset;
  const body = letterFrom(fields);
  offerLink(letter, country.address ?? form.dataset.address, subject, body);
  for (const office of letter.querySelectorAll("[data-office]")) {
    office.textContent = country.office;
    office.href = country.site;
  }
  letter.querySelector("[data-text]").value = `${subject}\n\n${body}\n`;
  letter.querySelector("[role=status]").textContent = "";
  letter.hidden = false;
  letter.focus();
}

function offerCopy(letter) {
  const [text, status] = [letter.querySelector("[data-text]"), letter.querySelector("[role=status]")];
  letter.querySelector("[data-copy]").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      if (!document.execCommand("copy")) return;
    }
    status.textContent = status.dataset.copied;
  });
}

// A draft lies in the browser's own storage, only while the box is ticked.
function offerDraft(form, role) {
  const [box, forget] = [form.querySelector("[data-draft]"), form.querySelector("[data-forget]")];
  const status = form.querySelector("[data-drafted]");
  const key = `draft:${role}`;
  const answers = () => [...new FormData(form)].filter(([name]) => !NOT_KEPT.includes(name));

  const storage = (use) => {
    try {
      return use(localStorage);
    } catch {
      // Without storage there is no draft.
      return null;
    }
  };
  const keep = () => {
    if (box.checked) box.checked = storage((kept) => { kept.setItem(key, JSON.stringify(answers())); return true; }) ?? false;
    forget.hidden = !box.checked;
  };
  const drop = () => {
    storage((kept) => kept.removeItem(key));
    box.checked = false;
    forget.hidden = true;
    status.textContent = status.dataset.forgotten;
  };

  const draft = storage((kept) => JSON.parse(kept.getItem(key)));
  if (draft) {
    for (const [name, value] of draft) fillIn(form.elements[name], value);
    box.checked = true;
    forget.hidden = false;
    status.textContent = status.dataset.drafted;
  }
  form.addEventListener("input", (event) => {
    if (event.target !== box) keep();
    else if (box.checked) { status.textContent = ""; keep(); } else drop();
  });
  forget.addEventListener("click", () => { drop(); box.focus(); });
}

function fillIn(control, value) {
  if (!control) return;
  const all = control instanceof RadioNodeList ? [...control] : [control];
  for (const one of all) {
    if (["radio", "checkbox"].includes(one.type)) one.checked ||= one.value === value;
    else one.value = value;
  }
}

// A printed form shows a line where nothing was filled in, not the browser's "dd/mm/yyyy".
function offerPrint(form) {
  const markEmpty = () => {
    for (const control of form.querySelectorAll("input, select")) control.toggleAttribute("data-empty", !control.value);
  };
  markEmpty();
  form.addEventListener("input", markEmpty);
  // Browsers also fill in answers without an event, when a page is opened again.
  addEventListener("beforeprint", markEmpty);
  document.querySelector("[data-print]").addEventListener("click", () => print());
}

function improve(form) {
  const fields = [...form.querySelectorAll("[data-field]")];
  const letter = document.querySelector("[data-letter]");
  for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
  form.noValidate = true;
  form.querySelector("[type=submit]").disabled = false;
  form.addEventListener("submit", (event) => {
    const isRight = check(form, fields);
    if (letter || !isRight) event.preventDefault();
    if (letter && isRight) writeLetter(form, fields);
  });
  form.addEventListener("input", ({ target }) => {
    const field = target.closest("[data-field]");
    if (letter) letter.hidden = true;
    if (field && complainedOf(field).getAttribute("aria-invalid")) showComplaint(form, field, complaintAbout(field));
  });
  offerDraft(form, form.dataset.adhesion);
  offerPrint(form);
  if (letter) offerCopy(letter);
}

document.querySelectorAll("[data-adhesion]").forEach(improve);
