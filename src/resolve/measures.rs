//! The formulas of derived stats: whether what they set beside one another fits.
//!
//! | formula | fits when |
//! |---|---|
//! | a − b, a / b, growth(a, b) | both are of one population |
//! | a + b, sum(…) of percents, share(a, b) | both are of one period |
//!
//! A formula that compares two populations on purpose says so: the derived stat's own population names both. Nothing is said of
//! stats whose population or period is not given.

use crate::diagnostic::{Code, Finding, Findings};
use crate::model::stat::{Expression, Operator, StatValue};
use crate::model::{Kind, Project, Stat};

/// Checks the formula of a stat.
pub fn check(project: &Project, stat: &Stat, findings: &mut Findings) {
    let StatValue::Derived(formula) = &stat.value.value else { return };
    Check { project, stat, findings }.expression(formula);
}

/// What is said of a term of a formula: one text, if all stats in it have the same.
type Said<'a> = Option<(&'a str, &'a Stat)>;

struct Check<'a, 'f> {
    project: &'a Project,
    stat: &'a Stat,
    findings: &'f mut Findings,
}

impl<'a> Check<'a, '_> {
    fn expression(&mut self, expression: &'a Expression) {
        match expression {
            Expression::Stat(_) | Expression::Number(_) => {}
            Expression::Binary(a, operator, b) => {
                match operator {
                    Operator::Subtract | Operator::Divide => self.population(a, b),
                    Operator::Add => self.period_of_shares(a, b),
                    Operator::Multiply => {}
                }
                [a, b].into_iter().for_each(|term| self.expression(term));
            }
            Expression::Growth(a, b) => {
                self.population(a, b);
                [a, b].into_iter().for_each(|term| self.expression(term));
            }
            Expression::Share(a, b) => {
                self.period(a, b);
                [a, b].into_iter().for_each(|term| self.expression(term));
            }
            Expression::Sum(all) => {
                all.windows(2).for_each(|pair| self.period_of_shares(&pair[0], &pair[1]));
                all.iter().for_each(|term| self.expression(term));
            }
        }
    }

    fn population(&mut self, a: &'a Expression, b: &'a Expression) {
        let of = |stat: &'a Stat| stat.measures.population.as_deref();
        let (Some(left), Some(right)) = (self.said(a, of), self.said(b, of)) else { return };
        let own = self.stat.measures.population.as_deref().unwrap_or_default();
        if left.0 != right.0 && !(own.contains(left.0) && own.contains(right.0)) {
            let help = "if it is meant, let the `population` of the derived stat name both";
            self.report(left, right, "populations", help);
        }
    }

    fn period(&mut self, a: &'a Expression, b: &'a Expression) {
        let of = |stat: &'a Stat| stat.period.as_deref();
        let (Some(left), Some(right)) = (self.said(a, of), self.said(b, of)) else { return };
        if left.0 != right.0 {
            self.report(left, right, "periods", "take both of one period");
        }
    }

    /// Counts of several periods make a total; shares of several do not.
    fn period_of_shares(&mut self, a: &'a Expression, b: &'a Expression) {
        let of = |stat: &'a Stat| matches!(stat.kind.value, Kind::Percent | Kind::Fraction).then_some("");
        if self.said(a, of).is_some() && self.said(b, of).is_some() {
            self.period(a, b);
        }
    }

    fn said(&self, expression: &'a Expression, of: impl Fn(&'a Stat) -> Option<&'a str> + Copy) -> Said<'a> {
        match expression {
            Expression::Stat(id) => {
                let stat = &*self.project.stats.get(&id.value)?.stat;
                Some((of(stat)?, stat))
            }
            Expression::Number(_) => None,
            Expression::Binary(a, _, b) | Expression::Growth(a, b) | Expression::Share(a, b) => {
                let (left, right) = (self.said(a, of)?, self.said(b, of)?);
                (left.0 == right.0).then_some(left)
            }
            Expression::Sum(all) => {
                let mut said = all.iter().map(|term| self.said(term, of));
                let first = said.next()??;
                said.all(|other| other.is_some_and(|other| other.0 == first.0)).then_some(first)
            }
        }
    }

    fn report(&mut self, left: (&str, &Stat), right: (&str, &Stat), what: &str, help: &'static str) {
        let message = format!("the formula sets two {what} beside one another: {}, and {}", left.0, right.0);
        let finding = Finding::new(Code::MeasuresDiffer, self.stat.value.place.clone(), message);
        let finding = finding.related(&left.1.id.place, left.0).related(&right.1.id.place, right.0);
        self.findings.push(finding.help(help));
    }
}
