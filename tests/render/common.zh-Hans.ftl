site-title = 数说客户
site-summary = 调查如何描述消费者。
language-name = 简体中文
read-in = 阅读语言
published-on = 发布于{ $date }

# $date: the day of the last revision, written out.
updated-on = 更新于{ $date }

# Heads the list of corrections at the end of an article.
corrections-heading = 更正记录

# $date: the day of a correction. Stands before its note in feeds.
corrected-on = { $date }更正
contents-heading = 本文内容
sources-heading = 资料来源
unverified-note = † 我们手头没有载明该数字的研究原文，请视为未经核实。
unverified-label = 未经核实
table-label = 表格
# Opens the table under a chart.
chart-as-table = 以表格查看数据
figures-proven-note = 本页全部{ $count }个数字均已在排印后重新读取，并与来源核对。
ledger-label = 数字总账
markdown-label = 本文的纯文本版（Markdown）
back-to-index = 全部文章
skip-to-content = 跳至正文
source-edition = 版次
source-published = 发布
source-method = 方法
source-population = 受访者
source-sample = 样本
source-places = 地区
source-accessed = 查阅日期
source-cited-in = 引用于
source-in-ledger = 查看出自此来源的数字明细

# 文章的数字明细：把各语言中的每个数字与其来源并列的页面。
ledger-intro = 本页列出文中的数字在各语言中的写法，以及对应的统计数据和来源中的出处。发布之前，所有数字都已从成稿页面重新读取，并与统计数据核对。
# 表头，两者之间是各语言的名称。
ledger-stat = 统计数据
ledger-evidence = 依据
# 统计数据在刊出之前的核对方式。
ledger-verified-cell = 已与来源表格核对
ledger-verified-quote = 已与来源原文核对
ledger-verified-derived = 由其他数字计算得出
ledger-verified-none = 依照我们的记录，没有表格或原文可供核对
# 数据并非最终结果时，说明其可靠程度。
ledger-status-provisional = 初步数据，来源今后可能修订
ledger-status-estimate = 来源称其为估计值
ledger-status-forecast = 预测值
ledger-status-unverified = 未经核实：我们手头没有载明此数据的研究原文
ledger-status-illustration = 虚构的示例
ledger-status-retired = 已停用
# 数据的依据：在表格中的位置、表格所载、来源原文、算式。
ledger-row = 行
ledger-column = 列
ledger-says = 表格所载
ledger-quote = 来源原文
ledger-derived = 算式
ledger-literals = 不属于统计数据的数字
ledger-literals-note = 名称和固定说法中的数字。文章已事先注明，以免与统计数据混淆。
ledger-data = 全站数字明细的数据文件（JSON）
back-to-article = 返回文章
page-number = 第{ $page }页，共{ $pages }页
