"""What machines read of a site: JSON-LD against a schema of our own, the site map against its XSD, feeds by feedparser, and whether the
languages of each page name one another. Arguments: the folder of the site map's schema, the folder of the site."""
import html.parser, json, pathlib, sys, urllib.parse
import feedparser, jsonschema, xmlschema

HERE = pathlib.Path(__file__).parent
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
faults = []


class Head(html.parser.HTMLParser):
    """The language, the links and the JSON-LD of a page."""

    def __init__(self, text):
        super().__init__()
        self.lang, self.canonical, self.alternates, self.feeds, self.data, self.meta = None, None, {}, [], [], {}
        self.in_data = False
        self.feed(text)

    def handle_starttag(self, name, attributes):
        attributes = dict(attributes)
        if name == "html":
            self.lang = attributes.get("lang")
        elif name == "meta" and "property" in attributes:
            self.meta.setdefault(attributes["property"], attributes.get("content"))
        elif name == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes["href"]
        elif name == "link" and attributes.get("rel") == "alternate" and "hreflang" in attributes and "type" not in attributes:
            self.alternates[attributes["hreflang"]] = attributes["href"]
        elif name == "link" and attributes.get("type") == "application/atom+xml":
            self.feeds.append(attributes["href"])
        self.in_data = name == "script" and attributes.get("type") == "application/ld+json"

    def handle_data(self, text):
        if self.in_data:
            self.data.append(text)

    def handle_endtag(self, _):
        self.in_data = False


def fault(where, what):
    faults.append(f"{where}: {what}")


def json_ld(pages):
    """Every article has data that its schema allows; they say what the page says."""
    schema = json.loads((HERE.parents[1] / "tests" / "schemas" / "article.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    count = 0
    for path, head in pages.items():
        if head.meta.get("og:type") == "article" and not head.data:
            fault(path, "an article without JSON-LD")
        for text in head.data:
            data = json.loads(text)
            count += 1
            for error in validator.iter_errors(data):
                fault(path, f"JSON-LD, {error.json_path}: {error.message}")
            if (data.get("url"), data.get("inLanguage")) != (head.canonical, head.lang):
                fault(path, "JSON-LD is about another page")
            for key in ("url", "title", "description", "site_name", "locale"):
                if not head.meta.get(f"og:{key}"):
                    fault(path, f"no og:{key}")
    return f"{count} JSON-LD"


def languages(pages):
    """Alternates are absolute, have a default, and name one another."""
    by_address = {head.canonical: head for head in pages.values() if head.canonical}
    for path, head in pages.items():
        if not head.canonical or not head.alternates:
            continue
        if "x-default" not in head.alternates:
            fault(path, "no x-default")
        for lang, address in head.alternates.items():
            other = by_address.get(address)
            if other is None:
                fault(path, f"{lang} is at {address}, which is no page's canonical address")
            elif lang != "x-default" and other.lang != lang:
                fault(path, f"{lang} is at {address}, which is in {other.lang}")
            elif head.canonical in head.alternates.values() and head.alternates != other.alternates:
                fault(path, f"{address} names other alternates")
    return f"{len(by_address)} canonical addresses"


def site_map(folder, schemas, pages):
    """The site map is valid, and lists the canonical addresses of articles with the alternates of their pages."""
    path = folder / "sitemap.xml"
    schema = xmlschema.XMLSchema(
        str(schemas / "sitemap.xsd"), locations={"http://www.w3.org/1999/xhtml": str(HERE / "xhtml-link.xsd")}
    )
    for error in schema.iter_errors(str(path)):
        fault("sitemap.xml", error.reason)
    by_address = {head.canonical: head for head in pages.values()}
    urls = list(xmlschema.XMLResource(str(path)).root.iter(f"{SITEMAP}url"))
    for url in urls:
        address = url.findtext(f"{SITEMAP}loc")
        if address not in by_address:
            fault("sitemap.xml", f"{address} is no page's canonical address")
            continue
        alternates = {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        if alternates != by_address[address].alternates:
            fault("sitemap.xml", f"{address} has other alternates than its page")
    listed = {url.findtext(f"{SITEMAP}loc") for url in urls}
    for path, head in pages.items():
        if head.meta.get("og:type") == "article" and head.canonical not in listed:
            fault("sitemap.xml", f"{path} is not listed")
    return f"{len(urls)} addresses in the site map"


def feeds(folder, pages):
    """Each locale's feed is well-formed, in its language, with entries that have an id, a date and the address of a page."""
    by_address = {head.canonical: head for head in pages.values()}
    files = sorted(folder.glob("*/feed.xml"))
    named = {head.lang for head in pages.values() if head.feeds}
    for lang in sorted({head.lang for head in pages.values()} - named):
        fault(lang, "no page names its feed")
    entries = 0
    for file in files:
        feed = feedparser.parse(file.read_bytes())
        where = f"{file.parent.name}/feed.xml"
        if feed.bozo:
            fault(where, feed.bozo_exception)
        if feed.version != "atom10" or feed.feed.get("language") != file.parent.name:
            fault(where, f"{feed.version} in {feed.feed.get('language')}")
        for key in ("id", "title", "updated_parsed", "link"):
            if not feed.feed.get(key):
                fault(where, f"the feed has no {key}")
        if len({entry.get("id") for entry in feed.entries}) != len(feed.entries) or not feed.entries:
            fault(where, "entries without ids of their own, or no entry")
        for entry in feed.entries:
            entries += 1
            for key in ("id", "title", "updated_parsed", "summary"):
                if not entry.get(key):
                    fault(where, f"{entry.get('link')} has no {key}")
            page = by_address.get(entry.get("link"))
            if page is None or page.lang != file.parent.name:
                fault(where, f"{entry.get('link')} is no page of this language")
    return f"{entries} entries in {len(files)} feeds"


schemas, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
pages = {f"/{path.relative_to(folder).as_posix()}": Head(path.read_text()) for path in sorted(folder.rglob("*.html"))}
said = [json_ld(pages), languages(pages), site_map(folder, schemas, pages), feeds(folder, pages)]
print(*faults, sep="\n", end="\n" if faults else "")
print(f"{'; '.join(said)}; {len(faults)} faults")
sys.exit(bool(faults))
