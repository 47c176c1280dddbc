//! Work in parallel whose outcomes are taken in order.

use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Works on items in parallel and takes what comes of each, in the order of the items. Items are begun in order, so that only as
/// many outcomes wait for their turn as are overtaken by others.
pub fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, take: impl FnMut(R) + Send) {
    let line = Mutex::new((Line { next: 0, waiting: BTreeMap::new() }, take));
    items.iter().enumerate().par_bridge().for_each(|(position, item)| {
        let done = work(item);
        let (line, take) = &mut *line.lock().unwrap_or_else(PoisonError::into_inner);
        line.waiting.insert(position, done);
        while let Some(done) = line.waiting.remove(&line.next) {
            line.next += 1;
            take(done);
        }
    });
}

/// Outcomes that came before their turn.
struct Line<R> {
    next: usize,
    waiting: BTreeMap<usize, R>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_come_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..500).collect();
        for threads in [1, 4] {
            let mut taken = Vec::new();
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let work = |item: &u32| {
                if item.is_multiple_of(7) {
                    std::thread::yield_now();
                }
                item * 2
            };
            pool.install(|| in_order(&items, work, |done| taken.push(done)));
            assert_eq!(taken, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
