// The ways of a reader through a site, in Chromium: from the root to a language, to an article, from a figure to its source, on to the
// ledger and back, through the languages; then by the keyboard alone. Argument: the folder of the site.
import { browser, must, report, serve } from "./browser.mjs";

const site = await serve(process.argv[2]);
const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1100, height: 800 }, reducedMotion: "reduce" });
const page = await context.newPage();
page.setDefaultTimeout(5000);
let ways = 0;

try {
    await root();
    const choices = await page.locator("main a[hreflang]").evaluateAll((links) => links.map((link) => link.hreflang));
    must(choices.length > 0, "the root offers no language");
    for (const language of choices) {
        await root();
        await page.locator(`main a[hreflang="${language}"]`).click();
        await arrived(language, "the root");
        await led(language);
        const articles = await page.locator("main article h2 a").evaluateAll((links) => links.map((link) => link.href));
        must(articles.length > 0, `${language}: the index lists no article`);
        for (const article of articles) {
            await page.goto(article);
            await source(language);
            await page.goto(article);
            await contents();
            await page.goto(article);
            await languages(language);
            await page.goto(article);
            await keyboard();
        }
    }
} catch (error) {
    must(false, `${page.url()}: ${error.message}`);
}
await chromium.close();
site.stop();
report(`${ways} ways`);

// The root, come to from a page of the site: the choice is the reader's.
async function root() {
    await page.goto(`${site.address}/`, { referer: `${site.address}/` });
    must(new URL(page.url()).pathname === "/", "the root leads on though the reader came from the site");
}

// A browser of that language comes to the root from elsewhere and is led to its index, once; without scripts it may choose.
async function led(language) {
    for (const javaScriptEnabled of [true, false]) {
        const context = await chromium.newContext({ locale: language, javaScriptEnabled });
        const page = await context.newPage();
        let documents = 0;
        page.on("response", (response) => (documents += response.request().isNavigationRequest() ? 1 : 0));
        await page.goto(`${site.address}/`, { waitUntil: "load" });
        if (javaScriptEnabled) await page.waitForURL(`**/${language}/`);
        must(documents === (javaScriptEnabled ? 2 : 1), `${page.url()}: ${documents} documents, from the root in ${language}`);
        ways += 1;
        await context.close();
    }
}

// The page is in the language that was asked for.
async function arrived(language, from) {
    ways += 1;
    must(await page.locator("html").getAttribute("lang") === language, `${page.url()}: reached from ${from} for ${language}`);
}

// The element that the address names is there, and in the part of the page that the reader sees.
async function atTarget(what) {
    ways += 1;
    const target = page.locator(":target");
    must(await target.count() === 1, `${page.url()}: ${what} leads to nothing`);
    if (await target.count() === 1) {
        const { y } = await target.boundingBox();
        must(y >= 0 && y < 800, `${page.url()}: ${what} leads to what is out of sight, at ${Math.round(y)}`);
    }
}

// From the first figure of the text to its source note, on to the ledger, to the row's section, and back to the article.
async function source() {
    const figures = page.locator(".text .figure a:visible");
    if (await figures.count() === 0) return;
    await figures.first().click();
    await atTarget("a figure");
    const article = page.url().split("#")[0];
    const ledger = page.locator(":target a[href*='ledger/']");
    must(await ledger.count() > 0, `${page.url()}: the note has no way to the ledger`);
    if (await ledger.count() === 0) return;
    await ledger.first().click();
    await atTarget("a note");
    await page.locator("footer a[href='../']").click();
    must(page.url() === article, `${page.url()}: not the article from which the reader came`);
    await page.locator(".sources .cited a").first().click();
    await atTarget("a place of citation");
}

// Every entry of the table of contents leads to its heading.
async function contents() {
    const entries = page.locator(".contents a");
    for (let index = 0; index < await entries.count(); index += 1) {
        await entries.nth(index).click();
        await atTarget("the table of contents");
    }
}

// Through the languages and back to where the way began.
async function languages(first) {
    const start = page.url();
    const others = await page.locator(".languages a").evaluateAll((links) => links.map((link) => link.hreflang));
    for (const language of [...others, first]) {
        await page.locator(`.languages a[hreflang="${language}"]`).click();
        await arrived(language, "the choice of languages");
    }
    must(page.url() === start, `${page.url()}: the languages do not lead back to ${start}`);
}

// By the keyboard: the first stop skips to the article; every stop is seen, and shows that it has the focus; charts open.
async function keyboard() {
    await page.keyboard.press("Tab");
    const skip = await stop();
    must(skip.href?.endsWith("#page-content") && skip.seen, `${page.url()}: the first stop is no way past the head`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    must((await stop()).inside, `${page.url()}: the skip link does not lead into the article`);
    await page.goto(page.url().split("#")[0]);
    const many = await page.locator("a, summary, [tabindex='0']").count();
    let stops = 0;
    for (; stops < many; stops += 1) {
        await page.keyboard.press("Tab");
        const at = await stop();
        if (at.name === "BODY") break;
        must(at.seen, `${page.url()}: a stop of the keyboard is out of sight: ${at.html}`);
        must(at.outlined, `${page.url()}: a stop of the keyboard does not show it: ${at.html}`);
        if (at.name === "SUMMARY") {
            await page.keyboard.press("Enter");
            must(await page.evaluate(() => document.activeElement.parentElement.open), `${page.url()}: a table does not open`);
        }
    }
    must(stops > 5, `${page.url()}: only ${stops} stops`);
    ways += 1;
}

// The element that has the focus.
function stop() {
    return page.evaluate(() => {
        const element = document.activeElement;
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return {
            name: element.tagName,
            href: element.href,
            html: element.outerHTML.slice(0, 120),
            inside: document.getElementById("page-content")?.contains(element),
            seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left >= 0 && box.left < innerWidth,
            outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        };
    });
}
