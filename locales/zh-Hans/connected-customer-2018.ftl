### 2018年的客户调查：议论文章，作为历史来读。
### “客户”兼指消费者和企业买家；仅涉及企业买家的数字会单独说明，不可混用。
### 数字均为变量。FIGURE(…, as: "fraction" 或 "n-in-m") 自带“近”“超过”等限定词，不要另加。

# 文章的主张：企业如何待人，属于它所出售的东西。
connected-customer-2018-title = 体验也是产品
connected-customer-2018-summary =
    在{ FIGURE($experience-equals-product-2018, as: "fraction") }的客户看来，企业怎么待人和企业卖什么同样要紧。{ $report-2018 }的这项调查还告诉我们，客户愿意拿什么来换，失望之后又会怎么做。

# “超过6700”由变量给出（as: "count"）；准确人数见末节。
connected-customer-2018-lead =
    问企业卖的是什么，它会报出产品；问客户买到了什么，答案就长了：包裹准时送到，退款来回催了好几天邮件，电话那头的人不用解释就知道来龙去脉。

    为编写{ $second-edition }《互联客户状况》（State of the Connected Customer），Salesforce Research就此访问了全球{ FIGURE($respondents-2018, as: "count") }名消费者和企业买家。报告把这些人统称为“客户”，其中{ FIGURE($experience-equals-product-2018, as: "n-in-m") }表示，企业提供的体验与其产品和服务同样重要。

    人人引用的就是这句话。其实后面的内容更耐读，因为它写出了客户与企业之间的交换条件：为了好的体验，人们愿意多付钱，愿意说好话，甚至愿意交出数据；等不到这样的体验，他们转身就走。

connected-customer-2018-parity-heading = 与产品平起平坐
# “被当作人，而不是编号”是调查问卷的措辞。
connected-customer-2018-parity-body =
    { $experience-equals-product-2018 }这个数字很容易误读。它并不是说产品不再重要，而是说产品不再独自上阵。配送、账单、退货柜台、道歉的语气，客户都会拿来和买到手的东西放在同一杆秤上称。

    让秤杆倾斜的，往往就是朴素的尊重。在这项研究中，**{ $treated-as-person }**的客户表示，企业想赢得他们的生意，把他们当作人而不是编号来对待非常重要。“赢得”这个词值得留意：先要赢得，然后才谈得上忠诚。尊重是企业卖的东西的组成部分，不是售后的补救。

connected-customer-2018-shortfall-heading = 客户给多数企业的评语
# 图表把回报与惩罚并列；各行内容在下节展开。
connected-customer-2018-shortfall-body =
    需求很明确，供给却不然。问及一般的企业，{ FIGURE($fall-short, as: "fraction") }的客户（准确地说是{ $fall-short }）表示，多数企业没有达到他们对优质体验的期望。

    对企业的笼统评价，往往比对隔壁小店的评价更苛刻，“优质”也本来就是高标准。即便如此，这里确有人人想要、却少有人供应的东西。在这样的市场里，谁拿得出来，谁就有提价的余地，其他企业则有理由担心。回报与风险的证据，调查里都有。

connected-customer-2018-switching-heading = 大门敞开
# 帕累托法则的数字是编者举的例子，不是研究结果，须保持明确。
connected-customer-2018-switching-body =
    先说担心，再说回报。客户觉得来去自由：{ FIGURE($easy-to-leave, as: "fraction") }的客户认为，如今转投别家比以往任何时候都容易。这也不是说说而已。因竞争对手的体验更好而不再光顾某家企业，已是多数人的经历：{ FIGURE($left-for-better, as: "fraction") }的客户这样做过。

    客户离开的代价有多大？研究没有回答，不妨借用研究之外的例子。帕累托法则是经验之谈，并非测量结果，它假定{ $pareto-customers }的客户贡献{ $pareto-revenue }的收入。对这样的企业来说，倘若走掉的偏偏是那些关键客户，损失会远大于人头数所显示的；留住他们，也就不再只是客服部门的事。

    再看回报，情形就令人欣慰得多。说到价格，{ FIGURE($pay-more, as: "fraction") }的客户表示愿意为优质体验多付钱。愿意付不等于真的付，明智的经理人会给这个答案打些折扣。但它仍然戳破了让企业心安的借口：说走就走的客户，原本就是来捡便宜的。

connected-customer-2018-word-of-mouth-heading = 客户自己说：好话多于坏话
connected-customer-2018-word-of-mouth-body =
    每次接触都有观众。{ $share-good }的客户会与他人分享好的体验，分享坏体验的客户则占{ $share-bad }。俗话的说法恰好相反：好事不出门，坏事传得远。而在这项调查里，领先的是夸奖，领先幅度为{ $word-of-mouth-gap }：{ FIGURE($share-good, as: "fraction") }的客户会把好的体验讲给别人听，{ FIGURE($share-bad, as: "n-in-m") }的客户会讲坏的体验。

    调查问的是分不分享，没有问分享得多频繁、嗓门有多大，因此看不出谁的声音传得更远。但它确实纠正了某种习惯：许多企业把口碑当作需要控制的损害，而从这些证据看，口碑至少同样是值得培育的资产。

connected-customer-2018-business-buyers-heading = 企业买家也要逛商店
# 本节数字均仅涉及企业买家。
connected-customer-2018-business-buyers-body =
    上述种种并不止于普通商店的收银台。企业买家下班后也是消费者，还把自己的习惯带到工作中。受访的企业买家中，{ $buyers-want-same }希望得到与自己购物时相同的体验。他们的要求还很具体：

    - 亚马逊式的购买体验：抱有这种期望的企业买家{ FIGURE($buyers-want-amazon, as: "fraction") }（{ $buyers-want-amazon }）。
    - 按自身需求定制的互动：{ FIGURE($buyers-want-personal, as: "fraction") }（{ $buyers-want-personal }）的企业买家期望供应商做到。

    这对B2B企业的启示不太中听。工业阀门厂商要比的，不再只是别的工业阀门厂商，还有买家昨晚窝在沙发里下单的任何东西；{ FIGURE($buyers-want-same, as: "n-in-m") }的企业买家在工作中同样不肯将就。

connected-customer-2018-memory-heading = 记得住人，也先问过人
# 关于客服人员的数字在任何研究报告中都没有找到：存疑的说法须与此处同样清楚。
connected-customer-2018-memory-body =
    要把客户当作人，先得记住他。网上流传的某份报告摘要称，{ $agent-awareness }的客户认为，客服人员了解他们与销售部门的往来，对留住他们的生意非常重要。我们未能在研究中找到这个数字的出处，引用时应当注明存疑。至于背后的怨气，也就是不得不对着陌生人把事情从头再讲，没有数字，人们也都熟悉。

    记忆靠数据支撑。说到数据，客户并非概不外借，只是懂得讲价。根据这项研究，{ FIGURE($share-data, as: "n-in-m") }（{ $share-data }）的客户愿意提供与自己相关的信息，以换取顾及其具体情况的互动。附带的条件比人数更要紧：信息是为了特定的用途才给的。

connected-customer-2018-closing =
    这项调查描绘的客户清楚自己要什么，有别处可去，而且会直说。肯把他们的话当真的企业，可以先问些朴素的问题。在整个过程中，客户在哪里遇到了沉默、重复或账单上的意外？企业收集的数据，有哪些变成更好的答案回到了客户手里？电话响起时，销售和客服看到的是同样的历史记录吗？

    给出好的答案，成本也许低于开发新产品。而从{ $report-2018 }的证据看，在客户心里，它的分量也许毫不逊色。

connected-customer-2018-method-heading = 关于文中的数字
connected-customer-2018-method-body =
    Salesforce Research共访问了全球{ $respondents-2018 }名消费者和企业买家，调查于{ $fieldwork-start }开始，{ $fieldwork-end }结束。{ $press-date-2018 }，businesstoday.in报道了结果。我们把这项研究当作历史，而不是新闻。

    带剑号的数字据称出自这项研究，但我们手头没有载明它们的页面。帕累托例子中的比例不出自任何研究。其余数字，都是人们给出的回答，而提问的公司卖的就是客户管理软件：读来要谨慎，却不必因此不读。

# 图表：标题、说明，然后是各列各行的名称。
connected-customer-2018-parity-title = 与产品同样重要
connected-customer-2018-parity-description = 认为体验与产品同样重要的客户比例
connected-customer-2018-parity-equal = 这样说的客户

connected-customer-2018-bargain-title = 回报与惩罚
connected-customer-2018-bargain-description = 客户怎样谈离开与付钱
connected-customer-2018-bargain-leave = 认为转投别家比以往容易
connected-customer-2018-bargain-pay = 愿意为优质体验多付钱
connected-customer-2018-bargain-left = 因竞争对手的体验更好而离开
