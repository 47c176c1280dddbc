### What restaurant reviews say about service; then how customer experience is organised.
### Star ratings are literals ($five-star, $five-stars, $one-star), no statistics.
### Figures are variables. FIGURE(…, as: "fraction") brings its own hedge ("nearly", "more than"): do not add one.

# The claim of the article: what people expect goes without saying; what surprises them is written down.
experience-underprioritised-title = Came for the food, wrote about the service
experience-underprioritised-summary =
    For every { $five-star } restaurant review that praises the taste, { FIGURE($service-to-taste, as: "words") } mention the service. What guests leave out is what they take for granted, and that is worth knowing in any trade.

experience-underprioritised-lead =
    A restaurant sells food. Its happiest guests, when they sit down to write, talk about something else.

    Yelp went through a great many restaurant reviews and compared what the { $five-star } ones dwell on. Some speak of great taste. Others speak of customer service, and there are { FIGURE($service-to-taste, as: "words") } of those for each of the former. Jay Baer, of the consultancy Convince & Convert, took the finding as proof that companies still underrate the experience of their customers.

    It may be. But the figures deserve a slower reading than a rallying cry allows. They say something precise about what makes people speak up, rather little about what makes them happy, and nothing at all about how good the cooking is.

experience-underprioritised-silence-heading = The soup is supposed to be good
experience-underprioritised-silence-body =
    Nobody thanks a lift for stopping at the right floor. It did what lifts do. A well-cooked dinner is in much the same position: the guest ordered it, paid for it and got it. There is little to tell.

    Service is another matter, because less of it is promised. The waiter who remembers an allergy, the table that is found after all, the bill corrected before anybody asks: these are events, and events make stories. On this reading the ratio of **{ $service-to-taste }** to a single mention measures surprise, not importance. A kitchen that concluded that taste hardly counts would soon find the matter mentioned after all.

    So the lesson is narrower than it looks, and more useful. Doing the expected thing well keeps customers from complaining. It seldom gets them to talk. Those who want to be talked about have to look at what nobody expects of them.

experience-underprioritised-stars-heading = Where service turns up on the scale
# The chart shows the share of such reviews with that rating.
experience-underprioritised-stars-body =
    The same reviews can be sorted the other way round: first by what they say of the service, then by how many stars they give.

    The ends mirror each other. Where great service is mentioned, { FIGURE($good-service-five-star, as: "fraction") } of reviews give full marks; where bad service is, { FIGURE($bad-service-one-star, as: "fraction") } give the lowest.

    The remainder deserves a glance as well. Of the reviews that complain about service, { $bad-service-more-stars }, or { FIGURE($bad-service-more-stars, as: "fraction") }, give more than { $one-star }. Something about the evening was saved.

    And when service comes up at all, it is mostly in praise: a review that mentions it is { $five-over-one-star } as likely to carry { $five-stars } as to carry { $one-star }. Review sites have a name as places to vent. On this subject, at least, their writers would rather say thank you.

experience-underprioritised-price-heading = A forecast that came of age
# overtakes-price-by is a forecast that we cannot audit: keep that plain.
experience-underprioritised-price-body =
    What holds for dinner is often claimed for everything else. Walker, a consultancy, predicted that by { $overtakes-price-by } customer experience would overtake price as the key difference between brands in the eyes of B2B buyers.

    That year is behind us, and such a prediction is owed an audit. We could not find one. The forecast is still quoted as if it were a result, which is the usual fate of forecasts with a round date. It may have come true; all that can be said from here is that it was made.

experience-underprioritised-disciplines-heading = What it would take
# The names are Forrester's; the questions are ours.
experience-underprioritised-disciplines-body =
    If surprise is the raw material, it can hardly be left to luck. Forrester Research, as Fast Company reported it, names { FIGURE($disciplines, as: "words") } disciplines on which great customer experience rests. The questions after them are ours.

    - **Strategy:** what kind of experience do we mean to give, and what may it cost?
    - **Customer understanding:** what do we know about our customers that they would recognise as true?
    - **Design:** was this encounter made on purpose, or is it what was left over when the process was finished?
    - **Measurement:** would we notice if it got worse?
    - **Governance:** whose job is it when it does?
    - **Culture:** what do our people do when no rule applies?

    The waiter who remembered the allergy belongs under the last heading. The other headings matter as much, or he is merely a good waiter who will soon work elsewhere.

experience-underprioritised-systems-heading = A filing cabinet is not a memory
# CRM: customer relationship management. CXM: customer experience management.
experience-underprioritised-systems-body =
    At this point somebody usually says that the company has a system for that. Mostly it has CRM, customer relationship management, and what it would need is CXM, customer experience management. The abbreviations sound like a new coat of paint. They look at the same person from opposite sides.

    | | CRM | CXM |
    | :-- | :-- | :-- |
    | Point of view | the company’s: accounts, leads, cases | the customer’s: what has happened to me so far |
    | Data | typed in by hand or loaded in batches | arriving as things happen, from every channel |
    | Typical question | What can we sell next? | What does this person need now? |
    | Who works with it | chiefly sales and service | everybody whom a customer may meet |
    | How it fails | the records are out of date | departments keep what they know to themselves |

    The line is not as clean as a table makes it. Many CRM products have grown towards the right-hand column, and no software gives anybody a culture. What separates the columns is a decision: whether the record exists so that the company can manage the customer, or so that the customer need not tell the story again.

experience-underprioritised-closing =
    Back to the restaurant. Its owner may read that { FIGURE($service-to-taste, as: "words") } guests write about the welcome for each who writes about the sauce, and may be tempted to dismiss the cook. The better conclusion is quieter. Ask what guests take for granted, and never fail at it. Then ask what they would not dream of expecting, and do some of it this evening.

experience-underprioritised-method-heading = About these figures
experience-underprioritised-method-body =
    The figures on reviews are Yelp’s, as Jay Baer reported them in “Customer Experience Is Still Underprioritized”; they also appeared on modernrestaurantmanagement.com. The accounts speak of restaurant reviews by the thousand, but give us neither an exact number nor a period, so we give none. People who write reviews choose to do so. What they mention need not be what moves the silent majority.

    The share that gives more than the lowest rating is our own subtraction. The forecast by Walker and the list by Forrester are marked as unverified, because we know them from accounts by others. The comparison of CRM and CXM is a summary of how the terms are used, not a finding.

# The charts: title, description, then what the columns and rows are called.
experience-underprioritised-scale-title = Service at both ends
experience-underprioritised-scale-description = How many reviews that mention service give the highest and the lowest rating
experience-underprioritised-scale-praise = Great service mentioned: { $five-stars }
experience-underprioritised-scale-blame = Bad service mentioned: { $one-star }
