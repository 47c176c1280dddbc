### 2022年的客户调查，与前次报告对照：信任更多，耐心更少。
### “客户”兼指消费者和企业买家；“消费者”仅指个人买家。各处用词不可混淆。
### 数字均为变量。写成分数的数字自带“近”“超过”“仅”等限定词，不要另加。

# 文章的主张：对企业的信任增加了，对其过失的容忍减少了。
connected-customer-2022-title = 信任多了，宽容少了
connected-customer-2022-summary =
    { $report-2022 }，客户比以往更相信企业：{ $tell-truth }的客户相信企业会说真话，比例提高了{ $tell-truth-change }。他们也更容易转身离开。信得多，走得也快，并不像看上去那样矛盾。

# 末段是全文的线索。
connected-customer-2022-lead =
    世道艰难，人心理应多疑。然而，当Salesforce于{ $report-2022 }发布{ $fifth-edition }《互联客户状况》（State of the Connected Customer）时，客户对企业的看法却比{ $baseline-2020 }的{ $fourth-edition }报告中更好。相信企业所言的人多了，因原则问题离开企业的人也多了。

    这看似矛盾，其实不然。信任不再是情绪，而成了考试：考得勤，判得严，又很容易不及格。{ $countries-2022 }个国家{ $sample-2022 }人的回答，让我们看到了考题。

connected-customer-2022-trust-heading = 信得过，还谈不上靠得住
# 下方图表对照前后版本。
connected-customer-2022-trust-body =
    先说少有争议的：{ FIGURE($trust-in-change, as: "fraction") }的客户（{ $trust-in-change }）表示，在变动时期，信任变得更加重要。{ FIGURE($honest-communication, as: "fraction") }的客户认为，诚实透明的沟通比疫情之前更重要。感情也是有的：{ $emotional-connection }的客户与自己购买的品牌有情感联系。

    升幅有大有小。相信企业会说真话的比例提高了{ $tell-truth-change }，{ FIGURE($tell-truth, as: "fraction") }的客户持此看法。总体信任度提高了{ $general-trust-change }：{ FIGURE($general-trust, as: "fraction") }的客户表示信任企业，而在{ $baseline-2020 }，这样说的是{ FIGURE($general-trust-2020, as: "fraction") }的客户。人们更愿意承认企业诚实，要承认企业可靠，就没有那么爽快了。

connected-customer-2022-values-heading = 沉默也是回答
# 关于表明价值观的比例，来源仅以文字给出。
connected-customer-2022-values-body =
    这场考试有些题目与商品无关。{ $treats-employees }的客户表示，企业如何对待员工会影响自己的购买决定；企业的环保做法，则影响着{ FIGURE($environment, as: "fraction") }的客户。看来，很少有人愿意去猜。报告称，{ $values-wanted }的客户希望企业明确表明价值观，而{ $values-common }的客户认为这已是普遍做法。

    由此可见，不作声并非中立。在全体客户中，{ FIGURE($values-exit, as: "fraction") }（{ $values-exit }）曾因企业的价值观与自己不合而停止购买，比{ $baseline-2020 }的{ $values-exit-2020 }提高了{ $values-exit-change }。既然这么多客户都这样做过，这就不再是少数活动人士的事，而是与其他风险无异的商业风险，只不过很少有人专门负责。

connected-customer-2022-channels-heading = 线上出于习惯，线下出于选择
# digital-growth 是相对增幅（%），不是百分点；gen-z-ratio 是“是……的1.6倍”，不是“高出1.6倍”。
connected-customer-2022-channels-body =
    疫情把交易搬上了屏幕，其中许多就此留了下来。到{ $digital-until-2021 }，通过数字渠道完成的交易占比较{ $start-2019 }增长{ $digital-growth }。（这是相对于原有占比的增幅，而不是占比的差值。）年龄不同，偏好也不同：Z世代偏好数字渠道的可能性，是婴儿潮世代的{ FIGURE($gen-z-ratio, as: "multiple") }。不过，仍有{ $non-digital }的客户偏好非数字渠道；为了应用而关掉柜台，就会辜负{ FIGURE($non-digital, as: "n-in-m") }的客户。

    多数人其实什么渠道都用。平均来看，客户会通过{ $channels-used }个渠道与企业沟通；在调查前的{ $new-ways-window }里，{ $new-ways }的客户曾以新的方式购买产品。最明显的例子是路边取货。使用过它的客户比例{ FIGURE($kerbside-ratio, as: "doubling") }，从{ $baseline-2020 }的{ $kerbside-2020 }升至{ $report-2022 }的{ $kerbside }。新习惯看来也不会转瞬即逝：在社交媒体上购物的客户中，{ $social-more }预计{ $social-horizon }后会更多地这样做。

connected-customer-2022-data-heading = 数据可以给，但有条件
# 体验的比例与变动时期信任的比例恰好相同：数字相同，问题不同。
connected-customer-2022-data-body =
    体验本身已经成了商品。{ $baseline-2020 }，{ FIGURE($experience-as-important-2020, as: "n-in-m") }的客户认为体验与产品或服务同样重要，与{ $report-2018 }调查得出的{ $experience-equals-product-2018 }分毫不差；到{ $report-2022 }，这个比例提高{ $experience-change }，升至{ FIGURE($experience-as-important, as: "fraction") }。一直没有动静的数字，在疫情期间动了起来，不过这并不能证明是疫情使然。

    体验要量身定制，就得先量身，而消费者会在这里讨价还价。为了得到定制的奖励，{ $share-preferences }的消费者愿意分享偏好数据。公开透明更能打动人：{ $transparency-trust }的消费者表示，企业更加透明会增进他们的信任。如果相关个人信息的使用透明且于己有利，{ $comfortable-data }的消费者可以接受，而{ $baseline-2020 }时为{ $comfortable-data-2020 }。看来，消费者反对的并不是被了解，而是被人盯着，好处却归了别人。

connected-customer-2022-loyalty-heading = 钱包里塞满会员卡
# 澳大利亚和新西兰的数字是另外的人群，不是早先的数值。
connected-customer-2022-loyalty-body =
    最能说明考试之严的，莫过于这个数字：受访前的那年里，**{ $switched-brands }**的消费者换过品牌。（澳大利亚和新西兰的样本为{ $switched-brands-anz }。那是不同的人群，并非早先的数值。）

    常见的对策是推出忠诚度计划，它也确实部分奏效：

    - 论吸引力，确有说服力：{ $loyalty-draw }的消费者更愿意购买设有此类计划的品牌。
    - 论习惯，已经太挤：平均来看，每位消费者加入了{ $programmes-joined }个计划。
    - 论奖励，多半在沉睡：{ $redeem-rarely }的消费者至多按季度兑换奖励。
    - 论关系，还可以更好：{ $personal-rewards }的消费者表示，如果奖励更加个性化，会更多地使用计划。

    有些品牌干脆绕开了中间的商店。直接向品牌购买过的消费者比例，到{ $report-2022 }时比{ $start-2019 }上升了{ $direct-growth }。直销意味着包揽与客户的全部接触，功劳全归自己，过错也无从推脱。

connected-customer-2022-service-heading = 信任要在电话里挣
# around-the-clock 是固定说法（任何时刻、任何日子）。
connected-customer-2022-service-body =
    考试最难的部分在客服台。客户期望{ $around-the-clock }都能得到帮助。遇到复杂的问题，{ $complex-problems }的客户希望由懂行的专人解决，而不是在各部门之间转来转去。现实又如何？认为解决问题不费力的，有{ FIGURE($little-effort, as: "n-in-m") }的客户（{ $little-effort }），其余的人排在他们后面。

    补上这块短板，回报很大。{ $service-trust }的客户认为，优秀的客户服务能建立信任；在调查中，这已近乎异口同声。前后一致也有好处：{ FIGURE($consistent-loyalty, as: "n-in-m") }的客户表示，对各部门步调一致的企业更加忠诚。左手不知道右手许了什么愿，客户是看得出来的。

connected-customer-2022-closing =
    个别数字信不信由你，方向却不难看清。坦诚会有回报。价值观即使没有写出来，也会被人读到。数据是借出的，不是送出的。而整个账户，可能因为某次糟糕的通话就透支。

    与{ $baseline-2020 }相比，{ $report-2022 }的企业得到了更多的信任。而同样是这些客户，也把话说得很明白：这份信任是借给它们的。

connected-customer-2022-method-heading = 关于文中的数字
connected-customer-2022-method-body =
    调查访问了{ $consumers-2022 }名消费者和{ $business-buyers-2022 }名企业买家。“客户”兼指这些人；“消费者”仅指个人买家，涉及消费者的数字均已写明。{ $baseline-2020 }的数值，是后来的报告用来与自己对照的。升幅按刊出的比例计算，因四舍五入可能略有出入。

    部分数字也见于martech.org在{ $press-date-2022 }的报道。带剑号的数字据称出自这项研究，但我们手头没有载明它们的页面。报告只用文字表述之处，例如“{ $values-wanted }”，我们也照此表述。

    软件公司做的调查，往往会发现客户想要的正是软件能改善的东西；而且这些都是回答，不是行动。

# 图表：标题、说明，然后是各列各行的名称。
connected-customer-2022-rise-title = 信得多了，走得也多了
connected-customer-2022-rise-description = 客户在前后版本中的回答
connected-customer-2022-rise-before = { $baseline-2020 }
connected-customer-2022-rise-after = { $report-2022 }
connected-customer-2022-rise-experience = 体验与产品同样重要
connected-customer-2022-rise-truth = 企业会说真话
connected-customer-2022-rise-exit = 因价值观不合停止购买
connected-customer-2022-rise-general = 总体上信任企业
connected-customer-2022-rise-data = 接受个人信息得到透明的使用

connected-customer-2022-kerb-title = 路边取货
connected-customer-2022-kerb-description = 使用过的客户比例
connected-customer-2022-kerb-before = { $baseline-2020 }
connected-customer-2022-kerb-after = { $report-2022 }
