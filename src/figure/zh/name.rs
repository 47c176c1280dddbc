//! Numbers that are names: of generations, days, hot lines, telephones and orders.

use super::han::Parsed;
use crate::figure::numeral::Form;
use rust_decimal::Decimal;

/// Whether the number is a word in which digits count nothing: `90后`, `12306网站`, `360度`.
pub fn is_word(text: &str, at: usize, parsed: &Parsed) -> bool {
    const NAMED: [(&str, &[&str]); 15] = [
        ("3.15", &["晚会", "消费者"]),
        ("6.18", &["大促", "购物", "期间"]),
        ("11.11", &["大促", "购物", "期间"]),
        ("12306", &["网站", "平台", "热线", "电话", "客服", "官网", "App", "APP", "投诉", "举报"]),
        ("12315", &["网站", "平台", "热线", "电话", "客服", "官网", "App", "APP", "投诉", "举报"]),
        ("12345", &["热线", "平台", "政务"]),
        ("996", &["工作制", "模式", "，", "的", "是"]),
        ("985", &["高校", "大学", "院校", "工程", "、211", "和211"]),
        ("211", &["高校", "大学", "院校", "工程"]),
        ("618", &["大促", "购物", "期间", "促销", "活动", "电商", "年中"]),
        ("360", &["度", "°", "公司", "安全", "浏览器"]),
        ("315", &["晚会"]),
        ("110", &["报警"]),
        ("120", &["急救"]),
        ("400", &["电话", "热线"]),
    ];
    let (head, rest) = (&text[..at], &text[parsed.end..]);
    let digits = &text[at..parsed.end];
    if is_number_of_something(head, digits, rest) {
        return true;
    }
    let generation = rest.starts_with('后')
        && matches!(parsed.form_of_digits(), Some(2))
        && (parsed.value % Decimal::from(5)).is_zero()
        && !rest.starts_with("后来");
    generation || NAMED.iter().any(|(name, behind)| *name == digits && behind.iter().any(|word| rest.starts_with(word)))
}

/// Whether what follows digits begins with a unit or a classifier, so that they are no name.
fn is_measured(rest: &str) -> bool {
    rest.starts_with(|next: char| {
        "倍%％‰℃℉元个名家人次件年天岁公米吨亿万美欧日英港泰新韩瑞印秒分小周升克千度星G/:".contains(next)
    })
}

/// Whether digits look like the number of a mobile telephone.
pub fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && digits.as_bytes()[1] >= b'3'
}

/// Whether plain digits are a telephone number, an order or a day with a name: `010-12345678`, `订单号20230512001`, `6·18`.
fn is_number_of_something(head: &str, digits: &str, rest: &str) -> bool {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let area = plain && digits.starts_with('0') && matches!(digits.len(), 3 | 4) && {
        let behind = rest.strip_prefix('-').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        matches!(behind, 7 | 8)
    };
    let mobile = plain && is_mobile(digits) && !is_measured(rest);
    const NUMBERED: [&str; 10] = ["邮编", "邮编：", "号", "号：", "号:", "号为", "号码", "码：", "编码", "QQ"];
    let numbered = plain && digits.len() >= 6 && NUMBERED.iter().any(|word| head.trim_end_matches(' ').ends_with(word));
    const CODES: [&str; 9] = ["代码", "尾号", "学号", "工号", "编号", "账号", "卡号", "序列号", "验证码"];
    let label = head.trim_end_matches([' ', '为', '是', '：', ':']);
    let numbered = numbered || plain && digits.len() >= 4 && CODES.iter().any(|word| label.ends_with(word));
    let digit = |c: char| c.is_ascii_digit();
    let dotted = rest.strip_prefix('·').is_some_and(|rest| rest.starts_with(digit))
        || head.strip_suffix('·').is_some_and(|head| head.ends_with(digit));
    let day = plain && digits.len() <= 2 && dotted;
    area || mobile || numbered || day || is_house(head, plain, rest)
}

/// Whether digits number a house, a building or a room: `建国路88号`, `3号楼1502室`.
fn is_house(head: &str, plain: bool, rest: &str) -> bool {
    const ROADS: [&str; 9] = ["路", "街", "大道", "巷", "弄", "胡同", "里", "村", "园"];
    let road = rest.starts_with('号') && !rest.starts_with("号线") && ROADS.iter().any(|road| head.ends_with(road));
    let building = ["号楼", "号院", "号门", "号馆", "号房", "单元"].iter().any(|word| rest.starts_with(word));
    let room = rest.starts_with('室') && head.ends_with(['楼', '元', '座', '层', '栋', '幢']);
    plain && (road || building && !rest.starts_with("单元格") || room)
}

impl Parsed {
    /// How many digits it is, if it is nothing else.
    pub fn form_of_digits(&self) -> Option<u8> {
        match self.digits.as_ref().map_or(self.form, |digits| digits.form) {
            Form::Digits { whole, marked: false } if self.unit == 0 => Some(whole),
            _ => None,
        }
    }
}
