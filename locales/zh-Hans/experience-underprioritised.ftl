### 餐厅点评怎样谈论服务；以及客户体验应当怎样组织。
### 星级是字面量（$five-star、$five-stars、$one-star），不是统计数据。
### 数字均为变量。FIGURE(…, as: "fraction") 自带“近”“超过”等限定词，不要另加。

# 文章的主张：意料之中的事无人提起，意料之外的事才会被写下来。
experience-underprioritised-title = 为美味而来，为服务落笔
experience-underprioritised-summary =
    在{ $five-star }好评里，每有人夸味道，就有{ FIGURE($service-to-taste, as: "words") }条在谈服务。没有写下来的，是食客认为理所当然的；哪个行业都值得弄清楚这是什么。

experience-underprioritised-lead =
    餐厅卖的是饭菜。可是最满意的客人坐下来写点评时，谈的却是别的。

    Yelp翻阅了大量餐厅点评，看{ $five-star }好评究竟在夸什么。有的夸味道，有的谈服务；每有人夸味道，就有{ FIGURE($service-to-taste, as: "words") }条在谈服务。咨询公司Convince & Convert的杰伊·贝尔（Jay Baer）据此断言，企业至今仍然低估了客户体验。

    也许如此。不过，口号可以喊得快，数字却要读得慢。这些数字清楚地说明了什么会让人开口，至于什么会让人高兴，说得不多；饭菜好不好吃，则只字未提。

experience-underprioritised-silence-heading = 汤本来就该好喝
experience-underprioritised-silence-body =
    电梯停对了楼层，没有人会道谢，那是电梯的本分。烧得好的晚饭也差不多：客人点了，付了钱，吃到了，没有什么可讲的。

    服务就不同了，因为事先说好的本来就少。服务员记得客人对什么过敏，客满的晚上硬是腾出了桌子，账单有误，没等客人开口就改了过来：这些才叫事，有事才有故事可讲。照这样理解，每有人夸味道便有**{ $service-to-taste }**条点评在谈服务，这个比例衡量的是意外，而不是轻重。哪家后厨要是由此认定味道无关紧要，过不了多久，味道就会被人提起了。

    因此，教训比乍看之下要窄，也更管用。把意料之中的事做好，客人不会抱怨，但也很少会替你宣扬。想让人谈论，就得看看客人没有指望你做的是什么。

experience-underprioritised-stars-heading = 服务出现在星级的哪头
# 图表显示此类点评中给出该星级的比例。
experience-underprioritised-stars-body =
    同样的点评也可以反过来分：先看怎么说服务，再看给几颗星。

    两端对照，几乎互为镜像。提到服务出色的，{ FIGURE($good-service-five-star, as: "fraction") }给了满分；提到服务差的，{ FIGURE($bad-service-one-star, as: "fraction") }给了最低分。

    剩下的也值得看看。抱怨服务的点评中，有{ $bad-service-more-stars }，也就是{ FIGURE($bad-service-more-stars, as: "fraction") }，给的不止{ $one-star }。那个晚上，总算还有些可取之处。

    而且，只要谈到服务，多半是在夸。提到服务的点评，给{ $five-stars }的可能性是给{ $one-star }的{ $five-over-one-star }。都说点评网站是发泄的地方，至少在服务这件事上，写的人更想说声谢谢。

experience-underprioritised-price-heading = 到期的预言
# overtakes-price-by 是我们无法查验的预测，须保持明确。
experience-underprioritised-price-body =
    餐桌上成立的道理，常被搬到各行各业。咨询公司Walker曾经预言，到{ $overtakes-price-by }，在B2B买家眼中，客户体验将超过价格，成为品牌之间最关键的差别。

    那个年份已经过去，这样的预言理应有人回头查验。我们没有找到这样的查验。它至今仍被当作结果来引用，凡是年份取得齐整的预言，大抵都是这个下场。也许它应验了；在这里能说的，只是有人这样预言过。

experience-underprioritised-disciplines-heading = 需要做些什么
# 名称出自Forrester，问题是我们加的。
experience-underprioritised-disciplines-body =
    如果意外之喜是原料，总不能听天由命。据《快公司》（Fast Company）报道，Forrester Research认为，出色的客户体验靠的是{ FIGURE($disciplines, as: "words") }门功夫。后面的问题是我们加的。

    - **战略**：我们打算给客户怎样的体验，愿意花多少钱？
    - **理解客户**：我们自认为了解客户的那些事，客户听了会点头吗？
    - **设计**：这个环节是有意为之，还是流程走完之后剩下的？
    - **衡量**：要是变差了，我们会察觉吗？
    - **治理**：真的变差了，归谁管？
    - **文化**：没有规定可循的时候，我们的人会怎么做？

    记得客人过敏的那位服务员，属于最后这项。但其他各项他也需要，否则他只是个好服务员，而且很快就会到别家上班。

experience-underprioritised-systems-heading = 档案柜不是记忆
# CRM：客户关系管理。CXM：客户体验管理。
experience-underprioritised-systems-body =
    话说到这里，总有人会讲：这方面我们有系统。多数情况下，有的是CRM，即客户关系管理；而真正用得上的是CXM，即客户体验管理。缩写看上去像是换了层漆，其实是从相反的方向看同一个人。

    | | CRM | CXM |
    | :-- | :-- | :-- |
    | 视角 | 企业的：账户、线索、工单 | 客户的：到目前为止，我遇到了什么 |
    | 数据 | 人工录入或成批导入 | 随事随到，来自各个渠道 |
    | 常问的问题 | 接下来能卖什么？ | 这个人现在需要什么？ |
    | 使用者 | 主要是销售和客服 | 客户可能遇到的所有人 |
    | 失灵的方式 | 记录过时 | 各部门把知道的事留给自己 |

    界线并不像表格里那样分明。许多CRM产品已经向右边靠拢，也没有哪种软件能带来文化。真正区分左右的，是一个决定：留下记录，究竟是为了让企业管理客户，还是为了让客户不必把话再说一遍。

experience-underprioritised-closing =
    回到餐厅。老板读到，每有客人写酱汁，就有{ FIGURE($service-to-taste, as: "words") }位在写待客之道，也许会动念辞掉厨师。更好的结论要平实得多：问问客人把什么当作理所当然，那件事决不能失手；再问问客人想都不敢想的是什么，今晚就做上一点。

experience-underprioritised-method-heading = 关于文中的数字
experience-underprioritised-method-body =
    有关点评的数字出自Yelp，见于杰伊·贝尔的文章《客户体验仍未得到应有的重视》（Customer Experience Is Still Underprioritized），modernrestaurantmanagement.com也有刊载。这些文章只说点评数以千计，没有交代确切的数量和时间，我们也就不写。写点评的人是自己选择要写的，他们提到的事，未必是沉默的多数人看重的事。

    “不止最低分”的比例由我们相减得出。Walker的预言和Forrester的清单标注为未经核实，因为我们都是从他人的转述中得知的。CRM与CXM的对照归纳的是通行用法，不是研究结果。

# 图表：标题、说明，然后是各列各行的名称。
experience-underprioritised-scale-title = 服务与星级的两端
experience-underprioritised-scale-description = 提到服务的点评给出最高分与最低分的比例
experience-underprioritised-scale-praise = 提到服务出色：{ $five-stars }
experience-underprioritised-scale-blame = 提到服务差：{ $one-star }
