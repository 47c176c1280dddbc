// The dashboard: how far each article is in each locale, and all that is wrong in the project's files.

import { counted, el, finding } from "./dom.js";
import { listen } from "./news.js";

const at = (id) => document.getElementById(id);
let overview = null;

function cell(article, tag, { messages, missing, stale, unreviewed, findings }) {
  const done = messages - missing - stale;
  const found = counted(findings);
  const words = [missing > 0 && `${missing} missing`, stale > 0 && `${stale} stale`, unreviewed > 0 && `${unreviewed} unreviewed`, found].filter(Boolean);
  const kind = findings[0] > 0 ? "error" : missing + stale + findings[1] > 0 ? "warning" : "fine";
  const shown = tag === overview.base ? tag : `${overview.base},${tag}`;
  return el(
    "td",
    {},
    el(
      "a",
      { href: `/article/${article}?show=${shown}`, class: kind },
      messages > 0 && el("progress", { max: messages, value: done, "aria-label": `${tag}: ${done} of ${messages} messages` }),
      el("span", {}, words.join(", ") || (tag === overview.base ? "nothing found" : "complete")),
    ),
  );
}

function draw() {
  const wanted = at("filter").value.trim().toLowerCase();
  const head = el("tr", {}, el("th", { scope: "col" }, "Article"), overview.locales.map((tag) => el("th", { scope: "col" }, tag)));
  const rows = overview.articles
    .filter(({ id }) => id.includes(wanted))
    .map(({ id, cells }) =>
      el("tr", {}, el("th", { scope: "row" }, el("a", { href: `/article/${id}` }, id)), cells.map((one, number) => cell(id, overview.locales[number], one))),
    );
  document.querySelector("#articles thead").replaceChildren(head);
  document.querySelector("#articles tbody").replaceChildren(...rows);
  const counts = counted(overview.counts);
  at("state").textContent = `${overview.articles.length} articles, ${overview.locales.length} locales; ${counts || "nothing found"}`;
  at("findings").hidden = overview.findings.length === 0;
  const more = overview.counts.reduce((sum, one) => sum + one) - overview.findings.length;
  at("list").replaceChildren(
    ...overview.findings.map((found) => finding(found, overview)),
    ...(more > 0 ? [el("p", {}, `and ${more} more: \`numerate check\` lists them all`)] : []),
  );
}

async function update() {
  const answer = await fetch("/-/overview");
  if (!answer.ok) return;
  overview = await answer.json();
  draw();
}

at("filter").addEventListener("input", () => overview && draw());
listen((message) => {
  if (message.kind === "news" && message.whole !== (overview?.revision ?? 0)) update();
  if (message.kind === "lost") at("state").textContent = "the preview has stopped";
});
update();
