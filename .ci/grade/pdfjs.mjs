// The text of files, page by page, as pdf.js gives it: `pdfjs.mjs FOLDER-OF-NODE-MODULES FILE…`, a line of JSON each.
import fs from "node:fs";
import path from "node:path";
const [folder, ...files] = process.argv.slice(2);
const { getDocument } = await import(path.resolve(folder, "node_modules/pdfjs-dist/legacy/build/pdf.mjs"));
for (const file of files) {
  const document = await getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => (item.str ?? "") + (item.hasEOL ? "\n" : "")).join(""));
  }
  console.log(JSON.stringify(pages));
}
