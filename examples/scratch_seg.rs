//! scratch
use std::io::Read;
fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let repeat: usize = std::env::args().nth(1).map_or(0, |n| n.parse().unwrap());
    if repeat > 0 {
        let t = std::time::Instant::now();
        let mut n = 0;
        for _ in 0..repeat {
            n += numerate::locale::segment::word_ends(&text).len();
        }
        eprintln!("{} chars: {:?} each, {n}", text.chars().count(), t.elapsed() / repeat as u32);
        let t = std::time::Instant::now();
        let mut n = 0;
        for _ in 0..repeat {
            n += numerate::locale::linebreak::opportunities("th", &text, &[]).len();
        }
        eprintln!("linebreak: {:?} each, {n}", t.elapsed() / repeat as u32);
        return;
    }
    for line in text.lines() {
        let ends = numerate::locale::segment::word_ends(line);
        let s: String =
            line.char_indices().map(|(at, c)| if ends.contains(&at) { format!("|{c}") } else { c.to_string() }).collect();
        println!("{s}");
    }
}
