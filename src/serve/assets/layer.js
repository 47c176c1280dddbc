// The preview's layer over a page: tells what each line and figure is, marks what is wrong, and follows the project's files.

import { listen, say } from "./news.js";
import { go, mark } from "./notes.js";
import { about, elementsOf, know, nameLines, read } from "./page.js";
import { bar, choose, close, host, live, opened, panel, showFigure, showMessage } from "./panel.js";

// The style stands in the head: the body is put anew with each change.
document.head.append(document.querySelector("body link[href='/-/layer.css']"));

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
  know(read(page));
  page.querySelectorAll("link[href='/-/layer.css']").forEach((link) => link.remove());
  const earlier = { opened, focused: document.activeElement?.dataset.numerateMessage };
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
  bar(mark());
  resume(earlier);
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
bar(mark());
