"""The text that four readers copy out of printed documents, held against the web page beside each; and where lines break.

`text.py NODE FILE…`. The text of the page's article, without white space, must be that of the document letter by letter, in its
order: character error nought. Running heads and page numbers are known and left out, and a table's header that is repeated.
Thai lines must end where PyThaiNLP ends a word; Chinese lines must not begin or end with what may not stand there.
"""
import html.parser
import json
import pathlib
import re
import subprocess
import sys

import pymupdf
import pypdfium2
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize
from pythainlp.util import dict_trie
from rapidfuzz.distance import Levenshtein

NO_START = "，。、；：？！…—～）】》〉」』”’％%‰℃·"
NO_END = "（【《〈「『“‘"
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote", "pre", "figcaption", "text"}


# The words of the reference, without one that assets/words leaves out, too, and says why.
WORDS = dict_trie(set(thai_words()) - {"บอ"})


def bare(text):
    """A text without what layout adds: white space, soft hyphens, and what readers make of those."""
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def hyphens(given, wanted):
    """PDFium marks every hyphen at the end of a line by U+0002, or U+FFFE, and leaves it to programs whether the word has one."""
    resolved = []
    for part in re.split("[\u0002\ufffe]", given):
        resolved.append(part)
        resolved.append("-" if wanted[sum(map(len, resolved)):].startswith("-") else "")
    return "".join(resolved[:-1])


# In print a chart is its drawing, without the table under it.
SKIPPED = ("details", "script", "style")


class Article(html.parser.HTMLParser):
    """The blocks of a page's article down to its sources, the header of each table, the names that run along the pages."""

    def __init__(self, text):
        super().__init__()
        self.blocks, self.heads, self.lists = [""], [], []
        self.inside = self.done = self.name = self.heading = False
        self.skip, self.site, self.title, self.sources, self.head = 0, "", "", "", None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.inside |= tag == "article"
        self.name |= tag == "p" and attributes.get("class") == "name"
        self.done |= attributes.get("id") == "page-sources"
        if tag in SKIPPED:
            self.skip += 1
        if tag in ("ul", "ol"):
            self.lists.append([tag, int(attributes.get("start", 1))])
        if tag == "thead":
            self.head = ""
        if tag in BLOCKS:
            self.blocks.append("")
        if tag == "li" and self.lists and self.inside and not self.done:
            kind, number = self.lists[-1]
            self.lists[-1][1] += 1
            self.blocks[-1] += "•" if kind == "ul" else f"{number}."
        self.heading |= tag == "h1"

    def handle_endtag(self, tag):
        if tag in SKIPPED:
            self.skip -= 1
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag == "thead":
            self.heads.append(bare(self.head))
            self.head = None
        if tag in BLOCKS:
            self.blocks.append("")
        self.heading = self.heading and tag != "h1"
        self.name = self.name and tag != "p"
        if self.done and tag == "h2":
            self.inside = False

    def handle_data(self, data):
        if self.name:
            self.site += data
        if not self.inside or self.skip:
            return
        if self.done:
            self.sources += data
            return
        if self.heading:
            self.title += data
        if self.head is not None:
            self.head += data
        self.blocks[-1] += data


def pages_of(path, node):
    """The pages of a file in each reader."""
    run = lambda *command: subprocess.run(command, capture_output=True, text=True, check=True).stdout
    fium = pypdfium2.PdfDocument(path)
    return {
        "pdftotext -raw": run("pdftotext", "-raw", path, "-").split("\f")[:-1],
        "PDFium": [page.get_textpage().get_text_range() for page in fium],
        "MuPDF": [page.get_text() for page in pymupdf.open(path)],
        "pdf.js": json.loads(run("node", str(pathlib.Path(__file__).with_name("pdfjs.mjs")), node, path)),
    }


def lines_of(path):
    """The lines of a file as the eye has them: what stands on one baseline."""
    lines, last = [], None
    for page in pymupdf.open(path):
        for block in page.get_text("dict")["blocks"]:
            for line in block.get("lines", []):
                place = (page.number, round(line["spans"][0]["origin"][1]))
                text = "".join(span["text"] for span in line["spans"])
                if last and place[0] == last[0] and abs(place[1] - last[1]) < 3:
                    lines[-1] += text
                else:
                    lines.append(text)
                last = place
    return lines


# The message `page-number` of the built sites.
FEET = {"en": "Page {} of {}", "th": "หน้า {} จาก {}", "zh-Hans": "第{}页，共{}页"}


def body(pages, article, locale):
    """The article's own text in what a reader gave, without white space."""
    text = ""
    for number, page in enumerate(map(bare, pages), 1):
        foot = bare(FEET[locale].format(number, len(pages)))
        for running in (article.site + article.title + foot, article.site + foot, article.title + foot, foot):
            if page.endswith(bare(running)):
                page = page[: len(page) - len(bare(running))]
                break
        else:
            print(f"    page {number} does not end with its running head: …{page[-40:]}")
        for head in article.heads:
            if head and head in text and page.startswith(head):
                page = page[len(head):]
        text += page
    end = text.rfind(bare(article.sources)) if article.sources else len(text)
    return text[:end]


def breaks(lines, article, locale):
    """The ends of lines inside blocks, and those among them that are wrong."""
    wanted = [bare(block) for block in article.blocks if bare(block)]
    text = "".join(wanted)
    total, wrong, at = 0, [], 0
    starts, place = {}, 0
    for block in article.blocks:
        if not bare(block):
            continue
        starts[place] = block
        place += len(bare(block))
    bounds, inside = set(), set()
    for start, block in starts.items():
        inside.update(range(start + 1, start + len(bare(block))))
        if locale == "th":
            position = start
            for word in word_tokenize(block, engine="newmm", custom_dict=WORDS):
                position += len(bare(word))
                bounds.add(position)
    for line in map(bare, lines):
        found = text.find(line, at, at + 400 + len(line)) if line else -1
        if found < 0:
            continue
        at = found + len(line)
        if at not in inside:
            continue
        total += 1
        before, after = text[at - 1], text[at]
        if locale == "zh-Hans" and (after in NO_START or before in NO_END):
            wrong.append(text[at - 6: at] + "|" + text[at: at + 6])
        thai = lambda c: "\u0e00" <= c <= "\u0e7f"
        if locale == "th" and thai(before) and thai(after) and at not in bounds:
            wrong.append(text[at - 8: at] + "|" + text[at: at + 8])
    return total, wrong


def main():
    node, files = sys.argv[1], sys.argv[2:]
    errors, letters, broken, lines = {}, {}, {}, {}
    for path in files:
        page = pathlib.Path(path).parent / "index.html"
        article = Article(page.read_text("utf-8"))
        locale = pathlib.Path(path).parts[-3]
        wanted = bare("".join(article.blocks))
        readers = pages_of(path, node)
        for reader, pages in readers.items():
            given = hyphens(body(pages, article, locale), wanted)
            distance = 0 if given == wanted else Levenshtein.distance(wanted, given)
            key = (locale, reader)
            errors[key] = errors.get(key, 0) + distance
            letters[key] = letters.get(key, 0) + len(wanted)
            if distance:
                at = next((i for i, (a, b) in enumerate(zip(wanted, given)) if a != b), min(len(wanted), len(given)))
                print(f"{path}: {reader}: {distance} of {len(wanted)}\n    wanted …{wanted[max(0, at - 20): at + 30]}\n    given  …{given[max(0, at - 20): at + 30]}")
        total, wrong = breaks(lines_of(path), article, locale)
        lines[locale] = lines.get(locale, 0) + total
        broken.setdefault(locale, []).extend(wrong)
    for (locale, reader), count in sorted(errors.items()):
        print(f"{locale:8} {reader:16} {count} of {letters[locale, reader]} characters wrong")
    for locale, total in sorted(lines.items()):
        print(f"{locale:8} {total} lines end inside a block, {len(broken[locale])} of them wrongly")
        for wrong in sorted(set(broken[locale]))[:20]:
            print(f"    {wrong}")
    # PyThaiNLP is another opinion on words, so a few of its differences are no errors.
    wrong = len(broken.get("zh-Hans", [])) or len(broken.get("th", [])) * 50 > lines.get("th", 0)
    sys.exit(1 if any(errors.values()) or wrong else 0)


main()
