trust-title = 信任更多，宽容更少
trust-summary = { $year }，客户更相信企业：{ $truth }的客户相信企业会说真话。
trust-lead =
    世道艰难，人心本该多疑。然而在{ $year }，客户对企业的看法反而比从前更好。
    更多的人相信企业所说的话，也有更多的人因为原则问题转身离去。

    调查共访问了
    { $sample }人，{ $around-the-clock }受理。
trust-change-heading = 相信，但还谈不上依赖
trust-change-body =
    有**{ $trust }**的客户表示，信任在变革时期*更加重要。*与此同时，{ $emotional }的客户对所购品牌怀有“感情”。

    | 持以下看法的比例 | 此前 | { $year } | 升幅 |
    | :-- | --: | --: | --: |
    | 相信企业会说真话 | { $truth-2020 } | { $truth } | { $truth-change } |
    | 认为信任重要 | | { $trust } | |
trust-service-heading = 信任在何处赢得
trust-service-body =
    - 诚实、透明的沟通：{ $truth }。
    - 最难的[考验](https://example.org/?a=1&b=2)在服务台。

    > 客户从不反对被了解。
trust-method-heading = 如何阅读本文
trust-method-body = 每个数字都指向其来源：{ $trust }。
trust-closing = 坦诚终有回报。
