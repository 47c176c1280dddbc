// The page under the layer: what is told of it, and which of its elements says which message.

export let about = read(document);

// What is told of a page.
export function read(page) {
  return JSON.parse(page.getElementById("numerate-about").textContent);
}

// The page has become another.
export function know(next) {
  about = next;
}

export const LINES = "h1,h2,h3,h4,h5,h6,p,li,td,th,dt,dd,figcaption,summary,pre,svg text";

// A text without what pages lay out in their own way, and without the mark of unverified figures.
function squeeze(text) {
  return text.replace(/[\s\u200b†]+/g, "");
}

function ownText(element) {
  if (element.localName !== "li") return squeeze(element.textContent);
  const copy = element.cloneNode(true);
  copy.querySelectorAll("ul,ol").forEach((list) => list.remove());
  return squeeze(copy.textContent);
}

// Gives each line of the text its message. Lines and elements come in the same order; what a template repeats elsewhere is passed by.
export function nameLines() {
  const elements = [...document.body.querySelectorAll(LINES)].filter((element) => !element.closest("nav"));
  const texts = elements.map(ownText);
  let from = 0;
  for (const [message, text] of about.lines) {
    const wanted = squeeze(text);
    const at = wanted ? texts.indexOf(wanted, from) : -1;
    if (at < 0) continue;
    elements[at].dataset.numerateMessage = message;
    if (elements[at].namespaceURI.endsWith("xhtml")) elements[at].tabIndex = 0;
    from = at + 1;
  }
  for (const [id, figure] of Object.entries(about.figures)) {
    const element = document.getElementById(id);
    if (!element) continue;
    element.dataset.numerateFigure = id;
    const line = element.closest(LINES);
    if (line && !line.dataset.numerateMessage) line.dataset.numerateMessage = figure.message;
  }
}

export function elementsOf(message) {
  return [...document.querySelectorAll(`[data-numerate-message="${CSS.escape(message)}"]`)];
}

// Puts something behind a line: into cells and items, which hold nothing beside them.
export function putAfter(element, note) {
  const holder = element.closest("td,th,li,dt,dd,figure");
  if (element.closest("svg")) element.closest("svg").after(note);
  else if (holder) holder.append(note);
  else element.after(note);
}
