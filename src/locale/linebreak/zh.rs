//! Chinese: between any two characters but those that W3C's "Requirements for Chinese text layout" (clreq, 3.1.7) keeps together,
//! and never between a number and what belongs to it.

use super::{End, Gap, Opportunity, is_digit, unicode};

/// What no line begins with.
const NO_START: &str = "，。、；：？！…—～－–）〕】》〉」』”’％%‰℃·・)]}>,.;:?!ー々";

/// What no line ends with.
const NO_END: &str = "（〔【《〈「『“‘([{<￥¥＄$£€#";

/// What stays with a number before it: scales, units, and what is counted most.
const UNITS: &str = "万亿千百十兆个百分点倍成番名人位家种项次元美欧日年月周天小时分钟秒岁条款页篇届第期度折点季国张份台只件";

/// What stays with a number behind it.
const LEADERS: &str = "第近约逾仅超";

/// Adds Unicode's places, and those at quotation marks, which Unicode keeps at what stands outside of them.
pub fn add(text: &str, found: &mut Vec<Opportunity>) {
    unicode(text, 0..text.len(), found);
    let mut before = None;
    for (at, c) in text.char_indices() {
        let opens = matches!(c, '“' | '‘') && before.is_some_and(is_wide);
        let closed = matches!(before, Some('”' | '’')) && is_wide(c);
        if opens || closed {
            found.push(Opportunity { at, end: End::Plain });
        }
        before = Some(c);
    }
}

/// Line starts and ends; dashes, ellipses, ranges and numbers.
pub fn allows(gap: &Gap<'_>) -> bool {
    let (Some(last), Some(first)) = (gap.last(), gap.first()) else { return true };
    if !is_ideograph(first) && NO_START.contains(first) && last != ' ' || !is_ideograph(last) && NO_END.contains(last) {
        return false;
    }
    if is_digit(last) && UNITS.contains(first) || is_digit(first) && LEADERS.contains(last) {
        return false;
    }
    // A range is one thing: 4%～8%, 2016—2020年.
    let is_range = matches!(last, '～' | '—' | '–' | '－' | '-') && is_digit(first);
    let begins = gap.before.chars().rev().nth(1).is_some_and(|c| is_digit(c) || "%％‰年月日".contains(c));
    !(is_range && begins)
}

/// The characters of nearly every word, none of which is in the sets of line starts and ends.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Han characters and their punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::marked;

    #[test]
    fn no_line_begins_or_ends_with_what_it_must_not() {
        assert_eq!(marked("zh-Hans", "他说：“可以。”这很好"), "他|说：|“可|以。”|这|很|好");
        assert_eq!(marked("zh-Hans", "《报告》（第二版）……"), "《报|告》|（第|二|版）……");
        assert_eq!(marked("zh-Hans", "信任——它很贵"), "信|任——|它|很|贵");
        assert_eq!(marked("zh-Hans", "约翰·史密斯"), "约|翰·|史|密|斯");
    }

    #[test]
    fn numbers_keep_what_belongs_to_them() {
        assert_eq!(marked("zh-Hans", "共100万名客户"), "共|100万|名|客|户");
        assert_eq!(marked("zh-Hans", "占88%，约62%"), "占|88%，|约62%");
        assert_eq!(marked("zh-Hans", "在4%～8%之间"), "在|4%～8%|之|间");
        assert_eq!(marked("zh-Hans", "自2016—2020年起"), "自|2016—2020年|起");
        assert_eq!(marked("zh-Hans", "第5版，3916名"), "第5|版，|3916名");
    }
}
