//! Makes the Thai word list into an automaton that the program holds as bytes, so that nothing is loaded when it starts; and tells
//! the program what it is made of (`NUMERATE_PROGRAM`), so that it trusts nothing that another program has kept.
//!
//! In: `assets/words/th.txt`, a word a line. Out: `th.words` in Cargo's folder of outputs, a minimal acyclic automaton as a double
//! array of little-endian `u32`; `src/locale/segment/words.rs` reads it and says what the numbers mean. Words with anything but
//! Thai letters in them are left out: lines are broken between words only inside of Thai text.

#![allow(clippy::disallowed_macros)] // Cargo reads what a build script prints

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::process::Command;

const WORDS: &str = "assets/words/th.txt";

/// The transitions of a state: the letter, whether a word ends behind it, and the state that follows (0 has no transitions).
type State = Vec<(u8, bool, usize)>;

/// What the program is made of.
const PARTS: [&str; 5] = ["src", "assets", "build.rs", "Cargo.toml", "Cargo.lock"];

fn main() {
    PARTS.iter().for_each(|part| println!("cargo::rerun-if-changed={part}"));
    println!("cargo::rustc-env=NUMERATE_PROGRAM={}", program());
    words();
}

/// What tells this program from any other: a digest of its parts, and what it is built by, for what and how.
fn program() -> String {
    let mut hash = std::hash::DefaultHasher::new();
    PARTS.iter().for_each(|part| add(Path::new(part), &mut hash));
    let rustc = std::env::var("RUSTC").ok().and_then(|rustc| Command::new(rustc).arg("-V").output().ok());
    rustc.map(|output| output.stdout).unwrap_or_default().hash(&mut hash);
    ["TARGET", "PROFILE", "OPT_LEVEL"].map(|name| std::env::var(name).unwrap_or_default()).hash(&mut hash);
    format!("{:016x}", hash.finish())
}

/// Adds a file, or all files of a folder in order.
fn add(path: &Path, hash: &mut impl Hasher) {
    path.hash(hash);
    match std::fs::read_dir(path) {
        Ok(entries) => {
            let mut paths: Vec<_> = entries.map(|entry| entry.expect("the sources can be read").path()).collect();
            paths.sort();
            paths.iter().for_each(|path| add(path, hash));
        }
        Err(_) => std::fs::read(path).expect("the sources can be read").hash(hash),
    }
}

/// Makes the automaton.
fn words() {
    let list = std::fs::read_to_string(WORDS).expect("the word list is part of the sources");
    let mut words: Vec<Vec<u8>> = list.lines().filter_map(letters).collect();
    words.sort();
    words.dedup();
    let mut known = BTreeMap::from([(State::new(), 0)]);
    let root = state(&words, 0, &mut known);
    let mut states = vec![State::new(); known.len()];
    known.into_iter().for_each(|(transitions, id)| states[id] = transitions);
    let array = double_array(&states, root);
    let bytes: Vec<u8> = array.iter().flat_map(|slot| slot.to_le_bytes()).collect();
    let folder = std::env::var("OUT_DIR").expect("Cargo names its folder of outputs");
    std::fs::write(Path::new(&folder).join("th.words"), bytes).expect("Cargo's folder of outputs can be written");
}

/// A word as letters 1 to 91 (U+0E01 to U+0E5B); `None` if it has any other character, or none.
fn letters(word: &str) -> Option<Vec<u8>> {
    let letter = |c: char| u8::try_from(u32::from(c).checked_sub(0xE00)?).ok().filter(|letter| (1..=0x5B).contains(letter));
    let letters: Vec<_> = word.chars().map(letter).collect::<Option<_>>()?;
    (!letters.is_empty()).then_some(letters)
}

/// The state that reads the sorted words from their letter at `depth` on; equal states are one.
fn state(words: &[Vec<u8>], depth: usize, known: &mut BTreeMap<State, usize>) -> usize {
    let longer = &words[words.partition_point(|word| word.len() <= depth)..];
    let mut transitions = State::new();
    let mut rest = longer;
    while let Some(letter) = rest.first().map(|word| word[depth]) {
        let (group, others) = rest.split_at(rest.partition_point(|word| word[depth] == letter));
        let ends = group[0].len() == depth + 1;
        transitions.push((letter, ends, state(group, depth + 1, known)));
        rest = others;
    }
    let next = known.len();
    *known.entry(transitions).or_insert(next)
}

/// Lays the states into one array: the transition of a state by a letter stands at the state's base plus the letter. Slot 0 has
/// the base of the root.
fn double_array(states: &[State], root: usize) -> Vec<u32> {
    let mut bases = vec![0; states.len()];
    let mut slots = Slots::default();
    let mut begin = 1;
    // Large states first: they are the hardest to fit.
    let mut order: Vec<_> = (1..states.len()).collect();
    order.sort_by_key(|&id| (std::cmp::Reverse(states[id].len()), id));
    for id in order {
        let lowest = usize::from(states[id][0].0);
        // States with one transition fit anywhere, and fill what the others leave.
        let single = states[id].len() == 1;
        let mut slot = slots.free_from(lowest + if single { 1 } else { begin });
        let mut tried = 0;
        while !slots.fits(slot - lowest, &states[id]) {
            slot = slots.free_from(slot + 1);
            tried += 1;
        }
        if tried > TRIES && !single {
            begin = slot - lowest;
        }
        bases[id] = slot - lowest;
        slots.take(bases[id], &states[id]);
    }
    let mut array = vec![0; slots.next.len() + 0x60];
    array[0] = u32::try_from(bases[root]).expect("the automaton is small");
    for (id, transitions) in states.iter().enumerate() {
        for (letter, ends, target) in transitions {
            let base = u32::try_from(bases[*target]).expect("the automaton is small");
            array[bases[id] + usize::from(*letter)] = base << 8 | u32::from(*ends) << 7 | u32::from(*letter);
        }
    }
    array
}

/// After how many vain tries the search no longer begins at the front, which is almost full.
const TRIES: usize = 100;

/// Which slots are free, and which are the base of a state.
#[derive(Default)]
struct Slots {
    /// A slot that may be the next free one: itself, if it is free.
    next: Vec<usize>,
    bases: Vec<bool>,
}

impl Slots {
    /// The first free slot from `slot` on. The way to it is made shorter for those who ask next.
    fn free_from(&mut self, slot: usize) -> usize {
        self.reach(slot);
        let mut free = slot;
        while self.next[free] != free {
            free = self.next[free];
            self.reach(free);
        }
        let mut at = slot;
        while at != free {
            at = std::mem::replace(&mut self.next[at], free);
        }
        free
    }

    fn reach(&mut self, slot: usize) {
        let known = self.next.len();
        self.next.extend(known..(slot + 1).max(known));
        self.bases.resize(self.next.len(), false);
    }

    fn fits(&mut self, base: usize, state: &State) -> bool {
        self.reach(base + 0x60);
        !self.bases[base]
            && state.iter().all(|(letter, ..)| self.next[base + usize::from(*letter)] == base + usize::from(*letter))
    }

    fn take(&mut self, base: usize, state: &State) {
        self.bases[base] = true;
        for (letter, ..) in state {
            let slot = base + usize::from(*letter);
            self.reach(slot + 1);
            self.next[slot] = slot + 1;
        }
    }
}
