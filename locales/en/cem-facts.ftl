### A page of copied figures on customer experience: which of them can be traced, which cannot, which are broken.
### $misprint and $misnomer are literals: mistakes of that page, quoted as such.
### Figures are variables. FIGURE(…, as: "fraction" or "n-in-m") brings its own hedge ("nearly", "more than"): do not add one.

# The claim of the article: a figure without its question and its study cannot be quoted, however good it sounds.
cem-facts-title = Before you paste that figure
cem-facts-summary =
    A page of facts on customer experience, dated { $page-day }, is the kind that ends up in presentations. We asked where its figures come from. A few held, many led nowhere, and { FIGURE($hard-to-buy, as: "fraction") } of customers had shrunk to { $misprint }.

cem-facts-lead =
    You know the slide. It is grey, it bears a large figure and a small claim, and nobody in the room asks where it comes from. Somebody found it on a page; the page had found it on another.

    We took such a page, a compilation on customer experience management dated { $page-day }, and did what readers of slides rarely do: we asked each figure for its papers. The exercise is less about customers than about figures. They age, they lose their questions on the way, and now and then they lose a digit.

cem-facts-traced-heading = The few with papers
# All figures of this section have a known study.
cem-facts-traced-body =
    Start with the good news. Some of the page’s claims lead back to a study with a name.

    | Claim | Figure | Study |
    | :-- | --: | :-- |
    | Consumers who stop doing business with a brand they love after a single bad experience | { $leave-after-one } | PwC |
    | US consumers who find a positive experience more influential than great advertising | { $experience-over-advertising } | PwC |
    | Customers who say that most companies fall short of their expectations | { $fall-short } | Salesforce |
    | Customers whose expectations of good experiences are higher than ever | { $expectations-higher } | Salesforce |
    | How much more customers with the best past experiences spend than those with the poorest | { $best-past-spend } | Harvard Business Review |

    Even good figures need careful hands. To spend { $best-past-spend } more is to spend { $best-past-ratio } as much, which in a hurry becomes “{ $best-past-spend } of”, something else altogether. And those who had the best experiences may have been the keenest customers to begin with, so the figure does not promise that better service will multiply anybody’s revenue.

cem-facts-leaving-heading = How many customers leave? It depends on the question
# Every figure here answers another question. The words of the questions matter more than the figures.
cem-facts-leaving-body =
    Nowhere is the page so generous as on the subject of departure. Anyone who wants to frighten a board may choose from a whole range.

    From { FIGURE($leave-after-one, as: "n-in-m") } to { FIGURE($left-for-competitor, as: "fraction") }: which of them is right? Perhaps all. One figure is about a brand that people love, another about any brand; one counts what people did, another what they say that they would do; one names a single incident, another a grievance that may have lasted for years. Strip them of their questions, as slides do, and they contradict each other. Put the questions back and they merely describe different doors.

    The chart sets the doors side by side. Its line about a better competitor comes from the Salesforce survey and was not on the page; we add it for comparison. The line about difficult buying has been corrected, of which more below.

cem-facts-echo-heading = The figure that answers everything
cem-facts-echo-body =
    Read the page from top to bottom and a certain number keeps coming round. Customer experience is a competitive factor to { $compete-on-experience } of businesses. Customer service is what { $compete-on-service } of companies mainly compete on. Intelligent automation improves the experience, say { $automation-helps } of business leaders. And a voucher of some value would make { $voucher } of dissatisfied customers consider staying.

    Coincidence is possible. But where { FIGURE($compete-on-experience, as: "n-in-m") } of those asked agree with whatever is asked, an editor reaches for the red pencil. The page names no study for any of these claims, and the same number may have slid from line to line. We print them here as specimens, not as findings.

cem-facts-broken-heading = A digit goes missing
# $misprint and $misnomer are what the page prints; the stats are what is right.
cem-facts-broken-body =
    Some mistakes can be proven. The page says that { $misprint } of customers tend to switch brands if purchasing is difficult. It is an odd sort of warning if so few would go. The figure that Salesforce is said to have given in { $report-2016 } explains it: { $hard-to-buy }, or { FIGURE($hard-to-buy, as: "fraction") }. A digit had dropped off, and the sentence went on being copied as if it still meant something.

    Elsewhere the number survives and the words around it give way. The share of consumers who would end a relationship over poor service is introduced as “{ $misnomer }” and then given as { $left-over-service }. That is { FIGURE($left-over-service, as: "n-in-m") }. Whoever remembers only the words takes home a larger figure than was ever found.

cem-facts-talk-heading = Does anger travel further than joy?
# share-good and share-bad are shares of customers (Salesforce); told-good and told-bad are numbers of people told.
cem-facts-talk-body =
    A claim may also seem false and not be. According to the page, customers tell { $told-good } people on average of a good experience and { $told-bad } of a bad one. The Salesforce survey of { $report-2018 } finds the reverse, or seems to: { $share-good } of customers share good experiences, { $share-bad } bad ones.

    Both can hold. One counts the people who talk, the other the people who listen. If somewhat fewer customers complain, but each complains to more ears, praise has more authors and anger a larger audience. We cannot say that it is so, since the first pair has no study. We can say that nobody may quote either as a refutation of the other.

cem-facts-expired-heading = Forecasts past their date
cem-facts-expired-body =
    A forecast is at its most quotable before anybody can check it. IDC expected spending on customer experience technology to reach { $cx-spending-2022 } in { $cx-forecast-year }, from { $cx-spending-2019 } in { $cx-base-year }: a rise of { $cx-spending-growth }. That is properly sourced, and still a forecast. Whoever wants to say what was spent must look for a newer report.

    The page’s other forecast has no parent. Purchases on mobile phones were to make up { $mobile-2020 } of e-commerce in the United States by the end of { $mobile-year }, from { $mobile-2019 } in { $mobile-base-year }. A leap of { $mobile-change } within a single year would need a better witness than none.

cem-facts-checklist-heading = Questions to put to a figure
cem-facts-checklist-body =
    - **Who was asked?** Consumers, customers and companies are different crowds, and “people” is nobody.
    - **What was the question?** Did, would or might: that alone can turn a minority into a majority.
    - **Who says so?** The page where you found it does not count. Nor does the page where that page found it.
    - **When?** A figure on chatbots, of which { $like-chatbots } of consumers are said to think well while { $prefer-humans } of people prefer a human, describes the chatbots of its day.
    - **Compared with what?** “More” needs a “than”, and a rise needs a base.
    - **Could it be otherwise?** If no answer would have embarrassed whoever paid for the survey, it was hardly a question.

cem-facts-closing =
    None of this means that customer experience does not matter. The few figures that hold say plainly that it does, and they are enough for any slide. The others should wait outside until somebody can vouch for them. A modest figure with a name behind it will serve you better than { $left-for-competitor } of nobody in particular.

cem-facts-method-heading = About these figures
cem-facts-method-body =
    The page is in circulation in translation; we did not find its original. A figure counts as traced here if a public report of the study is known that states it. Figures with a dagger are not: they are printed because the article is about them, and should be quoted from nowhere, least of all from here. The corrected figure, { $hard-to-buy } in place of the page’s { $misprint }, bears the dagger too, since we have no page of that study at hand.

    The multiple, the rise in spending and the rise in percentage points are computed from the figures beside them. The years of the traced studies stand with the sources below; several are older than they look on a slide.

# The charts: title, description, then what the columns and rows are called.
cem-facts-doors-title = Other questions, other answers
cem-facts-doors-description = The share who leave, or say that they would
cem-facts-doors-loved = Consumers: after a single bad experience with a brand they love
cem-facts-doors-personal = Consumers: because a company did not personalise
cem-facts-doors-better = Customers: because a competitor gave a better experience
cem-facts-doors-service = Consumers: over poor customer service
cem-facts-doors-hard = Customers: if buying is difficult
cem-facts-doors-competitor = Customers: to a competitor, after a bad experience

cem-facts-spending-title = Spending on customer experience technology
cem-facts-spending-description = What was spent, and what was forecast
cem-facts-spending-base = { $cx-base-year }
cem-facts-spending-forecast = { $cx-forecast-year }, forecast
