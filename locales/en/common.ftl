### Words of the site itself: headings, labels and notes around every article.

site-title = The Customer, Counted
site-summary = What surveys say about the people who buy: articles in several languages, with a source for every figure.

# The name of this language in the language itself.
language-name = English

# Introduces links to the same article in other languages.
read-in = Read this in

# $date: the day of publication, written out.
published-on = Published on { $date }

contents-heading = In this article
sources-heading = Sources
source-label = Source

# Stands before the name of a source in a note, as in "From: Salesforce Research".
source-note-from = From

# The dagger stands after such figures in the text.
unverified-note = † We report this figure without having the page of the study at hand that states it. Take it as unverified.

# $count: how many figures the page has.
figures-proven-note = Figures on this page: { $count }. Each was read back after printing and compared with the recorded source data.

ledger-label = Ledger of all figures
back-to-index = All articles
skip-to-content = Skip to the article
not-found-title = Page not found

# The notes of the sources
unverified-label = unverified
table-label = Table
source-edition = Edition
source-published = Published
source-method = Method
source-population = Respondents
source-sample = Sample
source-places = Places
source-accessed = Read on
source-cited-in = Cited in
