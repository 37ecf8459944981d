// What a page does beyond reading: hints, tied marks, selections, keys. Every page works without it.
"use strict";

const all = (what, inside = document) => [...inside.querySelectorAll(what)];

// Hints while typing.
for (const box of all("input[data-hints]")) {
  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (box.value.trim().length < 2) return;
      const answer = await fetch(`${box.dataset.hints}?q=${encodeURIComponent(box.value)}`);
      if (!answer.ok) return;
      const options = (await answer.json()).map((hint) => {
        const option = document.createElement("option");
        option.value = hint;
        // Browsers show only options that hold what was typed.
        option.label = `${hint} ${box.value}`.includes(box.value) ? hint : box.value;
        return option;
      });
      document.getElementById(box.getAttribute("list")).replaceChildren(...options);
    }, 150);
  });
}

// Empty fields stay out of a search's address.
for (const form of all("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const field of all("input, select", form)) if (!field.value) field.disabled = true;
  });
}
addEventListener("pageshow", () => {
  for (const field of all("form[method=get] :disabled")) field.disabled = false;
});

// Parts that take longer come after the page.
for (const place of all("[data-load]")) {
  fetch(place.dataset.load, { headers: { "X-Part": "1" } }).then(async (answer) => {
    if (!answer.ok) return;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceWith(...made.body.children);
  });
}

// A dot of the timeline leads into a list that is folded up.
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const list = target && target.closest("details");
  if (!list || list.open) return;
  list.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

// Source, cue and content of one statement light up together.
const text = document.querySelector("[data-text]");
const numbers = (node) => node?.closest("[data-of]")?.dataset.of.split(" ") ?? [];
function light(node) {
  const lit = numbers(node);
  for (const one of all("[data-of]")) {
    one.classList.toggle("is-lit", one.dataset.of.split(" ").some((number) => lit.includes(number)));
  }
}
if (text) {
  document.addEventListener("mouseover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));
  text.addEventListener("click", (event) => {
    const [number] = numbers(event.target);
    const note = number && document.getElementById(`note-${number}`);
    if (note && !event.target.closest("a") && getSelection().isCollapsed) show(note);
  });
}
// Only the list moves: the text stays where the reader is.
function show(note) {
  const list = note.closest(".notes");
  if (list.scrollHeight > list.clientHeight) list.scrollTop = note.offsetTop - list.offsetTop - 40;
}
const list = document.querySelector("[data-notes]");
if (text && list) {
  const seen = new IntersectionObserver((changes) => {
    const first = changes.filter((one) => one.isIntersecting)[0];
    const note = first && document.getElementById(`note-${first.target.dataset.of}`);
    if (note && !list.parentElement.matches(":hover, :focus-within")) show(note);
  }, { rootMargin: "0px 0px -60% 0px" });
  for (const tag of all(".tag[id]", text)) seen.observe(tag);
}

// A selection becomes places, counted in code points of the article.
const points = (words) => [...words].length;
function place(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!piece) return null;
  const before = document.createRange();
  before.selectNodeContents(piece);
  before.setEnd(node, offset);
  return Number(piece.dataset.at) + points(before.toString());
}
function selected() {
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
  if (!range || range.collapsed || !text?.contains(range.commonAncestorContainer)) return null;
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? `${start}-${end}` : null;
}
for (const one of all("[data-hint]")) one.hidden = false;
let last = null;
document.addEventListener("selectionchange", () => { last = selected() ?? last; });
for (const button of all("[data-take]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    if (last) document.getElementById(button.dataset.take).value = last;
  });
}

// Copying.
for (const button of all("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}

// A few keys for those who review many.
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input, select, textarea");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return;
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input, select")) wanted.focus();
  else wanted.click();
});

// Progress of what is being read.
const wait = document.querySelector("[data-reload]");
if (wait) setTimeout(() => location.reload(), Number(wait.dataset.reload));
