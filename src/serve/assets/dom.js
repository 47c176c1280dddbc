// Elements, written as calls; and what all pages of the preview show in the same way.

// An element with attributes and children; texts are texts. Attributes that are functions listen, and those that are false are left out.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// `2 errors`, `1 error`; nothing for none.
export function count(number, noun) {
  return number === 0 ? null : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// The counts of errors, warnings and notes in words.
export function counted([errors, warnings, notes]) {
  return [count(errors, "error"), count(warnings, "warning"), count(notes, "note")].filter(Boolean).join(", ");
}

// A place as `file:line:column`, which can be copied and opened in an editor.
export function place(at, about) {
  const text = `${at.file}:${at.line}:${at.column}`;
  const copy = el("button", { type: "button", class: "copy", "aria-label": `Copy ${text}`, click: () => copied(copy, text) }, "Copy");
  const open = about.editor && el("a", { href: address(at, about), class: "open" }, "Open");
  return el("span", { class: "place" }, el("code", {}, text), " ", copy, open && " ", open);
}

function address(at, about) {
  const path = encodeURI(`${about.root}/${at.file}`).replace(/[?#]/g, encodeURIComponent);
  const named = { path, line: at.line, column: at.column };
  return about.editor.replace(/\{(path|line|column)\}/g, (_, name) => named[name]);
}

async function copied(button, text) {
  await navigator.clipboard.writeText(text);
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), 1200);
}

// A finding in words.
export function finding(found, about) {
  return el(
    "div",
    { class: `finding ${found.severity}` },
    el("p", { class: "what" }, el("strong", {}, `${found.severity} `), el("code", {}, found.code), " ", found.message),
    found.help && el("p", { class: "help" }, `Help: ${found.help}`),
    el("p", {}, place(found, about)),
  );
}
