// An article in several locales, side by side. Each pane is the page itself, with its layer.

import { el } from "./dom.js";
import { listen } from "./news.js";

const at = (id) => document.getElementById(id);
const article = decodeURIComponent(location.pathname.split("/").at(-1));
const panes = new Map();
let known = null;

function wanted() {
  const asked = new URL(location.href).searchParams.get("show");
  const tags = known.locales.map(({ tag }) => tag);
  const shown = asked ? asked.split(",").filter((tag) => tags.includes(tag)) : tags.slice(0, innerWidth < 1200 ? 2 : 3);
  return shown.length > 0 ? shown : tags.slice(0, 1);
}

function draw() {
  const shown = wanted();
  at("article").textContent = article;
  document.title = `${article} – preview`;
  at("locales").replaceChildren(
    ...known.locales.map(({ tag }) =>
      el("button", { type: "button", "aria-pressed": String(shown.includes(tag)), click: () => toggle(tag, shown) }, tag),
    ),
  );
  for (const { tag, page } of known.locales) {
    const is_shown = shown.includes(tag);
    if (is_shown && !panes.has(tag)) panes.set(tag, pane(tag, page));
    if (!is_shown && panes.has(tag)) panes.delete(tag) && at(`pane-${tag}`).remove();
  }
  // In the order of the settings; a frame that is moved would load again, so only new ones are put.
  for (const { tag } of known.locales.toReversed()) {
    const element = panes.get(tag);
    if (element && !element.isConnected) at("panes").insertBefore(element, next(tag));
  }
}

function next(tag) {
  const tags = known.locales.map((locale) => locale.tag);
  return tags.slice(tags.indexOf(tag) + 1).map((tag) => panes.get(tag)).find((element) => element?.isConnected) ?? null;
}

function pane(tag, page) {
  return el(
    "section",
    { id: `pane-${tag}`, "aria-label": tag },
    el("h2", {}, el("a", { href: page }, tag), " ", el("span", { class: "summary" })),
    el("iframe", { src: page, title: `${article} in ${tag}` }),
  );
}

function toggle(tag, shown) {
  const tags = shown.includes(tag) ? shown.filter((one) => one !== tag) : [...shown, tag];
  if (tags.length === 0) return;
  const address = new URL(location.href);
  address.searchParams.set("show", tags.join(","));
  history.replaceState(null, "", address);
  draw();
}

addEventListener("message", ({ origin, data }) => {
  const summary = origin === location.origin && data.kind === "shown" && panes.get(data.locale)?.querySelector(".summary");
  if (!summary) return;
  summary.textContent = data.earlier ? `last good page; ${data.summary}` : data.summary;
  summary.className = `summary ${data.earlier ? "error" : data.worst}`;
});

async function update() {
  const answer = await fetch(`/-/article/${encodeURIComponent(article)}`);
  if (!answer.ok) {
    at("article").textContent = `There is no article ${article}`;
    return;
  }
  known = await answer.json();
  draw();
}

listen((message) => {
  if (message.kind === "news" && !known) update();
});
update();
