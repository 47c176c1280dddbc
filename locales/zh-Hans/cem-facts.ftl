### 一页辗转抄录的客户体验数字：哪些查得到出处，哪些查不到，哪些已经损坏。
### $misprint 和 $misnomer 是字面量：那页的错误，照样引出。
### 数字均为变量。FIGURE(…, as: "fraction" 或 "n-in-m") 自带“近”“超过”等限定词，不要另加。

# 文章的主张：数字离开了问题和研究，说得再好听也不能引用。
cem-facts-title = 引用之前，先问出处
cem-facts-summary =
    某个网页汇集了客户体验的“事实”，日期是{ $page-day }，正是常被抄进演示文稿的那种。我们追问这些数字从何而来：少数站得住，许多查无下文，还有{ FIGURE($hard-to-buy, as: "fraction") }的客户缩成了{ $misprint }。

cem-facts-lead =
    这样的幻灯片谁都见过：灰底，大数字，小字说明，在座的没有人问它从哪里来。做的人从网页上看来，网页又从别的网页上看来。

    我们挑了这样一个网页，汇集的是客户体验管理的各种数字，日期为{ $page-day }，然后做了看幻灯片的人很少做的事：逐个查验数字的身份。这趟追查，与其说让人了解了客户，不如说让人了解了数字。数字会老，会在路上丢掉自己的问题，偶尔还会丢了数位。

cem-facts-traced-heading = 少数有据可查的
# 本节数字均有可知的研究。
cem-facts-traced-body =
    先说好消息。那页上的一些说法，可以追溯到有名有姓的研究。

    | 说法 | 数字 | 研究 |
    | :-- | --: | :-- |
    | 只因一次糟糕的体验就离开自己喜爱的品牌的消费者 | { $leave-after-one } | 普华永道 |
    | 认为愉快的体验比出色的广告更有影响力的美国消费者 | { $experience-over-advertising } | 普华永道 |
    | 认为多数企业没有达到自己期望的客户 | { $fall-short } | Salesforce |
    | 对优质体验的期望高于以往任何时候的客户 | { $expectations-higher } | Salesforce |
    | 过往体验最好的客户，比体验最差的客户多花的比例 | { $best-past-spend } | 《哈佛商业评论》 |

    再好的数字，也要小心拿放。多花{ $best-past-spend }，就是花了{ $best-past-ratio }的钱；匆忙之间，很容易说成“是其{ $best-past-spend }”，那就是另外的意思了。况且，体验最好的人，或许原本就是最热心的顾客，所以这个数字并不保证服务改善之后，谁的收入就会成倍增长。

cem-facts-leaving-heading = 有多少客户会走？看你怎么问
# 这里的每个数字都回答不同的问题。问题的措辞比数字更要紧。
cem-facts-leaving-body =
    那页着墨最多的，莫过于客户离去。想吓唬董事会的人，尽可以从中挑选。

    从{ FIGURE($leave-after-one, as: "n-in-m") }到{ FIGURE($left-for-competitor, as: "fraction") }，究竟哪个对？也许都对。有的说的是人们喜爱的品牌，有的说的是任何品牌；有的数的是人们做过的事，有的数的是人们说自己会做的事；有的指单次事件，有的指积了多年的怨气。像幻灯片那样去掉问题，它们就互相矛盾；把问题放回去，它们不过是不同的出口。

    图中把这些出口并排列出。“竞争对手的体验更好”这行出自Salesforce的调查，那页上没有，是我们为了对照加进去的；“购买很费事”这行已经更正，详见下文。

cem-facts-echo-heading = 什么都能回答的数字
cem-facts-echo-body =
    把那页从头读到尾，会发现有个数字反复出现。{ $compete-on-experience }的企业认为客户体验是竞争要素。{ $compete-on-service }的公司主要靠客户服务竞争。{ $automation-helps }的企业领导人表示，智能自动化改善了体验。{ $voucher }的不满意客户，只要代金券够值钱，会考虑留下。

    巧合也有可能。可是，不管问谁、问什么，都有{ FIGURE($compete-on-experience, as: "n-in-m") }的人说是，编辑就要去拿红笔了。这些说法，那页没有为任何一条注明研究，同样的数字也可能从这行滑到了那行。我们把它们印在这里，是当作标本，不是当作结论。

cem-facts-broken-heading = 数字掉了一截
# $misprint 和 $misnomer 是那页所印；变量给出的是正确的。
cem-facts-broken-body =
    有些错误是可以证明的。那页说，{ $misprint }的客户在购买很费事时往往会换品牌。这样的警告很奇怪，因为几乎没有人会换。据称Salesforce在{ $report-2016 }给出的数字解开了谜团：{ $hard-to-buy }，也就是{ FIGURE($hard-to-buy, as: "fraction") }。数位丢了，句子却照样被人抄下去，仿佛还说得通。

    另一处，数字还在，四周的话却塌了。因为服务差而会与企业断绝往来的消费者，先被说成“{ $misnomer }”，然后才给出{ $left-over-service }。其实那是{ FIGURE($left-over-service, as: "n-in-m") }。只记住这句话的人，带走的数字比任何人查到的都大。

cem-facts-talk-heading = 怒气真的比喜悦传得远吗
# share-good、share-bad 是客户的比例（Salesforce）；told-good、told-bad 是听者的人数。
cem-facts-talk-body =
    也有看似错误、其实未必的说法。按那页所说，客户平均会把好的体验告诉{ $told-good }个人，把坏的体验告诉{ $told-bad }个人。Salesforce在{ $report-2018 }的调查却恰恰相反，至少看上去如此：{ $share-good }的客户会分享好的体验，{ $share-bad }会分享坏的体验。

    二者可以同时成立：有的数的是说的人，有的数的是听的人。如果抱怨的客户略少，但各自对更多的人抱怨，那么夸奖的作者更多，怒气的听众更多。是否真是这样，我们不能断言，因为前面那组数字没有研究可查。能够断言的是，谁也不该拿其中的任何一组去驳倒另一组。

cem-facts-expired-heading = 过了期的预测
cem-facts-expired-body =
    预测最好引用的时候，是还没有人能查验的时候。IDC预计，客户体验技术的支出将从{ $cx-base-year }的{ $cx-spending-2019 }增至{ $cx-forecast-year }的{ $cx-spending-2022 }，增长{ $cx-spending-growth }。这个数字来源清楚，但仍然是预测。想说实际花了多少，得去找更新的报告。

    那页的另一项预测则没有来历：美国电子商务中，手机购物的占比到{ $mobile-year }底将达到{ $mobile-2020 }，而{ $mobile-base-year }为{ $mobile-2019 }。次年就要跃升{ $mobile-change }，总该有个更可靠的证人。

cem-facts-checklist-heading = 该向数字提的问题
cem-facts-checklist-body =
    - **问的是谁**？消费者、客户、企业是不同的人群，“人们”则谁也不是。
    - **问的是什么**？做过、会做、可能会做：仅此就足以把少数变成多数。
    - **谁说的**？你看到它的那个网页不算，那个网页抄来的网页也不算。
    - **什么时候**？聊天机器人的数字，说有{ $like-chatbots }的消费者印象不错，而{ $prefer-humans }的人更愿意找真人，讲的是当时的聊天机器人。
    - **跟什么比**？说“更多”，要说比谁；说增长，要有基数。
    - **有没有可能是别的答案**？如果无论怎么回答，出钱做调查的人都不会难堪，那就算不上问题。

cem-facts-closing =
    这些并不是说客户体验不重要。少数站得住的数字已经清楚地表明它重要，做什么幻灯片都够用了。其余的，在有人肯为它们担保之前，还是在外面等着为好。平淡而有人负责的数字，好过来路不明的{ $left-for-competitor }。

cem-facts-method-heading = 关于文中的数字
cem-facts-method-body =
    那个网页以译文的形式流传，我们没有找到原文。文中所谓查得到出处，是指已知有公开的研究报道载明该数字。带剑号的数字则不然：印出它们，只因为本文谈的就是它们；无论从哪里都不该引用，尤其不该从这里引用。更正后的数字{ $hard-to-buy }（那页作{ $misprint }）同样带有剑号，因为我们手头没有那项研究的页面。

    倍数、支出的增幅和百分点的升幅，由旁边的数字计算得出。查得到的研究是哪年的，见下方的资料来源；其中好几项，都比幻灯片上看起来要旧。

# 图表：标题、说明，然后是各列各行的名称。
cem-facts-doors-title = 问法不同，答案不同
cem-facts-doors-description = 已经离开或表示会离开的比例
cem-facts-doors-loved = 消费者：喜爱的品牌，在一次糟糕的体验之后
cem-facts-doors-personal = 消费者：企业没有做到个性化
cem-facts-doors-better = 客户：竞争对手的体验更好
cem-facts-doors-service = 消费者：客户服务差
cem-facts-doors-hard = 客户：购买很费事
cem-facts-doors-competitor = 客户：糟糕的体验之后转投竞争对手

cem-facts-spending-title = 客户体验技术支出
cem-facts-spending-description = 支出与预测
cem-facts-spending-base = { $cx-base-year }
cem-facts-spending-forecast = { $cx-forecast-year }（预测）
