### The customer survey of 2018: an article of argument, read as history.
### "Customers" are consumers and business buyers together; figures about business buyers alone say so. Keep the two apart.
### Figures are variables. FIGURE(…, as: "fraction" or "n-in-m") brings its own hedge ("nearly", "more than"): do not add one.

# The claim of the article: how a company treats people belongs to what it sells.
connected-customer-2018-title = The experience is part of the product
connected-customer-2018-summary =
    To { FIGURE($experience-equals-product-2018, as: "fraction") } customers, how a company treats them matters as much as what it sells. The survey that found this in { $report-2018 } also shows what they give in return, and what they do when they are let down.

# "more than 6,700" comes from the variable (as: "count"); the exact number stands in the section on method.
connected-customer-2018-lead =
    Ask a company what it sells and it will name its products. Ask its customers what they bought and the answer runs longer: the parcel that came on the promised day, the refund that took a week of e-mails, the voice on the telephone that already knew.

    For the { $second-edition } of its *State of the Connected Customer*, Salesforce Research put the matter to { FIGURE($respondents-2018, as: "count") } consumers and business buyers around the world. Of these customers, as the report calls both groups together, { FIGURE($experience-equals-product-2018, as: "n-in-m") } said that the experience a company gives is as important as its products and services.

    That is the line which everybody quotes. The rest of the survey is better, because it describes a bargain: people will pay, talk and even hand over data for a good experience, and they will walk away when it does not come.

connected-customer-2018-parity-heading = Level with the product
# "like a person, not a number" is the wording of the survey.
connected-customer-2018-parity-body =
    The figure of { $experience-equals-product-2018 } is easily misread. It does not say that the product has stopped mattering, only that it no longer travels alone. Delivery, billing, the returns desk, the tone of an apology: customers weigh them on the same scale as the thing they bought.

    What tips that scale is often plain respect. In the study, **{ $treated-as-person }** of customers call being treated like a person, not a number, very important to winning their business. The verb deserves attention. Winning comes before there is any loyalty to speak of, so respect belongs to the offer and not to the aftercare.

connected-customer-2018-shortfall-heading = A verdict on most companies
# The chart sets the reward beside the penalty; its rows are taken up in the next section.
connected-customer-2018-shortfall-body =
    The demand is clear; the supply is not. Asked about companies in general, { FIGURE($fall-short, as: "fraction") } of customers, or { $fall-short } to be exact, say that most fall short of their expectations for great experiences.

    People tend to judge companies at large more harshly than the shop next door, and a great experience is a high bar. Even so, here is something widely wanted and scarcely delivered. In such a market whoever delivers has room to charge, and everybody else has reason to worry. The survey offers evidence of both.

connected-customer-2018-switching-heading = The door is open
# The Pareto figures are an illustration by the editors, not a finding: keep that plain.
connected-customer-2018-switching-body =
    Take the worry before the reward. Customers feel free to go: { FIGURE($easy-to-leave, as: "fraction") } of them find it easier than ever to take their business elsewhere. Nor is that idle talk. Those who have stopped buying from a company because a competitor gave a better experience are a majority: { FIGURE($left-for-better, as: "fraction") } of customers.

    What does a departure cost? The study does not say, so here is an illustration from outside it. The Pareto principle, a rule of thumb and not a measurement, supposes that { $pareto-customers } of customers bring in { $pareto-revenue } of revenue. In a company built that way, losing a handful of the wrong customers hurts far more than a head count suggests, and keeping them stops being a matter for the service desk alone.

    The other side of the bargain is more cheerful. Asked about price, { FIGURE($pay-more, as: "fraction") } of customers say that they will pay more for a great experience. Being willing to pay is not yet paying, and a sensible manager will mark the answer down. It still spoils a comfortable excuse: that customers who leave so easily must have been bargain hunters all along.

connected-customer-2018-word-of-mouth-heading = Praise leads, by customers’ own account
connected-customer-2018-word-of-mouth-body =
    Every encounter has an audience. Good experiences are shared with others by { $share-good } of customers, bad ones by { $share-bad }. Folk wisdom has it the other way round, with anger outrunning joy. In this survey it is praise that leads, by { $word-of-mouth-gap }: { FIGURE($share-good, as: "fraction") } of customers pass on the good, while { FIGURE($share-bad, as: "n-in-m") } pass on the bad.

    The question was whether people share, not how often or how loudly, so the answer cannot tell whose voice carries further. But it does correct a habit. Many companies treat word of mouth as damage to be contained. On this evidence it is at least as much an asset to be fed.

connected-customer-2018-business-buyers-heading = The office buyer goes shopping too
# All figures here are about business buyers alone.
connected-customer-2018-business-buyers-body =
    None of this stops at the tills of consumer shops. Business buyers are consumers after hours, and they bring their habits to work. Of the business buyers in the survey, { $buyers-want-same } want the same experience as when they are buying for themselves. They are specific about it, too:

    - An Amazon-like buying experience is what { FIGURE($buyers-want-amazon, as: "fraction") } of business buyers ({ $buyers-want-amazon }) expect.
    - Engagement that vendors personalise to their needs is expected by { FIGURE($buyers-want-personal, as: "fraction") } ({ $buyers-want-personal }).

    The lesson for B2B is uncomfortable. A maker of industrial valves is no longer measured only against other makers of industrial valves. It is measured against whatever its buyer ordered from the sofa the evening before, and { FIGURE($buyers-want-same, as: "n-in-m") } business buyers want no less at work.

connected-customer-2018-memory-heading = To be known, and to be asked
# The figure on service agents could not be found in any report of the study: the doubt must stay as clear as it is here.
connected-customer-2018-memory-body =
    To be treated as a person, you first have to be remembered. A summary of the report that circulates online says that { $agent-awareness } of customers find a service agent’s awareness of their dealings with sales very important to keeping their business. We could not trace that figure to the study, and whoever quotes it should quote the doubt as well. The grievance behind it, having to tell the whole story again to a stranger, needs no figure to be familiar.

    Memory runs on data, and here customers prove to be traders rather than hermits. According to the study, { FIGURE($share-data, as: "n-in-m") } customers ({ $share-data }) are willing to share relevant information about themselves in exchange for interactions that take account of their situation. The condition matters more than the count: the permission is given for a purpose.

connected-customer-2018-closing =
    The survey describes people who know what they want, who have somewhere else to go and who say so. A company that takes them at their word can begin with plain questions. Where in the journey do customers meet silence, repetition or a surprise on the bill? Which of the data that it collects ever comes back to them as a better answer? And when the telephone rings, do its sales and service people see the same history?

    Good answers may well cost less than a new product. On the evidence of { $report-2018 }, customers may value them as much.

connected-customer-2018-method-heading = About these figures
connected-customer-2018-method-body =
    Salesforce Research questioned { $respondents-2018 } consumers and business buyers worldwide between { $fieldwork-start } and { $fieldwork-end }. The press had the results by { $press-date-2018 }, when businesstoday.in reported them. We treat the study as history and not as news.

    Figures with a dagger are ascribed to the study, but we have no page of it at hand that states them. The shares in the Pareto illustration come from no study at all. Everything else is what people told a company that sells software for managing customers: a reason to read with care, not a reason to stop reading.

# The charts: title, description, then what the columns and rows are called.
connected-customer-2018-parity-title = As important as the product
connected-customer-2018-parity-description = The share of customers to whom the experience counts as much as the product
connected-customer-2018-parity-equal = Customers who say so

connected-customer-2018-bargain-title = Reward and penalty
connected-customer-2018-bargain-description = What customers say about leaving and about paying
connected-customer-2018-bargain-leave = Find it easier than ever to go elsewhere
connected-customer-2018-bargain-pay = Will pay more for a great experience
connected-customer-2018-bargain-left = Left because a competitor gave a better experience
