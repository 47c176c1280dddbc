// Drives the preview in a real browser, as somebody who writes would: `preview.mjs NODE NUMERATE PROJECT ARTICLE LIMIT`.
//
// NODE is a folder with playwright-core, PROJECT a project that may be changed, ARTICLE the id of an article with the messages
// `ARTICLE-title` and `ARTICLE-lead`, LIMIT the most milliseconds from a save to the sight of it. Prints what was seen and how long
// it took; exits 1 if anything was not as it must be. SHOTS is a folder for pictures.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const [node, numerate, project, article, limit] = process.argv.slice(2);
const { chromium } = await import(path.resolve(node, "node_modules/playwright-core/index.mjs"));
let failed = 0;

function check(what, is) {
  console.log(`${is ? "ok    " : "FAILED"} ${what}`);
  if (!is) failed = 1;
}

const child = spawn(numerate, ["serve", "--root", project, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
let said = "";
const address = await new Promise((resolve, reject) => {
  child.on("exit", (code) => reject(new Error(`the preview ended with ${code}: ${said}`)));
  child.stderr.on("data", (data) => {
    said += data;
    const found = said.match(/http:\/\/\S+\//);
    if (found) resolve(found[0]);
  });
});
child.removeAllListeners("exit");

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
const context = await browser.newContext({ viewport: { width: 1500, height: 900 } });
const page = await context.newPage();
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));

async function shot(name) {
  if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`) });
}

// Saves as editors do: a new file in the place of the old one.
function save(file, text) {
  const full = path.join(project, file);
  fs.writeFileSync(`${full}.tmp`, text);
  fs.renameSync(`${full}.tmp`, full);
}
const read = (file) => fs.readFileSync(path.join(project, file), "utf8");

// The milliseconds from a change until an expression holds in a frame, seen at the next picture that the browser paints.
async function time(frame, change, holds) {
  const seen = frame.evaluate(
    (holds) =>
      new Promise((resolve, reject) => {
        const test = new Function(`return (${holds})`);
        setTimeout(() => reject(new Error(`not seen in 30 s: ${holds}`)), 30000);
        const look = () => (test() ? requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())) : requestAnimationFrame(look));
        look();
      }),
    holds,
  );
  await new Promise((resolve) => setTimeout(resolve, 400));
  const start = performance.timeOrigin + performance.now();
  change();
  return (await seen) - start;
}

function middle(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

const has = (text) => `document.body.textContent.replace(/\\s/g, "").includes(${JSON.stringify(text.replace(/\s/g, ""))})`;

try {
  await page.goto(address);
  await page.waitForSelector("#articles tbody tr");
  await page.waitForFunction(() => document.getElementById("state").textContent.includes("nothing found"));
  await shot("dashboard");
  await page.goto(`${address}article/${article}?show=en,th`);
  const frameOf = async (tag) => {
    const handle = await page.waitForSelector(`#pane-${tag} iframe`);
    const frame = await handle.contentFrame();
    await frame.waitForSelector("[data-numerate-message]");
    return frame;
  };
  const thai = await frameOf("th");
  const english = await frameOf("en");
  check("paragraphs know their messages", (await thai.locator("[data-numerate-message]").count()) > 5);
  check("figures know their stats", (await thai.locator("[data-numerate-figure]").count()) > 5);
  await shot("side-by-side");

  const ftl = `locales/th/${article}.ftl`;
  const whole = read(ftl);
  const title = (text) => whole.replace(new RegExp(`^(${article}-title =).*$`, "m"), `$1 ${text}`);

  const times = [];
  for (let round = 0; round < 7; round++) {
    const text = `หัวข้อใหม่${"กขคงจฉช"[round]}`;
    times.push(await time(thai, () => save(ftl, title(text)), has(text)));
  }
  const rounded = times.map((time) => Math.round(time));
  console.log(`       save to sight, a message: ${rounded.join(", ")} ms; middle ${Math.round(middle(times))} ms`);
  check(`a message is seen within ${limit} ms`, middle(times) <= Number(limit));

  const wrong = await time(thai, () => save(ftl, title("ลูกค้าร้อยละ 99 พอใจ")), `document.querySelector(".numerate-note.error")?.textContent.includes("digit-in-narrative")`);
  console.log(`       save to the sight of a finding: ${Math.round(wrong)} ms`);
  check("the finding stands beside its line", (await thai.locator("h1 + .numerate-note.error").count()) > 0);
  check("the other locale has no finding of it", (await english.locator(".numerate-note").count()) === 0);
  await shot("finding");
  await time(thai, () => save(ftl, whole), `!document.querySelector(".numerate-note")`);
  check("the finding goes when it is mended", true);

  const broken = await time(thai, () => save(ftl, whole.replace(new RegExp(`^${article}-lead =`, "m"), `${article}-lead`)), `document.querySelector(".numerate-note.missing") !== null`);
  console.log(`       save to the sight of a missing message: ${Math.round(broken)} ms`);
  await shot("missing");
  await time(thai, () => save(ftl, ""), `document.getElementById("numerate-layer").shadowRoot.querySelector(".panel[data-kind=earlier]") !== null`);
  check("an empty file leaves the last good page", (await thai.locator("h1").count()) > 0);
  await shot("earlier");
  await time(thai, () => save(ftl, whole), `document.getElementById("numerate-layer").shadowRoot.querySelector(".panel[data-kind=earlier]") === null`);

  const template = read("templates/page.html");
  const markup = await time(thai, () => save("templates/page.html", template.replace("</main>", `<p id="added">ทดลอง</p>\n</main>`)), `document.getElementById("added") !== null`);
  console.log(`       save to sight, a template: ${Math.round(markup)} ms`);
  check(`a template is seen within ${limit} ms`, markup <= Number(limit));
  await time(thai, () => save("templates/page.html", template), `document.getElementById("added") === null`);
  const style = read("templates/style.css");
  const styled = await time(thai, () => save("templates/style.css", `${style}\nh1 { letter-spacing: 7px !important; }\n`), `getComputedStyle(document.querySelector("h1")).letterSpacing === "7px"`);
  console.log(`       save to sight, a style sheet: ${Math.round(styled)} ms`);
  save("templates/style.css", style);

  const topic = `data/stats/${/^stats: *\[([^,\]]+)/m.exec(read(`data/articles/${article}.yaml`))[1].trim()}.yaml`;
  const stats = read(topic);
  const stat = await time(
    thai,
    () => save(topic, stats.replace(/^( +value: )\d+$/m, "$1" + "37")),
    `document.querySelector(".numerate-note.error, #numerate-layer") && [...document.querySelectorAll("[data-numerate-wrong=error]")].length > 0`,
  );
  console.log(`       save to sight, a stat: ${Math.round(stat)} ms`);
  check(`a stat is seen within ${limit} ms`, stat <= Number(limit));
  await shot("stat");
  await time(thai, () => save(topic, stats), `document.querySelectorAll("[data-numerate-wrong=error]").length === 0`);

  const panel = thai.locator("#numerate-layer .panel");
  // The other locale may just be shown anew, for the stats are right again, and knows of no choice then.
  let chosen = false;
  for (let click = 0; click < 5 && !chosen; click++) {
    await thai.locator("p[data-numerate-message]").first().click({ position: { x: 5, y: 8 } });
    const one = () => document.querySelectorAll("[data-numerate-chosen]").length === 1;
    chosen = await english.waitForFunction(one, null, { timeout: 2000 }).then(() => true, () => false);
  }
  check("a paragraph tells its file and line", /locales\/th\/\S+\.ftl:\d+:\d+/.test(await panel.textContent()));
  check("the same line is chosen in the other locale", chosen);
  await shot("message");
  await thai.locator("data[data-numerate-figure]").first().click();
  const told = await panel.textContent();
  check("a figure tells its stat, source and cell", ["data/stats/", "data/sources/", "cell"].every((part) => told.includes(part)));
  await shot("figure");
  await thai.locator("h1").focus();
  await page.keyboard.press("Enter");
  check("the keyboard opens a line", (await panel.locator("h2").textContent()) === `${article}-title`);
  await page.keyboard.press("Escape");
  check("the keyboard closes it", await panel.isHidden());
  // The browser says itself that an empty document has no favicon, and that a page is gone; nothing of ours may be wrong.
  const ours = errors.filter((error) => !error.includes("favicon"));
  check(`no error in the browser${ours.length ? `: ${ours.join("; ")}` : ""}`, ours.length === 0);
} catch (error) {
  check(String(error), false);
  await shot("failed");
} finally {
  await browser.close();
  child.kill();
}
process.exit(failed);
