// What is wrong with the page, in its place: a note under each line that a finding is about, and boxes where messages are missing.

import { el, finding, place } from "./dom.js";
import { about, elementsOf, LINES, putAfter } from "./page.js";

// The notes, in the order of a reader.
export let problems = [];
let position = -1;

// Marks the page anew; the findings that are about nothing on it.
export function mark() {
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
  return elsewhere;
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

export function changes(message) {
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

// Goes to the next note, or to the one before.
export function go(step) {
  if (problems.length === 0) return;
  position = (position + step + problems.length + (position < 0 && step < 0 ? 1 : 0)) % problems.length;
  problems[position].scrollIntoView({ block: "center" });
  problems[position].focus({ preventScroll: true });
}
