### 数据文件中的文字用中文怎么说：source-<id>-<fact>。这里没有的，按数据文件原样刊出。
### 出版物的标题不译；只是描述来源的标题才译。

source-connected-customer-2016-edition = 首版

source-connected-customer-2018-edition = 第二版
source-connected-customer-2018-method = 问卷调查
source-connected-customer-2018-population = 消费者和企业买家
source-connected-customer-2018-places = 全球

source-connected-customer-2020-edition = 第四版

source-connected-customer-2022-edition = 第五版
source-connected-customer-2022-method = 问卷调查
source-connected-customer-2022-population = 消费者和企业买家
source-connected-customer-2022-places = 29个国家

source-martech-2022-title = 关于Salesforce《互联客户状况》第五版的报道

source-pareto-principle-producer = 编者
source-pareto-principle-title = 借帕累托法则举的例子

source-yelp-restaurants-title = 餐厅点评分析
source-yelp-restaurants-method = 文本分析
source-yelp-restaurants-population = 餐厅点评

source-walker-buyers-title = 关于B2B买家如何区分品牌的预言

source-forrester-disciplines-producer = Forrester Research，据《快公司》报道
source-forrester-disciplines-title = 出色的客户体验所需的功夫

source-yotpo-survey-2022-method = 问卷调查
source-yotpo-survey-2022-population = 电商品牌

source-pwc-experience-producer = 普华永道（PwC）

source-hbr-2014-producer = 《哈佛商业评论》（Harvard Business Review）

source-cem-compilation-2022-producer = 流传中的网页
source-cem-compilation-2022-title = 客户体验管理的事实与数字
