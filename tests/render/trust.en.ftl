trust-title = Trusted more, forgiven less
trust-summary = Customers believed companies more in { $year }: { $truth } trusted them to tell the truth.
trust-lead =
    Hard times are supposed to breed suspicion. Yet in { $year } customers thought better of companies than they had before. More of them believed what they were told; more of them, too, had walked out over a matter of principle.

    The survey asked { $sample } people, { $around-the-clock }.
trust-change-heading = Believed, if not quite relied upon
trust-change-body =
    Now **{ $trust }** of customers say that trust becomes *more important* in times of change, and { $emotional } are emotionally connected to the brands they buy from.

    | Share who … | Before | { $year } | Rise |
    | :-- | --: | --: | --: |
    | trust companies to tell the truth | { $truth-2020 } | { $truth } | { $truth-change } |
    | say that trust matters | | { $trust } | |
trust-service-heading = Where trust is won
trust-service-body =
    - Honest, transparent communication: { $truth }.
    - The [test](https://example.org/?a=1&b=2) is hardest at the service desk.

    > The objection was never to being known.
trust-method-heading = How to read this
trust-method-body = A figure leads to its source: { $trust }.
trust-closing = Candour is rewarded.
