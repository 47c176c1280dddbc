### Words of the site itself: headings, labels and notes around every article.

site-title = The Customer, Counted
site-summary = What surveys say about the people who buy: articles in several languages, with a source for every figure.

# The name of this language in the language itself.
language-name = English

# Introduces links to the same article in other languages.
read-in = Read this in

# $date: the day of publication, written out.
published-on = Published on { $date }

# $date: the day of the last revision, written out.
updated-on = Updated on { $date }

# Heads the list of corrections at the end of an article.
corrections-heading = Corrections

# $date: the day of a correction. Stands before its note in feeds.
corrected-on = Correction of { $date }

contents-heading = In this article
sources-heading = Sources

# The dagger stands after such figures in the text.
unverified-note = † We report this figure without having the page of the study at hand that states it. Take it as unverified.

# $count: how many figures the page has.
figures-proven-note = Figures on this page: { $count }. Each was read back after printing and compared with the recorded source data.

ledger-label = Ledger of figures
pdf-label = This article for print (PDF)
markdown-label = This article as plain text (Markdown)
# At the foot of each printed page. $page: its number. $pages: how many there are.
page-number = Page { $page } of { $pages }
back-to-index = All articles
skip-to-content = Skip to the article

# The notes of the sources
unverified-label = unverified
table-label = Table
# Opens the table under a chart.
chart-as-table = Show the numbers as a table
source-edition = Edition
source-published = Published
source-method = Method
source-population = Respondents
source-sample = Sample
source-places = Places
source-accessed = Read on
source-cited-in = Cited in
source-in-ledger = Figures from this source in the ledger

# The ledger of an article: a page that shows each of its figures, in every language, beside its source.
ledger-intro = The figures of this article as each language prints them, beside the statistics that they are and the places where the sources give them. Before publication every figure was read back from the finished page and held against its statistic.
# Heads the columns; between them stand the names of the languages.
ledger-stat = Statistic
ledger-evidence = Evidence
# How a statistic was verified before it was printed.
ledger-verified-cell = Compared with the table of the source
ledger-verified-quote = Compared with the words of the source
ledger-verified-derived = Computed from other figures
ledger-verified-none = As our records give it; no table or quotation to compare it with
# How far the statistic may be relied on, where that is not final.
ledger-status-provisional = Provisional: the source may still change it
ledger-status-estimate = An estimate, says the source
ledger-status-forecast = A forecast
ledger-status-unverified = Unverified: we have no page of the study at hand that states it
ledger-status-illustration = An invented example
ledger-status-retired = No longer to be used
# What speaks for a statistic: where in the table it stands, what the table says there, the words of the source, the formula.
ledger-row = Row
ledger-column = Column
ledger-says = The table says
ledger-quote = The source says
ledger-derived = Formula
ledger-literals = Numbers that are no statistics
ledger-literals-note = Names and set expressions in which a number occurs. The article declares them, so that no statistic is taken for them or they for a statistic.
ledger-data = The ledger of the whole site as data (JSON)
back-to-article = Back to the article
