### 网站自身的文字：文章前后的标题、标签和说明。

site-title = 客户有数
site-summary = 调查如何描述买东西的人：多种语言的文章，每个数字都注明来源。

# 本语言用自己的文字写的名称。
language-name = 简体中文

# 其后列出同篇文章其他语言版本的链接。
read-in = 其他语言版本

# $date：发布日期，完整写出（含“年月日”）。
published-on = 发布于{ $date }

contents-heading = 本文内容
sources-heading = 资料来源
source-label = 来源

# 用在注释中来源名称之前，例如“出自：Salesforce Research”。
source-note-from = 出自

# 正文中此类数字后面带有剑号。
unverified-note = † 引用这个数字时，我们手头没有载明它的研究原文，请视为未经核实。

# $count：本页数字的个数。
figures-proven-note = 本页共有{ $count }个数字，成稿后均已重新读取，并与所录的来源数据逐条核对。

ledger-label = 全部数字明细
back-to-index = 全部文章
skip-to-content = 跳到正文
not-found-title = 页面不存在

# 来源说明
unverified-label = 未经核实
table-label = 表格
source-edition = 版次
source-published = 发布
source-method = 方法
source-population = 受访者
source-sample = 样本
source-places = 地区
source-accessed = 查阅日期
source-cited-in = 引用于
