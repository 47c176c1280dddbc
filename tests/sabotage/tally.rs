//! How many cases there were, and how many ended as they should not: a table for people.

use std::collections::BTreeMap;

/// The count of each operator and locale.
#[derive(Default)]
pub struct Tally {
    counts: BTreeMap<(String, String), Count>,
    /// The first cases that ended as they should not.
    pub wrong: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Count {
    cases: usize,
    wrong: usize,
}

impl Tally {
    /// Counts a case.
    pub fn add(&mut self, operator: &str, locale: &str, is_wrong: bool, describe: impl FnOnce() -> String) {
        let count = self.counts.entry((operator.to_owned(), locale.to_owned())).or_default();
        count.cases += 1;
        if is_wrong {
            count.wrong += 1;
            self.wrong.push(format!("{operator} [{locale}] {}", describe()));
        }
    }

    /// Adds the counts of another.
    pub fn append(&mut self, other: Tally) {
        for (key, count) in other.counts {
            let own = self.counts.entry(key).or_default();
            *own = Count { cases: own.cases + count.cases, wrong: own.wrong + count.wrong };
        }
        self.wrong.extend(other.wrong);
    }

    /// How many cases there were, and how many ended as they should not.
    pub fn total(&self) -> (usize, usize) {
        self.counts.values().fold((0, 0), |(cases, wrong), count| (cases + count.cases, wrong + count.wrong))
    }

    /// The table, operators by locales; `wrong` names what went wrong.
    pub fn table(&self, title: &str, wrong: &str) -> String {
        let mut locales: Vec<&str> = self.counts.keys().map(|(_, locale)| locale.as_str()).collect();
        locales.sort_unstable();
        locales.dedup();
        let mut operators: Vec<&str> = self.counts.keys().map(|(operator, _)| operator.as_str()).collect();
        operators.dedup();
        let mut table = format!("{title:<52}");
        locales.iter().for_each(|locale| table.push_str(&format!("{locale:>9}")));
        table.push_str(&format!("{:>9}{wrong:>14}\n", "cases"));
        for operator in operators {
            table.push_str(&format!("{operator:<52}"));
            let count =
                |locale: &str| self.counts.get(&(operator.to_owned(), locale.to_owned())).copied().unwrap_or_default();
            locales.iter().for_each(|locale| table.push_str(&format!("{:>9}", count(locale).cases)));
            let all = locales.iter().map(|locale| count(locale));
            let (cases, wrong) = all.fold((0, 0), |(cases, wrong), count| (cases + count.cases, wrong + count.wrong));
            table.push_str(&format!("{cases:>9}{wrong:>14}\n"));
        }
        let (cases, wrong) = self.total();
        table.push_str(&format!("{:<52}{:>width$}{cases:>9}{wrong:>14}\n", "all", "", width = 9 * locales.len()));
        table
    }
}
