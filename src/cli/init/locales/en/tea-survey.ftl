### An invented survey of tea drinkers. Figures are variables: never type a digit.

tea-survey-title = A town that drinks its tea
tea-survey-summary = In { $survey-year }, { $tea-daily } of our guests drank tea every day. The habit is growing.

tea-survey-lead =
    We asked { $guests } guests in { $survey-year } how they take their tea. The answer, in short: often, and mostly without milk.

tea-survey-habit-heading = A daily habit
tea-survey-habit-body =
    Of all guests, **{ $tea-daily }** drink tea every day, which is { FIGURE($tea-daily, as: "n-in-m") } guests. In { $earlier-year } it was { $tea-daily-earlier }: the share has risen by { $tea-daily-change }.

    | Who | { $earlier-year } | { $survey-year } |
    | :-- | --: | --: |
    | Guests who drink tea every day | { $tea-daily-earlier } | { $tea-daily } |

    Those who drink it every day have { $cups } cups on average.

tea-survey-milk-heading = Milk divides the house
tea-survey-milk-body =
    Only a minority takes milk: { FIGURE($tea-with-milk, as: "fraction") } of guests, or { $tea-with-milk } to be exact.

tea-survey-closing =
    The survey is invented, but the way it is told is not: change a figure in the data, and every language follows.

tea-survey-method-heading = About these figures
tea-survey-method-body =
    Guests filled in a card at their table. Say here who was asked, how and when, and what the figures cannot tell.
