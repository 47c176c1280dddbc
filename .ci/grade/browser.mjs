// What the graders of pages in Chromium share: the built site behind a server of this machine, a browser, and a list of what is wrong.
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html", ".css": "text/css", ".xml": "application/xml", ".json": "application/json", ".pdf": "application/pdf",
    ".md": "text/markdown", ".txt": "text/plain", ".svg": "image/svg+xml" };

// A server of a folder: resolves to its address, without a slash at the end, and to what stops it.
export function serve(folder) {
    const server = createServer((request, response) => {
        let path = join(folder, decodeURIComponent(new URL(request.url, "http://site").pathname));
        try {
            if (statSync(path).isDirectory()) path = join(path, "index.html");
            const bytes = readFileSync(path);
            response.writeHead(200, { "content-type": `${TYPES[extname(path)] ?? "application/octet-stream"}; charset=utf-8` });
            response.end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });
    return new Promise((resolve) => server.listen(0, "127.0.0.1", () => {
        resolve({ address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() });
    }));
}

// The addresses of all pages of a folder, in order.
export function pages(folder, inside = "/") {
    return readdirSync(join(folder, inside), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
        if (entry.isDirectory()) return pages(folder, `${inside}${entry.name}/`);
        return entry.name === "index.html" ? [inside] : entry.name.endsWith(".html") ? [inside + entry.name] : [];
    });
}

export function browser() {
    return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
}

export const faults = [];

// Notes a fault if something does not hold.
export function must(holds, fault) {
    if (!holds) faults.push(fault);
}

// Says what is wrong, and ends so that the caller knows.
export function report(done) {
    for (const fault of faults) console.log(fault);
    console.log(`${done}; ${faults.length} faults`);
    process.exitCode = faults.length > 0 ? 1 : 0;
}
