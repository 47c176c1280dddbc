### 一项虚构的饮茶调查。数字都是变量，切勿手工输入。

tea-survey-title = 爱喝茶的小城
tea-survey-summary = { $survey-year }，{ $tea-daily }的客人天天喝茶，这个习惯还在扩大。

tea-survey-lead =
    { $survey-year }，我们询问了{ $guests }名客人怎样喝茶。简单说：喝得勤，大多不加奶。

tea-survey-habit-heading = 每日的习惯
tea-survey-habit-body =
    全部客人中，**{ $tea-daily }**天天喝茶，也就是{ FIGURE($tea-daily, as: "n-in-m") }的客人。{ $earlier-year }这一比例为{ $tea-daily-earlier }，其间上升了{ $tea-daily-change }。

    | 人群 | { $earlier-year } | { $survey-year } |
    | :-- | --: | --: |
    | 天天喝茶的客人 | { $tea-daily-earlier } | { $tea-daily } |

    天天喝茶的人，平均每天喝{ $cups }杯。

tea-survey-milk-heading = 加不加奶
tea-survey-milk-body =
    加奶的是少数：{ FIGURE($tea-with-milk, as: "fraction") }的客人，确切地说是{ $tea-with-milk }。

tea-survey-closing =
    调查是虚构的，讲述的方法却是真的：改动数据里的数字，每种语言都会随之改变。

tea-survey-method-heading = 关于文中的数字
tea-survey-method-body =
    客人在桌边填写问卷。这里应当说明问了谁、怎么问、何时问，以及数字说明不了什么。
