// The preview's layer over a page: tells what each line and figure is, marks what is wrong, and follows the project's files.

import { counted, count, el, finding, place } from "./dom.js";
import { listen, say } from "./news.js";

let about = read(document);
let problems = [];
let position = -1;
let opened = null; // What the panel shows: "message" or "figure", its id, and of a figure its stat.

// The style stands in the head: the body is put anew with each change.
document.head.append(document.querySelector("body link[href='/-/layer.css']"));

// ---- the page's own elements ----

const LINES = "h1,h2,h3,h4,h5,h6,p,li,td,th,dt,dd,figcaption,summary,pre,svg text";

function read(page) {
  return JSON.parse(page.getElementById("numerate-about").textContent);
}

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
function nameLines() {
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

function elementsOf(message) {
  return [...document.querySelectorAll(`[data-numerate-message="${CSS.escape(message)}"]`)];
}

// Puts something behind a line: into cells and items, which hold nothing beside them.
function putAfter(element, note) {
  const holder = element.closest("td,th,li,dt,dd,figure");
  if (element.closest("svg")) element.closest("svg").after(note);
  else if (holder) holder.append(note);
  else element.after(note);
}

// ---- what is wrong, in its place ----

function mark() {
  document.querySelectorAll(".numerate-note").forEach((note) => note.remove());
  problems = [];
  const elsewhere = [];
  for (const found of about.findings) {
    if (lacked(found)) continue;
    const figures = found.figures.map((id) => document.getElementById(id)).filter(Boolean);
    const lines = found.about ? elementsOf(found.about) : [];
    figures.forEach((figure) => (figure.dataset.numerateWrong = found.severity));
    const target = lines[0] ?? figures[0]?.closest(LINES);
    if (!target) {
      elsewhere.push(found);
      continue;
    }
    if (lines[0]) lines[0].dataset.numerateWrong ??= found.severity;
    note(target, `${found.severity} finding`, finding(found, about));
  }
  for (const [id, message] of Object.entries(about.messages)) {
    if (about.earlier && !document.querySelector("main.none")) break; // The page is of another state than the messages.
    if (message.state === "missing") missing(id, message);
    else if (message.state === "stale") elementsOf(id).slice(0, 1).forEach((line) => stale(line, message));
  }
  // In the order of a reader.
  problems.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  bar(elsewhere);
}

function note(line, kind, ...content) {
  const element = el("aside", { class: `numerate-note ${kind}`, lang: "en", tabindex: "-1", "data-numerate-layer": true }, ...content);
  putAfter(line, element);
  problems.push(element);
}

function stale(line, message) {
  line.dataset.numerateWrong ??= "stale";
  note(line, "stale", el("p", {}, el("strong", {}, "stale "), "what it was translated from has changed since it was reviewed"), changes(message));
}

function changes(message) {
  return (message.changes ?? []).map((change) =>
    change.base !== undefined
      ? el("dl", {}, el("dt", {}, "was"), el("dd", {}, el("pre", {}, change.base)), el("dt", {}, "is"), el("dd", {}, el("pre", {}, message.base?.[1] ?? "")))
      : el("p", {}, el("code", {}, change.name), ` was ${change.was}, is ${change.is}`),
  );
}

// The id of the message that a finding says is missing, if the page has a note of that.
function lacked(found) {
  const id = found.code === "message-missing" && found.message.match(/`([^`]+)`/)?.[1];
  return id && about.messages[id]?.state === "missing" ? id : null;
}

function missing(id, message) {
  const before = message.after ? elementsOf(message.after).at(-1) : null;
  const line = before ?? document.querySelector("main h1, main p, body > *");
  note(line ?? document.body, "missing", el("p", {}, el("strong", {}, "missing "), el("code", {}, id)), message.base && el("pre", {}, message.base[1]), about.findings.filter((found) => lacked(found) === id).map((found) => el("p", {}, place(found, about))));
}

// ---- the bar and the inspector, which keep their own style ----

const host = el("div", { lang: "en", "data-numerate-layer": true, id: "numerate-layer" });
const shadow = host.attachShadow({ mode: "open" });
const panel = el("section", { class: "panel", hidden: true, tabindex: "-1", "aria-label": "Details" });
const strip = el("div", { class: "strip", role: "toolbar", "aria-label": "Preview" });
const live = el("p", { class: "live", role: "status" });
shadow.append(el("link", { rel: "stylesheet", href: "/-/layer.css" }), panel, strip, live);
document.documentElement.append(host);

function bar(elsewhere) {
  const of = (severity) => about.findings.filter((found) => found.severity === severity).length;
  const states = Object.values(about.messages).map((message) => message.state);
  const of_state = (state) => states.filter((one) => one === state).length;
  const words = [
    counted([of("error"), of("warning"), of("note")]),
    of_state("missing") && `${of_state("missing")} missing`,
    of_state("stale") && `${of_state("stale")} stale`,
  ].filter(Boolean);
  const summary = words.join(" · ") || (about.article ? "nothing found" : "preview");
  const worst = of("error") ? "error" : words.length ? "warning" : "fine";
  const parts = [
    el("span", { class: `state ${about.earlier ? "error" : worst}` }, summary),
    problems.length > 0 && el("button", { type: "button", click: () => go(-1), title: "Previous (p)" }, "Previous"),
    problems.length > 0 && el("button", { type: "button", click: () => go(1), title: "Next (n)" }, "Next"),
    elsewhere.length > 0 && el("button", { type: "button", click: () => listing(elsewhere) }, `${elsewhere.length} not on the page`),
    window.top === window && about.article && el("a", { href: `/article/${about.article}` }, "Side by side"),
    window.top === window && el("a", { href: "/" }, "Overview"),
  ];
  strip.replaceChildren(...parts.filter(Boolean));
  live.textContent = summary;
  if (about.earlier) listing(about.findings, "This page cannot be made now. Shown is the last one that could, if there is one.");
  else if (panel.dataset.kind === "earlier") close();
  if (window.parent !== window) window.parent.postMessage({ kind: "shown", locale: about.locale, summary, worst, earlier: about.earlier }, location.origin);
}

function show(kind, heading, ...content) {
  panel.dataset.kind = kind;
  panel.replaceChildren(
    el("header", {}, el("h2", {}, heading), el("button", { type: "button", click: close, title: "Close (Escape)" }, "Close")),
    ...content.flat().filter(Boolean),
  );
  panel.hidden = false;
}

function close() {
  opened = null;
  panel.hidden = true;
  panel.dataset.kind = "";
  document.querySelectorAll("[data-numerate-chosen]").forEach((element) => element.removeAttribute("data-numerate-chosen"));
}

function listing(found, remark) {
  show(remark ? "earlier" : "list", "Findings", remark && el("p", { class: "remark" }, remark), found.map((one) => finding(one, about)));
}

function facts(pairs) {
  const given = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "" && value.length !== 0);
  return el("dl", {}, given.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

function choose(element) {
  close();
  element.dataset.numerateChosen = "";
}

function showMessage(id, element) {
  choose(element);
  opened = { kind: "message", id };
  const message = about.messages[id] ?? {};
  const own = about.findings.filter((found) => found.about === id);
  show(
    "message",
    id,
    facts([
      ["stands in", message.at && place(message.at, about)],
      ["state", message.state],
      ["base text", message.base && el("pre", {}, message.base[1])],
      ["base file", message.base && place(message.base[0], about)],
    ]),
    message.state === "stale" ? changes(message) : null,
    own.map((found) => finding(found, about)),
  );
}

function showFigure(id, element) {
  choose(element);
  const { text, message, construct, literal, stat } = about.figures[id];
  opened = { kind: "figure", id, stat: stat?.id };
  const told = about.messages[message];
  const wrong = about.findings.filter((found) => found.figures.includes(id));
  const cell = stat?.cell;
  const row = cell?.row.map(([column, text]) => `${column} = ${text}`).join(", ");
  show(
    "figure",
    text,
    facts([
      ["literal", literal],
      ["stat", stat && el("code", {}, stat.id)],
      ["value", stat && `${stat.value} (${stat.unit})${stat.given === stat.value ? "" : `, given as ${stat.given}`}`],
      ["measures", [stat?.population, stat?.property].filter(Boolean).join(": ")],
      ["period", stat?.period],
      ["status", stat && stat.status !== "final" ? stat.status : null],
      ["stands in", stat && place(stat.at, about)],
      ["made of", stat?.inputs.map((input) => el("code", {}, `${input} `))],
      ["source", stat?.sources.map((source) => el("p", {}, `${source.producer}: `, el("cite", {}, source.title), " ", place(source.at, about)))],
      ["cell", cell && el("p", {}, el("strong", {}, cell.says), ` in the column ${cell.column}, where ${row} `, place(cell.at, about))],
      ["quote", stat?.quote && el("q", {}, stat.quote)],
      ["worded as", construct],
      ["message", el("p", {}, el("code", {}, message), " ", told?.at && place(told.at, about))],
      ["ledger", about.article && el("a", { href: new URL("ledger/", location.href).href }, "All figures of this article")],
    ]),
    wrong.map((found) => finding(found, about)),
  );
}

// ---- hands and keys ----

function inLayer(event) {
  return event.composedPath().some((target) => target instanceof Element && "numerateLayer" in target.dataset);
}

document.addEventListener(
  "click",
  (event) => {
    if (inLayer(event) || event.ctrlKey || event.metaKey || event.shiftKey || !getSelection().isCollapsed) return;
    const figure = event.target.closest("[data-numerate-figure]");
    const line = event.target.closest("[data-numerate-message]");
    if (figure) {
      event.preventDefault();
      showFigure(figure.dataset.numerateFigure, figure);
    } else if (line && !event.target.closest("a,summary,button")) {
      showMessage(line.dataset.numerateMessage, line);
    }
    if (line) say({ kind: "chosen", article: about.article, message: line.dataset.numerateMessage });
  },
  true,
);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input,textarea,select,[contenteditable]")) return;
  const focused = document.activeElement;
  if (event.key === "n") go(1);
  else if (event.key === "p") go(-1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" && focused?.dataset.numerateMessage) {
    showMessage(focused.dataset.numerateMessage, focused);
    panel.focus();
    say({ kind: "chosen", article: about.article, message: focused.dataset.numerateMessage });
  }
});

function go(step) {
  if (problems.length === 0) return;
  position = (position + step + problems.length + (position < 0 && step < 0 ? 1 : 0)) % problems.length;
  problems[position].scrollIntoView({ block: "center" });
  problems[position].focus({ preventScroll: true });
}

function inView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

// ---- following the files ----

let running = null;

// One refresh at a time, and one more after it if there was news meanwhile.
function refresh(paths) {
  if (running) return (running.again = [...(running.again ?? []), ...paths]);
  running = { again: null };
  return update(paths).finally(() => {
    const { again } = running;
    running = null;
    if (again) refresh(again);
  });
}

async function update(paths) {
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = new Map(about.lines.map(([message, text]) => [`${message} ${text}`, true]));
  const hasRun = [...document.querySelectorAll("script:not([type]), script[type=module]")].some((script) => !script.src.includes("/-/layer.js"));
  about = read(page);
  page.querySelectorAll("link[href='/-/layer.css']").forEach((link) => link.remove());
  const before_update = { opened, focused: document.activeElement?.dataset.numerateMessage };
  if (hasRun) return location.reload(); // What the page's own scripts made of it cannot be told from what it was.
  if (differs(page)) {
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceWith(page.body);
    document.querySelectorAll("details").forEach((details, number) => (details.open = open[number] ?? details.open));
    served = clean(document.body);
  }
  if (paths.some((path) => path.startsWith("templates/") && !/\.(md|html|toml)$/.test(path))) restyle();
  close();
  nameLines();
  mark();
  resume(before_update);
  flash(about.lines.filter(([message, text]) => !before.has(`${message} ${text}`)).map(([message]) => message));
}

// The panel and the focus, where what they were of is still there.
function resume({ opened, focused }) {
  const [line] = opened?.kind === "message" ? elementsOf(opened.id) : [];
  if (line) showMessage(opened.id, line);
  const figure = opened?.kind === "figure" && about.figures[opened.id]?.stat?.id === opened.stat && document.getElementById(opened.id);
  if (figure) showFigure(opened.id, figure);
  if (focused) elementsOf(focused)[0]?.focus({ preventScroll: true });
}

// The body as it was served, without the layer.
function clean(body) {
  const copy = body.cloneNode(true);
  copy.querySelectorAll("#numerate-about, link[href='/-/layer.css'], script[src='/-/layer.js']").forEach((element) => element.remove());
  return copy.outerHTML;
}

let served = clean(document.body);

function differs(page) {
  return clean(page.body) !== served;
}

function restyle() {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    if (link.href.includes("/-/")) continue;
    const next = link.cloneNode();
    next.href = `${link.href.split("?")[0]}?${about.revision}`;
    next.onload = () => link.remove();
    link.after(next);
  }
}

// Shows which lines are new.
function flash(messages) {
  const lines = messages.flatMap(elementsOf);
  lines.forEach((line) => line.classList.add("numerate-new"));
  setTimeout(() => lines.forEach((line) => line.classList.remove("numerate-new")), 1600);
  if (lines.length > 0 && !lines.some(inView)) lines[0].scrollIntoView({ block: "center" });
}

listen((message) => {
  if (message.kind === "lost") live.textContent = "the preview has stopped";
  host.toggleAttribute("data-lost", message.kind === "lost");
  if (message.kind === "news" && (message.revision !== about.revision || message.whole !== about.whole)) refresh(message.paths);
  if (message.kind === "chosen" && message.article === about.article) {
    const [line] = elementsOf(message.message);
    if (line) {
      choose(line);
      if (!inView(line)) line.scrollIntoView({ block: "center" });
    }
  }
});

nameLines();
mark();
