// The bar at the bottom of the page and the panel over it, in a tree of their own, so that no style of the page reaches them.

import { counted, el, finding, place } from "./dom.js";
import { changes, go, problems } from "./notes.js";
import { about } from "./page.js";

// What the panel shows: "message" or "figure", its id, and of a figure its stat.
export let opened = null;

export const host = el("div", { lang: "en", "data-numerate-layer": true, id: "numerate-layer" });
const shadow = host.attachShadow({ mode: "open" });
export const panel = el("section", { class: "panel", hidden: true, tabindex: "-1", "aria-label": "Details" });
const strip = el("div", { class: "strip", role: "toolbar", "aria-label": "Preview" });
export const live = el("p", { class: "live", role: "status" });
shadow.append(el("link", { rel: "stylesheet", href: "/-/layer.css" }), panel, strip, live);
document.documentElement.append(host);

// How many of what were found; `elsewhere` are those that have no place on the page.
export function bar(elsewhere) {
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

export function close() {
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

export function choose(element) {
  close();
  element.dataset.numerateChosen = "";
}

export function showMessage(id, element) {
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
      ["base text", message.base && message.base[0].file !== message.at?.file && el("pre", {}, message.base[1])],
      ["base file", message.base && message.base[0].file !== message.at?.file && place(message.base[0], about)],
    ]),
    message.state === "stale" ? changes(message) : null,
    own.map((found) => finding(found, about)),
  );
}

export function showFigure(id, element) {
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
