### A small survey of e-commerce brands on keeping their customers: intentions against results.
### The sample is tiny, and the article says so: keep that.
### Figures are variables. FIGURE(…, as: "fraction" or "n-in-m") brings its own hedge ("nearly", "more than", "at most"): do not add one.

retention-2023-title = Keeping customers, in theory
retention-2023-summary =
    In a survey of { $retention-survey-day }, { $focus-more } of online brands cared about keeping customers more than ever, and { $strategy-unchanged } had not changed their strategy to do so. There were only { $brands-surveyed } of them, which is part of the story.

retention-2023-lead =
    A resolution costs nothing to make, as any gym can tell you in January. Yotpo, which sells marketing software to online shops, asked a number of them about theirs. Were they keen on keeping the customers they had? They were: { FIGURE($focus-more, as: "fraction") } called themselves more focused on retention than ever.

    What had they done about it? Here the survey turns interesting. Set beside each other, its answers show a trade that names the goal, keeps its habits and measures itself with a single ruler.

retention-2023-resolution-heading = The goal moved, the plan did not
# The accounts do not say whether strategy-unchanged is a share of all brands or of those with more focus.
retention-2023-resolution-body =
    Yotpo’s reasons for the new zeal are familiar ones. Winning a new customer on the web has become dear, and the tracking on which it rested is being switched off. A customer who comes back unprompted costs no advertisement.

    Yet { $strategy-unchanged } of brands, or { FIGURE($strategy-unchanged, as: "n-in-m") }, had not changed their strategy to reach the goal. That can be read kindly. Some may have had a sound plan already. It can also be read as the oldest gap in management, between what a meeting decides and what is different on the morning after.

    What the accounts leave open is the base. Are these { $strategy-unchanged } of all brands, or of those that had just professed their focus? We take them to be of all, and would gladly be corrected.

retention-2023-result-heading = A year of marking time
retention-2023-result-body =
    Results are less patient than intentions. In the past year, **{ $retention-flat }** of the brands had seen their retention rate stand still or fall. Turned round, that leaves { $retention-up } who can have seen it rise, and { FIGURE($retention-up, as: "n-in-m") } is a thin harvest for a goal that a majority had put on its banner.

    A rate that stands still is not always a failure. The past year may also have taken away shoppers who ordered online only because the shops were shut, and to lose those and hold the average can even be an achievement. The survey does not ask. Nor does it say whether the brands with more focus fared better than the rest. What it does show is a needle that has hardly moved for most.

retention-2023-yardstick-heading = The comfort of a single number
retention-2023-yardstick-body =
    Perhaps the needle was not looked at closely enough. The largest share in the chart belongs to the least noticed question: { $repeat-rate-only } of the brands, { FIGURE($repeat-rate-only, as: "fraction") }, judge their success by the repeat-purchase rate and nothing else.

    That rate has its merits. It is easy to compute and hard to argue with. It is also silent on almost everything one would want to know:

    - It arrives late. By the time it falls, the customers behind it have been gone for months.
    - It has no reasons. A customer who returns out of habit, for a discount or for love of the brand counts the same.
    - It rewards bribes. A large enough voucher lifts it for a season, and the margin pays.
    - It knows only buyers. Those who write a review, bring a friend or stop opening the e-mails do not appear.

retention-2023-sample-heading = How much a single brand weighs
retention-2023-sample-body =
    Before anybody builds a strategy on these shares, a word about their size. There were { $brands-surveyed } brands in the survey. Each of them weighs { $one-brand } of the total, so a few different answers would move every line. So here is an antidote to percentages. With more focus than ever: { $focus-more-brands } brands. Without a change of strategy: { $strategy-unchanged-brands }. With a rate that stood still or fell: { $retention-flat-brands }. With a single ruler: { $repeat-rate-only-brands }. Put like that, the shares sound like what they are.

    The count also shows a seam. No whole number of brands out of { $brands-surveyed } comes to { $focus-more } when rounded, so either some brands skipped the question or the figure was cut off rather than rounded. It makes no difference to the argument. It does remind the reader that survey figures pass through many hands.

    And the asker had an interest. Yotpo sells tools for retention. That does not make the answers false, but nobody should be surprised that the problem it found is one that it can solve.

retention-2023-shopper-heading = What shoppers would say
# The figures on shoppers are from other studies: consumers, not brands.
retention-2023-shopper-body =
    On the other side of the counter the verdict is brisker. According to PwC, { FIGURE($leave-after-one, as: "n-in-m") } consumers would stop doing business with a brand that they love after a single bad experience. In the United States, { $experience-over-advertising } find a positive experience with a brand more influential than great advertising: { FIGURE($experience-over-advertising, as: "fraction") } of consumers telling the marketing department where its money would be better spent.

    Yotpo adds figures whose studies we could not identify. Personalisation is expected by { $expect-personalisation } of consumers. For { $experience-after-price } of shoppers, experience is a key factor after price and the quality of the product. Note the order: it comes after.

    The cases by which Yotpo illustrates its point all happen after the sale: an angry review that is answered with a promotion, points that expire without a word, a stream of e-mails for a product to which the reader already subscribes. None of these is a catastrophe, and each says the same thing: we do not know who you are.

retention-2023-practice-heading = What could be tried on Monday
retention-2023-practice-body =
    None of the following is proven by a survey of { $brands-surveyed } brands. It does follow from taking their answers seriously.

    1. **Write down what has changed.** If retention matters more than before, something should have been stopped to make room for it. If nothing comes to mind, the brand belongs to the { $strategy-unchanged }.
    2. **Put a slower and a faster measure beside the repeat rate.** What customers bring in over a year is slower; complaints, returns and cancelled subscriptions are faster.
    3. **Let the data meet.** The review, the order and the support case of one person should be visible in one place before anybody sends that person another offer.
    4. **Follow a lost customer.** Pick a few who used to buy often, and reconstruct what the company last said to them.

retention-2023-closing =
    The brands in this survey are neither lazy nor blind. Most of them looked at the right problem and said that it mattered, and many went on with what they could already do and already count. Most resolutions fail like that. Customers who have been kept were seldom kept by resolve; somebody noticed them.

retention-2023-method-heading = About these figures
retention-2023-method-body =
    The survey is Yotpo’s “The state of ecommerce retention” of { $retention-survey-day }, with answers from { $brands-surveyed } brands; Yotpo discussed it on { $retention-article-day }. We know neither how the brands were chosen nor where they are. Numbers of brands are computed from the shares and rounded. The share that can have risen is what remains of all; it includes any brands that did not know.

    Figures with a dagger are ascribed to these sources, but we have no page at hand that states them. The figures of PwC are about consumers and come from another study in another year. They are set beside the answers of the brands, not added to them.

# The charts: title, description, then what the columns and rows are called.
retention-2023-answers-title = What the brands said
retention-2023-answers-description = Shares of the { $brands-surveyed } brands
retention-2023-answers-repeat = Measure success by the repeat-purchase rate alone
retention-2023-answers-flat = Retention rate stood still or fell
retention-2023-answers-focus = More focused on retention than ever
retention-2023-answers-strategy = No change of strategy to reach it

retention-2023-lost-title = After a single bad experience
retention-2023-lost-description = The share of consumers who would leave a brand they love
retention-2023-lost-gone = Consumers who would leave
