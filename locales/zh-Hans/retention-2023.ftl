### 关于电商品牌留客的小型调查：心愿与结果的对照。
### 样本很小，文中写明了这一点，须保留。
### 数字均为变量。FIGURE(…, as: "fraction" 或 "n-in-m") 自带“近”“超过”“至多”等限定词，不要另加。

retention-2023-title = 留客：说得多，动得少
retention-2023-summary =
    在{ $retention-survey-day }的调查中，{ $focus-more }的线上品牌表示比以往更重视留住客户，而{ $strategy-unchanged }的品牌没有改变策略。作答的品牌只有{ $brands-surveyed }个，样本之小，也值得一说。

retention-2023-lead =
    下决心不用花钱，每年开春的健身房最清楚。Yotpo向网店销售营销软件，它问了若干电商品牌的决心：想不想留住现有的客户？想。{ FIGURE($focus-more, as: "fraction") }的品牌自称比以往任何时候都更重视留客。

    那么做了些什么呢？调查到这里才有意思起来。把各项回答摆在一起，可以看到这样的行业：目标说得出口，习惯原封不动，量自己只用一把尺子。

retention-2023-resolution-heading = 目标动了，计划没动
# 有关报道没有说明strategy-unchanged是占全部品牌还是占更重视留客的品牌。
retention-2023-resolution-body =
    品牌为何热心起来，Yotpo给出的理由并不新鲜：在网上获取新客越来越贵，广告投放所依赖的用户追踪又在陆续关停。自己回头的客户，用不着广告费。

    然而，{ $strategy-unchanged }的品牌，也就是{ FIGURE($strategy-unchanged, as: "n-in-m") }，并没有为此改变策略。往好处想，有些品牌的计划原本就不错；也可以说，这是管理上最古老的落差：会上定的事，到了次日早晨，什么也没有变。

    有关报道没有交代这个比例的基数：{ $strategy-unchanged }是占全部品牌，还是只占那些刚刚表过决心的？我们按全部品牌理解，如有误，愿意更正。

retention-2023-result-heading = 原地踏步
retention-2023-result-body =
    结果可没有决心那么好说话。上个年度，**{ $retention-flat }**的品牌留存率持平或下降。反过来看，留存率可能上升的品牌{ $retention-up }，也就是{ FIGURE($retention-up, as: "n-in-m") }。多数品牌都把留客当作目标，这样的收成未免单薄。

    持平未必就是失败。那些只因店铺关门才上网下单的顾客，可能也在上个年度离开了；失去他们还能守住平均水平，甚至算得上成绩。调查没有问到这些，也没有说更重视留客的品牌是否强于其他品牌。看得到的是，多数品牌的指针几乎没有动。

retention-2023-yardstick-heading = 叫人安心的那个数字
retention-2023-yardstick-body =
    也许是指针看得不够仔细。图中比例最高的，是最少有人留意的那个问题：{ $repeat-rate-only }的品牌（{ FIGURE($repeat-rate-only, as: "fraction") }）衡量成败只看复购率，别的都不看。

    复购率自有好处：容易算，不容易反驳。可是真正想知道的，它几乎都不说。

    - **来得迟**。等它掉下来，背后的客户早已走了好几个月。
    - **不讲原因**。出于习惯、为了折扣还是真心喜爱，在它那里都算同样的回头客。
    - **奖励收买**。优惠券给得够大，数字就能好看上个把季节，代价由利润来付。
    - **只认买家**。写评价的、带朋友来的、不再打开邮件的，都不在其中。

retention-2023-sample-heading = 每个品牌有多重
retention-2023-sample-body =
    在有人据此制定战略之前，得先说说调查的规模。参与调查的品牌有{ $brands-surveyed }个，每个品牌占全体的{ $one-brand }，只要少数几家改口，每行数字都会挪动。为了治“百分比崇拜”，不妨折成个数：更重视留客的，{ $focus-more-brands }个品牌；没有改变策略的，{ $strategy-unchanged-brands }个；留存率持平或下降的，{ $retention-flat-brands }个；只用一把尺子的，{ $repeat-rate-only-brands }个。这样听上去，才是它们本来的分量。

    折算之后，还能看出接缝。从{ $brands-surveyed }个品牌里取任何整数，四舍五入之后都凑不成{ $focus-more }。要么有的品牌跳过了这道题，要么小数是截掉的，而不是舍入的。这对结论没有影响，却提醒读者：调查数字都是经过许多人的手才到眼前的。

    而且，提问者有利害关系。Yotpo卖的就是留客工具。回答并不因此失真，只是，发现的问题恰好是自己能解决的，也就不足为奇。

retention-2023-shopper-heading = 要是问问买东西的人
# 关于顾客的数字出自其他研究：对象是消费者，不是品牌。
retention-2023-shopper-body =
    柜台的另一边，判决要干脆得多。普华永道（PwC）的报告称，{ FIGURE($leave-after-one, as: "n-in-m") }的消费者哪怕只有过一次糟糕的体验，也会离开自己喜爱的品牌。在美国，{ $experience-over-advertising }的消费者认为，与品牌打交道的愉快体验比出色的广告更有影响力：等于有{ FIGURE($experience-over-advertising, as: "fraction") }的消费者在告诉市场部，钱花在哪里更好。

    Yotpo还引用了一些数字，我们没有查到它们出自哪项研究。期待个性化的消费者占{ $expect-personalisation }。对{ $experience-after-price }的顾客来说，体验是仅次于价格和产品质量的关键因素。请留意次序：它排在后面。

    Yotpo用来说明问题的事例，都发生在售后：带着怒气的评价，等来的是促销邮件；积分悄无声息地过期；明明已经订阅的商品，推销邮件还是源源不断。没有哪件称得上灾难，但每件都在说同样的话：我们不知道您是谁。

retention-2023-practice-heading = 周一就能试的事
retention-2023-practice-body =
    以下各条，都不是区区{ $brands-surveyed }个品牌的调查所能证明的。不过，认真对待他们的回答，自然会想到这些。

    1. **把变了什么写下来**。如果留客比以前重要，就该有什么事停下来给它让路。要是想不出来，这个品牌就在那{ $strategy-unchanged }里面。
    2. **在复购率旁边，放上更慢和更快的指标**。客户全年带来的收入更慢；投诉、退货、退订更快。
    3. **让数据碰头**。同属某位客户的评价、订单和客服记录，应当能在同一处看到，然后再考虑给他发新的优惠。
    4. **追查流失的客户**。挑几位从前常买的，还原公司最后对他们说了什么。

retention-2023-closing =
    调查里的这些品牌，既不懒，也不瞎。多数看对了问题，也承认它重要；然后，不少品牌继续做早就会做的事，数早就会数的数。多数决心就是这样落空的。留下来的客户，很少是被谁的决心留住的；他们留下，是因为有人看见了他们。

retention-2023-method-heading = 关于文中的数字
retention-2023-method-body =
    调查是Yotpo的《电商留存现状》（The state of ecommerce retention），日期为{ $retention-survey-day }，有{ $brands-surveyed }个品牌作答；Yotpo于{ $retention-article-day }撰文谈及。品牌如何选出、在什么地方，我们不得而知。品牌数由比例折算并取整。“可能上升”的比例是从全体中减去其余得出的，若有品牌答不上来，也算在其中。

    带剑号的数字据称出自这些来源，但我们手头没有载明它们的页面。普华永道的数字说的是消费者，出自别的年份的别的研究。我们把它们与品牌的回答并列，而不是相加。

# 图表：标题、说明，然后是各列各行的名称。
retention-2023-answers-title = 品牌怎么说
retention-2023-answers-description = { $brands-surveyed }个品牌的占比
retention-2023-answers-repeat = 只用复购率衡量成败
retention-2023-answers-flat = 留存率持平或下降
retention-2023-answers-focus = 比以往更重视留客
retention-2023-answers-strategy = 没有为此改变策略

retention-2023-lost-title = 哪怕只有过一次糟糕的体验
retention-2023-lost-description = 会离开自己喜爱的品牌的消费者比例
retention-2023-lost-gone = 会离开的消费者
