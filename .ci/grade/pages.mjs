// Every page of a site as Chromium shows it: no violation of WCAG 2.2 AA or of axe's best practices, in light and dark and 320 pixels
// narrow; nothing to scroll sideways; no shift of the layout, no script that holds up the page, little to fetch.
// Argument: the folder of the site.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { browser, faults, must, pages, report, serve } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
    { width: 1280, height: 900, schemes: ["light", "dark"] },
    { width: 320, height: 640, schemes: ["light"] },
];
// A page and what it fetches, in bytes before compression, and in requests.
const HEAVIEST = 400_000;
const REQUESTS = 2;
// What nobody can see of a shift of the layout; Web Vitals call a hundred times as much good.
const SHIFT = 0.001;

const folder = process.argv[2];
const site = await serve(folder);
const chromium = await browser();
const all = pages(folder);
const weights = [];
await Promise.all(VIEWS.map(async ({ schemes, ...viewport }) => {
    const context = await chromium.newContext({ viewport });
    await context.addInitScript(() => {
        globalThis.shifted = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shifted += entry.value)))
            .observe({ type: "layout-shift", buffered: true });
    });
    for (const path of all) {
        const page = await context.newPage();
        page.on("console", (message) => must(message.type() !== "error", `${path}: ${message.text()}`));
        await go(page, path);
        await weigh(page, path, viewport, context);
        // Tables that are folded away are read by many; axe looks at what is open only.
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await page.evaluate(AXE);
        for (const colorScheme of schemes) {
            await page.emulateMedia({ colorScheme });
            await look(page, `${path} (${colorScheme}, ${viewport.width})`);
        }
        await page.close();
    }
    await context.close();
}));
await chromium.close();
site.stop();
summary();
report(`${all.length} pages, wide and narrow, light and dark`);

// Comes from a page of the site, so that the root leaves the choice of a language to the reader.
function go(page, path) {
    return page.goto(site.address + path, { waitUntil: "load", referer: `${site.address}/` });
}

// What the page weighs and how it loads; whether it fits the screen.
async function weigh(page, path, { width }, context) {
    const seen = await page.evaluate(() => {
        const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
        return {
            bytes: entries.reduce((sum, entry) => sum + entry.decodedBodySize, 0),
            requests: entries.length,
            blocking: [...document.scripts].filter((script) => script.src ? !script.defer && !script.async : script.parentElement === document.head)
                .filter((script) => script.type !== "application/ld+json").length,
            shifted: globalThis.shifted,
            wide: document.scrollingElement.scrollWidth,
        };
    });
    must(seen.wide <= width, `${path}: ${seen.wide} pixels wide on a screen of ${width}`);
    const shifted = await least(context, path, seen.shifted);
    must(shifted < SHIFT, `${path}: the layout shifts by ${shifted} on a screen of ${width}`);
    must(seen.blocking === 0, `${path}: ${seen.blocking} scripts that hold up the page`);
    must(seen.bytes <= HEAVIEST, `${path}: ${seen.bytes} bytes`);
    must(seen.requests <= REQUESTS, `${path}: ${seen.requests} requests`);
    if (width === VIEWS[0].width) weights.push({ path, ...seen });
}

// The least that the layout shifts in three loads. A busy machine draws a page of which it has read a part, and shifts what follows;
// what a page does by itself it does every time.
async function least(context, path, shifted) {
    for (let again = 0; again < 2 && shifted >= SHIFT; again++) {
        const page = await context.newPage();
        await go(page, path);
        shifted = Math.min(shifted, await page.evaluate(() => globalThis.shifted));
        await page.close();
    }
    return shifted;
}

// What axe says of the page as it stands.
async function look(page, at) {
    const violations = await page.evaluate(async (runOnly) => {
        const { violations } = await globalThis.axe.run({ runOnly, resultTypes: ["violations"] });
        return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.length, html: nodes[0].html, why: nodes[0].failureSummary }));
    }, TAGS);
    for (const { id, help, nodes, html, why } of violations) faults.push(`${at}: ${id}: ${help}; ${nodes} nodes, first ${html}\n    ${why}`);
}

function summary() {
    const bytes = weights.map((weight) => weight.bytes).sort((a, b) => a - b);
    const heaviest = weights.find((weight) => weight.bytes === bytes.at(-1));
    const requests = Math.max(...weights.map((weight) => weight.requests));
    console.log(`page weight with style sheet: median ${bytes[bytes.length >> 1]} bytes, most ${bytes.at(-1)} (${heaviest.path}); at most ${requests} requests`);
}
