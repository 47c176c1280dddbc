### The customer survey of 2022, compared with its earlier edition: more trust, less patience.
### "Customers" are consumers and business buyers together; "consumers" are private buyers alone. Keep the words apart as they stand.
### Figures are variables. Figures worded as fractions bring their own hedge ("nearly", "more than", "only"): do not add one.

# The claim of the article: trust in companies grew, and tolerance of their failings shrank.
connected-customer-2022-title = Trusted more, forgiven less
connected-customer-2022-summary =
    Customers believed companies more in { $report-2022 } than before: { $tell-truth } trusted them to tell the truth, up { $tell-truth-change }. They were also readier to leave. Trust and impatience have more in common than it seems.

# The last paragraph is the thread of the article.
connected-customer-2022-lead =
    Hard times are supposed to breed suspicion. Yet when Salesforce published the { $fifth-edition } of its *State of the Connected Customer*, in { $report-2022 }, customers thought better of companies than they had in the { $fourth-edition } of { $baseline-2020 }. More of them believed what they were told. More of them, too, had walked out on a company over a matter of principle.

    That is less of a contradiction than it seems. Trust had stopped being a mood and become a test: set often, marked strictly and easily failed. The answers of { $sample-2022 } people in { $countries-2022 } countries show what was on the paper.

connected-customer-2022-trust-heading = Believed, if not quite relied upon
# A chart below compares the editions.
connected-customer-2022-trust-body =
    Start with what is hardly in dispute: { FIGURE($trust-in-change, as: "fraction") } customers ({ $trust-in-change }) say that trust becomes more important in times of change. Honest, transparent communication matters more than before the pandemic to { FIGURE($honest-communication, as: "fraction") } of customers. There is attachment, too: { $emotional-connection } are emotionally connected to the brands they buy from.

    The gains are uneven. Faith in corporate truthfulness rose by { $tell-truth-change }, to { FIGURE($tell-truth, as: "fraction") } of customers. Trust in general rose by { $general-trust-change }: { FIGURE($general-trust, as: "fraction") } of customers now profess it, where { FIGURE($general-trust-2020, as: "fraction") } had done so in { $baseline-2020 }. People were quicker to grant that a company tells the truth than to trust it outright.

connected-customer-2022-values-heading = Silence is an answer too
# The source gives the shares on stating values only in words.
connected-customer-2022-values-body =
    Part of the test has nothing to do with the goods. How a company treats its employees influences the buying of { $treats-employees } of customers; its environmental practices influence that of { FIGURE($environment, as: "fraction") }. Few, it seems, care to guess. According to the report, { $values-wanted } customers want companies to state their values clearly, while { $values-common } of customers think that this is common practice.

    Keeping quiet, then, is not neutral. Of all customers, { FIGURE($values-exit, as: "fraction") } ({ $values-exit }) have stopped buying from a company whose values do not match theirs, a rise of { $values-exit-change } from the { $values-exit-2020 } of { $baseline-2020 }. Once that many customers have done so, it is no longer the affair of a few activists. It is a commercial risk like any other, except that it seldom has an owner.

connected-customer-2022-channels-heading = Online by habit, offline by choice
# digital-growth is a relative rise (per cent), not percentage points; gen-z-ratio means "1.6 times as likely", not "1.6 times more".
connected-customer-2022-channels-body =
    The pandemic moved trade on to screens, and much of it stayed there. By { $digital-until-2021 } the share of transactions made over digital channels was up { $digital-growth } on { $start-2019 }. (That is growth relative to where the share began, not the plain difference of the shares.) Preferences differ by age: members of Gen Z are { FIGURE($gen-z-ratio, as: "multiple") } as likely as baby boomers to prefer digital channels. Yet { $non-digital } of customers still prefer the non-digital kind, so closing the counter in favour of the app would fail { FIGURE($non-digital, as: "n-in-m") } of them.

    Most people simply use everything. Customers turn to { FIGURE($channels-used, as: "words") } channels on average to talk to a company, and in the { $new-ways-window } before the survey, { $new-ways } of customers had bought products in new ways. The clearest case is kerbside pickup. Its use { FIGURE($kerbside-ratio, as: "doubling") }, from { $kerbside-2020 } in { $baseline-2020 } to { $kerbside } in { $report-2022 }. Nor do such new ways look like a passing phase. Of the customers who shop over social media, { $social-more } expect to do so more { $social-horizon } from now.

connected-customer-2022-data-heading = Data, on terms
# The share for experience happens to equal the share for trust in times of change: same figure, another question.
connected-customer-2022-data-body =
    The experience itself has become the merchandise. In { $baseline-2020 }, { FIGURE($experience-as-important-2020, as: "n-in-m") } customers held it to be as important as products or services, exactly the { $experience-equals-product-2018 } that the survey had found in { $report-2018 }. By { $report-2022 }, after a rise of { $experience-change }, it was { FIGURE($experience-as-important, as: "fraction") } customers. What had stood still moved during the pandemic, which does not prove that the one caused the other.

    Experiences made to measure need measurements, and here consumers drive a bargain. For tailored rewards, { $share-preferences } of consumers would share preference data. Openness buys more: { $transparency-trust } say that more transparency would raise their trust. And when relevant personal information is used transparently and to their benefit, { $comfortable-data } are comfortable with it, up from { $comfortable-data-2020 } in { $baseline-2020 }. Being known is not the objection, it seems, so much as being watched for somebody else’s benefit.

connected-customer-2022-loyalty-heading = A full wallet of cards
# The figure for Australia and New Zealand is another population, not an earlier value.
connected-customer-2022-loyalty-body =
    No figure shows the strictness of the test better than this: in the year before the survey, **{ $switched-brands }** of consumers switched brands. (In the Australia and New Zealand part of the sample it was { $switched-brands-anz }. That is another population, not an earlier value.)

    The usual remedy is a loyalty programme, and it works in part:

    - As a draw, it persuades: { $loyalty-draw } of consumers are likelier to buy from a brand that has such a programme.
    - As a habit, it is crowded: the average consumer has joined { $programmes-joined } of them.
    - As a reward, it often sleeps: { $redeem-rarely } of consumers redeem their rewards quarterly or less often.
    - As a relationship, it could do better: { $personal-rewards } would use the programme more if the rewards were personalised.

    Some brands leave out the shop in between. The share of consumers who had bought direct from a brand rose by { $direct-growth } from its level of { $start-2019 } to that of { $report-2022 }. Selling direct means owning the whole encounter, with all the credit and all of the blame.

connected-customer-2022-service-heading = Where trust is won by telephone
# around-the-clock is a set phrase (at any hour, on any day).
connected-customer-2022-service-body =
    The test is hardest at the service desk. Help is expected { $around-the-clock }. When the problem is complex, { $complex-problems } of customers want it solved by a single knowledgeable person rather than by a relay of departments. And the reality? Solving a problem takes little effort in the eyes of { FIGURE($little-effort, as: "n-in-m") } customers ({ $little-effort }). The others queue behind them.

    The prize for repairing this is large. That excellent customer service builds trust is the view of { $service-trust } of customers, as near to unanimity as a survey comes. And consistency pays: { FIGURE($consistent-loyalty, as: "n-in-m") } say that they are more loyal to companies that are consistent across departments. Customers notice when the left hand does not know what the right hand has promised.

connected-customer-2022-closing =
    The direction is hard to miss, whatever one makes of each figure. Candour is rewarded. Values are read even when they are not written. Data is lent, not given. And the whole account can be overdrawn in a single bad call.

    The companies of { $report-2022 } had been handed more belief than those of { $baseline-2020 }. The same customers had made it plain that it was a loan.

connected-customer-2022-method-heading = About these figures
connected-customer-2022-method-body =
    The survey asked { $consumers-2022 } consumers and { $business-buyers-2022 } business buyers. “Customers” means both groups together; “consumers” are private buyers alone, and figures about them say so. The values of { $baseline-2020 } are those that the later report compares itself with. Rises are computed from the shares as printed, so rounding may shift them a little.

    Some of the figures were also reported by martech.org on { $press-date-2022 }. Those with a dagger are ascribed to the study, but we have no page of it at hand that states them. Where the report itself speaks only in words, such as “{ $values-wanted }”, so do we.

    A survey by a software company will tend to find that customers want what software can improve, and these are answers, not deeds.

# The charts: title, description, then what the columns and rows are called.
connected-customer-2022-rise-title = More belief, and more leaving
connected-customer-2022-rise-description = How customers answered in the earlier edition and in the later one
connected-customer-2022-rise-before = { $baseline-2020 }
connected-customer-2022-rise-after = { $report-2022 }
connected-customer-2022-rise-experience = The experience is as important as the product
connected-customer-2022-rise-truth = Companies tell the truth
connected-customer-2022-rise-exit = Stopped buying over values
connected-customer-2022-rise-general = Companies can be trusted in general
connected-customer-2022-rise-data = At ease with a transparent use of data

connected-customer-2022-kerb-title = Kerbside pickup
connected-customer-2022-kerb-description = The share of customers who have used it
connected-customer-2022-kerb-before = { $baseline-2020 }
connected-customer-2022-kerb-after = { $report-2022 }
