//! The words that garbles and rewrites exchange, by language.

type Pairs = &'static [(&'static str, &'static str)];

/// Small numbers, each changed into the next.
pub fn numbers(tag: &str) -> &'static [&'static str] {
    match tag {
        "en" => &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty"],
        "th" => &["สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"],
        _ => &["两", "三", "四", "五", "六", "七", "八", "九", "十"],
    }
}

/// Scales that slip.
pub fn scales(tag: &str) -> Pairs {
    match tag {
        "en" => &[("million", "billion"), ("billion", "million"), ("trillion", "billion"), ("thousand", "million")],
        "th" => &[
            ("ล้านล้าน", "พันล้าน"),
            ("พันล้าน", "ล้าน"),
            ("แสนล้าน", "หมื่นล้าน"),
            ("หมื่นล้าน", "พันล้าน"),
            ("ล้าน", "แสน"),
            ("แสน", "หมื่น"),
            ("หมื่น", "แสน"),
        ],
        _ => &[("万亿", "亿"), ("亿", "万"), ("万", "亿"), ("千万", "百万")],
    }
}

/// Units for others.
pub fn units(tag: &str) -> Pairs {
    match tag {
        "en" => &[
            ("percentage points", "percent"),
            ("percentage point", "percent"),
            ("basis points", "percent"),
            ("percent", "percentage points"),
            ("%", " percentage points"),
            ("per cent", "percentage points"),
            ("US$", "€"),
            ("$", "€"),
            ("€", "$"),
            ("baht", "dollars"),
            ("dollars", "baht"),
            ("yuan", "yen"),
            ("months", "years"),
            ("years", "months"),
            ("days", "weeks"),
            ("weeks", "days"),
            ("hours", "minutes"),
            ("minutes", "hours"),
            ("year", "month"),
            ("times", "percent"),
            ("cents", "dollars"),
        ],
        "th" => &[
            ("จุดร้อยละ", "เปอร์เซ็นต์"),
            ("เปอร์เซ็นต์", "จุดเปอร์เซ็นต์"),
            ("%", " จุดร้อยละ"),
            ("บาท", "ดอลลาร์"),
            ("ดอลลาร์สหรัฐ", "บาท"),
            ("ดอลลาร์", "บาท"),
            ("ยูโร", "บาท"),
            ("หยวน", "เยน"),
            ("เดือน", "ปี"),
            ("ปี", "เดือน"),
            ("วัน", "สัปดาห์"),
            ("สัปดาห์", "วัน"),
            ("ชั่วโมง", "นาที"),
            ("นาที", "ชั่วโมง"),
            ("เท่า", "เปอร์เซ็นต์"),
        ],
        _ => &[
            ("个百分点", "%"),
            ("%", "个百分点"),
            ("美元", "泰铢"),
            ("泰铢", "美元"),
            ("欧元", "美元"),
            ("元", "美元"),
            ("个月", "年"),
            ("天", "周"),
            ("周", "天"),
            ("小时", "分钟"),
            ("分钟", "小时"),
            ("年", "个月"),
            ("倍", "%"),
            ("美分", "美元"),
            ("铢", "美元"),
        ],
    }
}

/// Hedges and what says the opposite.
pub fn opposites(tag: &str) -> Pairs {
    match tag {
        "en" => &[
            ("nearly", "more than"),
            ("Nearly", "More than"),
            ("almost", "over"),
            ("Almost", "Over"),
            ("more than", "less than"),
            ("More than", "Less than"),
            ("just over", "just under"),
            ("Just over", "Just under"),
            ("fewer than", "more than"),
            ("less than", "more than"),
            ("at least", "at most"),
            ("At least", "At most"),
            ("no more than", "no less than"),
            ("no fewer than", "no more than"),
            ("No fewer than", "No more than"),
            ("over", "under"),
            ("Over", "Under"),
            ("under", "over"),
            ("or more", "or less"),
            ("below", "above"),
        ],
        "th" => &[
            ("เกือบ", "กว่า"),
            ("มากกว่า", "น้อยกว่า"),
            ("น้อยกว่า", "มากกว่า"),
            ("ไม่น้อยกว่า", "ไม่เกิน"),
            ("ไม่ต่ำกว่า", "ไม่เกิน"),
            ("กว่า", "ไม่ถึง"),
            ("เกิน", "ไม่ถึง"),
            ("ไม่เกิน", "อย่างน้อย"),
            ("ไม่ถึง", "กว่า"),
            ("อย่างน้อย", "ไม่เกิน"),
            ("ต่ำกว่า", "มากกว่า"),
        ],
        _ => &[
            ("将近", "超过"),
            ("近", "超过"),
            ("接近", "超过"),
            ("几乎", "超过"),
            ("超过", "不到"),
            ("不到", "超过"),
            ("不足", "超过"),
            ("至少", "至多"),
            ("至多", "至少"),
            ("不少于", "不超过"),
            ("不超过", "不少于"),
            ("以上", "以下"),
            ("以下", "以上"),
            ("多", ""),
        ],
    }
}

/// Hedges to put before a figure that has none.
pub fn hedges(tag: &str) -> &'static [&'static str] {
    match tag {
        "en" => &["more than ", "nearly "],
        "th" => &["มากกว่า", "เกือบ"],
        _ => &["超过", "近"],
    }
}

/// Hedges and their synonyms.
pub fn synonyms(tag: &str) -> Pairs {
    match tag {
        "en" => &[
            ("nearly", "almost"),
            ("Nearly", "Almost"),
            ("almost", "just under"),
            ("more than", "over"),
            ("More than", "Over"),
            ("about", "around"),
            ("About", "Roughly"),
            ("around", "approximately"),
            ("at least", "no less than"),
            ("At least", "No fewer than"),
            ("fewer than", "less than"),
            ("up to", "as many as"),
        ],
        "th" => &[
            ("เกือบ", "ใกล้"),
            ("มากกว่า", "เกินกว่า"),
            ("ประมาณ", "ราว"),
            ("ราว", "ประมาณ"),
            ("อย่างน้อย", "ไม่ต่ำกว่า"),
            ("ไม่ถึง", "น้อยกว่า"),
            ("ไม่น้อยกว่า", "อย่างน้อย"),
        ],
        _ => &[
            ("近", "将近"),
            ("将近", "接近"),
            ("超过", "逾"),
            ("约", "大约"),
            ("至少", "不少于"),
            ("不到", "不足"),
            ("不足", "不到"),
        ],
    }
}

/// Shares in words, with their percent.
pub fn fractions(tag: &str) -> &'static [(i64, &'static str)] {
    match tag {
        "en" => &[
            (50, "half"),
            (75, "three-quarters"),
            (20, "one in five"),
            (90, "nine in ten"),
            (25, "a quarter"),
            (80, "four in five"),
        ],
        "th" => &[(50, "ครึ่งหนึ่ง"), (75, "สามในสี่"), (20, "หนึ่งในห้า"), (90, "เก้าในสิบ"), (25, "หนึ่งในสี่"), (80, "4 ใน 5")],
        _ => &[(50, "一半"), (75, "四分之三"), (20, "五分之一"), (90, "九成"), (25, "四分之一"), (80, "八成")],
    }
}
