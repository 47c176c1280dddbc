//! The sentences that the synthetic articles are made of, each in English, Thai and Chinese. None says a figure but through a
//! variable: `$share`, `$before`, `$change`, `$people`, `$year`, `$earlier`. `GROUP` and `HABIT` are put in.

/// A text in each locale: en, th, zh-Hans.
pub type Text = [&'static str; 3];

/// The locales, in the order of a [`Text`].
pub const LOCALES: [&str; 3] = ["en", "th", "zh-Hans"];

/// Who is asked.
pub const GROUPS: &[Text] = &[
    ["residents", "ชาวเมือง", "居民"],
    ["commuters", "คนทำงานในเมือง", "上班族"],
    ["parents", "ผู้ปกครอง", "家长"],
    ["students", "นักศึกษา", "学生"],
    ["gardeners", "คนรักสวน", "园艺爱好者"],
    ["library visitors", "ผู้ใช้ห้องสมุด", "图书馆读者"],
    ["volunteers", "อาสาสมัคร", "志愿者"],
];

/// What they do.
pub const HABITS: &[Text] = &[
    ["read every day", "อ่านหนังสือทุกวัน", "天天读书"],
    ["walk to work", "เดินไปทำงาน", "步行上班"],
    ["cook at home", "ทำอาหารกินเองที่บ้าน", "在家做饭"],
    ["grow their own vegetables", "ปลูกผักกินเอง", "自己种菜"],
    ["repair what breaks", "ซ่อมของที่เสีย", "修理旧物"],
    ["know their neighbours", "รู้จักเพื่อนบ้าน", "认识邻居"],
    ["take the bus", "นั่งรถประจำทาง", "乘坐公交"],
    ["listen to the radio", "ฟังวิทยุ", "收听广播"],
    ["keep a diary", "เขียนบันทึกประจำวัน", "写日记"],
    ["learn a language", "เรียนภาษาต่างประเทศ", "学习外语"],
    ["shop at the market", "ซื้อของที่ตลาดสด", "在集市买菜"],
    ["swim in the lake", "ว่ายน้ำในทะเลสาบ", "在湖里游泳"],
    ["play an instrument", "เล่นดนตรี", "演奏乐器"],
];

/// The share and the share before.
pub const SHARES: &[Text] = &[
    [
        "Of all GROUP, { $share } say that they HABIT; in { $earlier } it was { $before }.",
        "GROUP { $share } บอกว่าตนHABIT ส่วนใน { $earlier } อยู่ที่ { $before }",
        "在全部GROUP中，{ $share }表示自己HABIT；{ $earlier }的比例为{ $before }。",
    ],
    [
        "Asked in { $year }, { $share } of GROUP answered that they HABIT, against { $before } in the survey before.",
        "เมื่อถามใน { $year } GROUP { $share } ตอบว่าตนHABITเทียบกับ { $before } ในการสำรวจก่อนหน้า",
        "{ $year }接受询问时，{ $share }的GROUP回答自己HABIT，上次调查为{ $before }。",
    ],
    [
        "The share of GROUP who HABIT stands at { $share }. It stood at { $before } in { $earlier }.",
        "สัดส่วนของGROUPที่HABITอยู่ที่ { $share } จากเดิมใน { $earlier } อยู่ที่ { $before }",
        "HABIT的GROUP比例为{ $share }，而{ $earlier }为{ $before }。",
    ],
];

/// The share in other words, and its rise.
pub const RISES: &[Text] = &[
    [
        "That is { FIGURE($share, as: \"n-in-m\") } GROUP, and the share has risen by { $change } since the last survey.",
        "กล่าวคือ { FIGURE($share, as: \"n-in-m\") } ของGROUPทั้งหมด และสัดส่วนนี้เพิ่มขึ้น { $change } จากการสำรวจก่อนหน้า",
        "也就是说，{ FIGURE($share, as: \"n-in-m\") }的GROUP如此，比上次调查上升{ $change }。",
    ],
    [
        "A rise of { $change } may sound modest, but { FIGURE($share, as: \"n-in-m\") } GROUP are hard to overlook.",
        "การเพิ่มขึ้น { $change } อาจฟังดูไม่มาก แต่ { FIGURE($share, as: \"n-in-m\") } ของGROUPเป็นภาพที่มองข้ามได้ยาก",
        "上升{ $change }听来不多，但{ FIGURE($share, as: \"n-in-m\") }的GROUP很难被忽视。",
    ],
];

/// How many were asked.
pub const SAMPLES: &[Text] = &[
    [
        "The question was put to { $people } GROUP across the region.",
        "คำถามนี้ถามGROUP { $people } คนทั่วทั้งภูมิภาค",
        "这个问题向全地区{ $people }名GROUP提出。",
    ],
    [
        "Answers came from { $people } GROUP, in towns and villages alike.",
        "คำตอบมาจากGROUP { $people } คน ทั้งในเมืองและในชนบท",
        "回答来自城乡各地的{ $people }名GROUP。",
    ],
];

/// Sentences without a figure.
pub const PROSE: &[Text] = &[
    [
        "People who HABIT rarely call it a habit; to them it is simply how a good day begins.",
        "คนที่HABITมักไม่เรียกสิ่งนี้ว่านิสัย สำหรับพวกเขานี่คือการเริ่มต้นวันที่ดี",
        "HABIT的人很少把它叫作习惯，对他们来说，好日子本来就该这样开始。",
    ],
    [
        "The reasons they give are practical, and they are more often about time than about money.",
        "เหตุผลที่พวกเขาให้เป็นเรื่องในชีวิตจริง และมักเกี่ยวกับเวลามากเสียยิ่งกว่าเงิน",
        "他们给出的理由都很实际，往往关乎时间，而不是金钱。",
    ],
    [
        "Nobody we spoke to had planned it, and hardly anybody could say when it had started.",
        "ไม่มีใครที่เราคุยด้วยวางแผนไว้ และน้อยคนจะบอกได้ว่าเริ่มต้นเมื่อใด",
        "我们采访的人都没有事先计划，也很少有人说得清从何时开始。",
    ],
    [
        "What looks like a trend from a distance turns out, on closer sight, to be a change of neighbourhood.",
        "สิ่งที่มองจากไกลเหมือนกระแส เมื่อดูใกล้ ๆ กลับเป็นความเปลี่ยนแปลงของย่านที่อยู่อาศัย",
        "远看像是潮流，近看却是街区在变。",
    ],
    [
        "Where the pavements are wide and the shops are near, the habit takes root without a campaign.",
        "ที่ใดทางเท้ากว้างและร้านค้าอยู่ใกล้ นิสัยนี้จะหยั่งรากโดยไม่ต้องมีการรณรงค์",
        "人行道宽敞、商店又近的地方，无须宣传，习惯自然扎根。",
    ],
    [
        "Elsewhere it needs patience, a little help from the town hall and somebody who sets an example.",
        "ที่อื่นต้องใช้ความอดทน ความช่วยเหลือจากเทศบาล และใครสักคนที่ทำเป็นตัวอย่าง",
        "在别处，它需要耐心、市政的帮助，还要有人带头。",
    ],
    [
        "The survey cannot tell causes apart from company, and its authors are careful not to pretend otherwise.",
        "การสำรวจแยกสาเหตุออกจากสิ่งที่เกิดร่วมกันไม่ได้ และผู้เขียนก็ระวังที่จะไม่อ้างเช่นนั้น",
        "调查无法区分原因与巧合，作者们也小心地没有另作他说。",
    ],
    [
        "Still, the pattern is clear enough for anybody who plans streets, timetables or opening hours.",
        "ถึงอย่างนั้น แบบแผนก็ชัดพอสำหรับผู้ที่วางผังถนน ตารางเดินรถ หรือเวลาเปิดทำการ",
        "尽管如此，对规划街道、班次或开放时间的人来说，规律已经足够清楚。",
    ],
    [
        "Those who do not HABIT give an honest answer as well: it had not occurred to them.",
        "คนที่ไม่HABITก็ตอบตามตรงเช่นกันว่าไม่เคยนึกถึงเรื่องนี้",
        "不HABIT的人也坦率作答：从来没有想过。",
    ],
    [
        "Weather plays a part, although a smaller part than the people who stay indoors believe.",
        "สภาพอากาศมีส่วนอยู่บ้าง แม้จะน้อยกว่าที่คนที่อยู่แต่ในบ้านคิด",
        "天气有影响，不过并不像待在家里的人所想的那样大。",
    ],
    [
        "Age matters, income matters, but the street where somebody lives matters more than both together.",
        "อายุมีผล รายได้ก็มีผล แต่ถนนที่คนคนนั้นอาศัยอยู่มีผลยิ่งกว่า",
        "年龄有影响，收入也有影响，但住在哪条街影响更大。",
    ],
    [
        "Among GROUP the talk is less of virtue than of pleasure, which may be why the habit lasts.",
        "ในหมู่GROUPเรื่องที่คุยกันเป็นความเพลิดเพลินมากเสียยิ่งกว่าความดี นิสัยนี้จึงอยู่ได้นาน",
        "GROUP谈论的不是美德，而是乐趣，也许正因如此，习惯才得以延续。",
    ],
    [
        "It would be easy to read too much into the answers, and just as easy to read too little.",
        "เราอ่านคำตอบเหล่านี้เกินจริงได้ง่าย และมองข้ามก็ง่ายเช่นกัน",
        "过分解读这些回答很容易，轻视它们同样容易。",
    ],
    [
        "Local papers have noticed, and so have the shopkeepers, who changed their hours before anybody asked.",
        "หนังสือพิมพ์ท้องถิ่นสังเกตเห็น เจ้าของร้านก็เช่นกัน และเปลี่ยนเวลาเปิดร้านก่อนจะมีใครขอ",
        "地方报纸注意到了，店主们也注意到了，不等人开口就改了营业时间。",
    ],
    [
        "Whether it will last is a question for the next survey, which is already being prepared.",
        "นิสัยนี้จะคงอยู่หรือไม่เป็นคำถามสำหรับการสำรวจครั้งต่อไปซึ่งกำลังเตรียมการอยู่",
        "能否持续，要看下次调查，而准备工作已经开始。",
    ],
    [
        "For now the answer from GROUP is a cheerful shrug and an invitation to come along.",
        "ตอนนี้คำตอบจากGROUPคือรอยยิ้มและคำชวนให้มาด้วยกัน",
        "眼下，GROUP的回答是微微耸肩，再请人同去。",
    ],
];

/// The head of the table's rows, and the title, summary, lead, headings and closing.
pub const TITLE: Text = ["Why GROUP HABIT", "เหตุใดGROUPจึงHABIT", "GROUP为何HABIT"];
/// For index pages and descriptions.
pub const SUMMARY: Text = [
    "In { $year }, { $share } of GROUP said that they HABIT. This is what lies behind the answer.",
    "ใน { $year } GROUP { $share } บอกว่าตนHABITและนี่คือสิ่งที่อยู่เบื้องหลังคำตอบ",
    "{ $year }，{ $share }的GROUP表示自己HABIT，本文讲述答案背后的故事。",
];
/// The heading of a section.
pub const HEADING: Text = ["Those who HABIT", "ผู้ที่HABIT", "HABIT的人"];
/// The first cell of the table's head.
pub const TABLE_HEAD: Text = ["Share who …", "สัดส่วนที่ …", "比例"];
/// The heading and the text of the section of method.
pub const METHOD: [Text; 2] = [
    ["How the survey asked", "สำรวจกันอย่างไร", "调查方法"],
    [
        "Interviewers called at the door, and everybody was asked the same questions in the same order.",
        "ผู้สัมภาษณ์เคาะประตูทุกบ้าน และถามคำถามชุดเดียวกันตามลำดับเดียวกัน",
        "访员逐户上门，向每个人按同样的顺序提同样的问题。",
    ],
];
/// The title and the description of the chart, and what its columns are called.
pub const CHART: [(&str, Text); 4] = [
    ("title", ["More than before, habit by habit", "มากกว่าเดิมทุกเรื่อง", "各项均比以往更多"]),
    ("description", ["Share of those asked", "สัดส่วนของผู้ตอบ", "受访者占比"]),
    ("then", ["{ $earlier }", "{ $earlier }", "{ $earlier }"]),
    ("now", ["{ $year }", "{ $year }", "{ $year }"]),
];
/// The last paragraph.
pub const CLOSING: Text = [
    "The article ends here; the survey goes on, and the next answers will be printed as these were.",
    "บทความจบลงตรงนี้ แต่การสำรวจยังดำเนินต่อไป และคำตอบครั้งหน้าจะได้รับการตีพิมพ์เช่นเดียวกัน",
    "文章到此结束，调查仍在继续，新的回答也会照样刊出。",
];
