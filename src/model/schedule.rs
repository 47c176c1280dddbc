//! When an article may be read.

use crate::diagnostic::At;
use jiff::Timestamp;

/// When an article may be read: from a time, up to a time, or not yet at all.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    /// Whether it is a draft, which is never published; where the file says so.
    pub draft: Option<At<bool>>,
    /// From when on it may be read.
    pub publish_at: Option<At<Timestamp>>,
    /// From when on it may no longer be read.
    pub expires_at: Option<At<Timestamp>>,
}

/// What a time makes of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It may be read.
    Due,
    /// It is a draft.
    Draft,
    /// It may be read from that time on.
    Scheduled(Timestamp),
    /// It could be read until that time.
    Expired(Timestamp),
    /// It has a time, and the run was given none to compare it with.
    Timeless,
}

impl Schedule {
    /// What it says at a time. A time that both ends name is the first at which the article is gone.
    pub fn standing(&self, now: Option<Timestamp>) -> Standing {
        let time = |at: &Option<At<Timestamp>>| at.as_ref().map(|at| at.value);
        let (from, until) = (time(&self.publish_at), time(&self.expires_at));
        if self.draft.as_ref().is_some_and(|draft| draft.value) {
            return Standing::Draft;
        }
        match (now, from, until) {
            (_, None, None) => Standing::Due,
            (None, ..) => Standing::Timeless,
            (Some(now), _, Some(until)) if now >= until => Standing::Expired(until),
            (Some(now), Some(from), _) if now < from => Standing::Scheduled(from),
            _ => Standing::Due,
        }
    }
}

impl Standing {
    /// Its name, as reports spell it.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Due => "due",
            Standing::Draft => "draft",
            Standing::Scheduled(_) => "scheduled",
            Standing::Expired(_) => "expired",
            Standing::Timeless => "timeless",
        }
    }

    /// The time that makes it so.
    pub fn since(self) -> Option<Timestamp> {
        match self {
            Standing::Scheduled(at) | Standing::Expired(at) => Some(at),
            Standing::Due | Standing::Draft | Standing::Timeless => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;

    #[test]
    fn an_article_is_read_from_its_first_time_up_to_its_last() {
        let at = |text: &str| At::new(text.parse::<Timestamp>().unwrap(), SourceText::new("x", "x").at(0..1));
        let schedule = Schedule {
            draft: None,
            publish_at: Some(at("2026-11-22T08:00:00+07:00")),
            expires_at: Some(at("2026-11-23T01:00:00Z")),
        };
        let standing = |now: &str| schedule.standing(Some(now.parse().unwrap())).name();
        assert_eq!(standing("2026-11-22T00:59:59Z"), "scheduled");
        assert_eq!(standing("2026-11-22T01:00:00Z"), "due");
        assert_eq!(standing("2026-11-23T00:59:59Z"), "due");
        assert_eq!(standing("2026-11-23T01:00:00Z"), "expired");
        assert_eq!(schedule.standing(None), Standing::Timeless);
        assert_eq!(Schedule::default().standing(None), Standing::Due);
    }
}
