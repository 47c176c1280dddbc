//! Where figures come from: a publication, and the data kept beside it.

use super::id::SourceId;
use super::table::Table;
use crate::diagnostic::{At, Severity};
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;
use std::sync::Arc;

/// A publication or data set that figures come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its id; also the name of its file.
    pub id: At<SourceId>,
    /// Who made it.
    pub producer: String,
    /// Its title.
    pub title: String,
    /// Which edition.
    pub edition: Option<String>,
    /// When it was published, as exactly as known; nobody need invent it.
    pub published: Option<PartialDate>,
    /// When we read it.
    pub accessed: Option<Date>,
    /// Its address.
    pub url: Option<String>,
    /// How its figures were gained.
    pub method: Option<Method>,
    /// The data kept beside it.
    pub table: Option<Arc<Table>>,
    /// How old it may grow.
    pub freshness: Option<Freshness>,
}

impl Source {
    /// The age that it has outgrown at a day, if any, and how much that matters: first what is an error, then what is a warning.
    pub fn outgrown(&self, today: Date) -> Option<(&At<u32>, Severity)> {
        let (freshness, published) = (self.freshness.as_ref()?, self.published?);
        let limits = [(&freshness.error, Severity::Error), (&freshness.warn, Severity::Warning)];
        limits.into_iter().find_map(|(limit, severity)| {
            let limit = limit.as_ref()?;
            published.is_older(limit.value, today).then_some((limit, severity))
        })
    }

    /// The last days on which it has not outgrown an age: one for each that it may outgrow.
    pub fn last_days(&self) -> impl Iterator<Item = Date> {
        let limits = self.freshness.iter().flat_map(|freshness| [&freshness.error, &freshness.warn]).flatten();
        limits.filter_map(|limit| self.published?.after(limit.value))
    }
}

/// A date known to the year, the month or the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// The Gregorian year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, if there is such a day.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(())
        };
        let mut parts = text.split('-');
        let year = parts.next()?;
        digits(year, 4)?;
        let mut two = || parts.next().map(|part| digits(part, 2).and_then(|()| part.parse::<i8>().ok()));
        let (month, day) = (two(), two());
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        let date = Self { year: year.parse().ok()?, month: month.flatten(), day: day.flatten() };
        Date::new(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)).ok().map(|_| date)
    }

    /// The last day that it may mean.
    pub fn last(self) -> Date {
        self.whole().unwrap_or_else(|| {
            let first = Date::new(self.year, self.month.unwrap_or(12), 1);
            first.expect("a partial date names a month that there is").last_of_month()
        })
    }

    /// Whether more than so many months have passed since then.
    pub fn is_older(self, months: u32, today: Date) -> bool {
        self.after(months).is_some_and(|end| today > end)
    }

    /// The last day of so many months since then; nothing if the calendar ends before.
    fn after(self, months: u32) -> Option<Date> {
        self.last().checked_add(i64::from(months).months()).ok()
    }

    /// The whole date, if it is known to the day.
    pub fn whole(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// How a source's figures were gained.
#[derive(Debug, Clone, Default)]
pub struct Method {
    /// Survey, census, panel, model, …
    pub kind: Option<String>,
    /// How many were asked.
    pub sample: Option<Decimal>,
    /// Who was asked.
    pub population: Option<String>,
    /// Where.
    pub places: Option<String>,
}

/// After how many months a source is old, and after how many too old.
#[derive(Debug, Clone, Default)]
pub struct Freshness {
    /// Months after which it is worth a warning.
    pub warn: Option<At<u32>>,
    /// Months after which it is an error.
    pub error: Option<At<u32>>,
}
