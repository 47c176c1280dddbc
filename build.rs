//! Makes the Thai word list into an automaton that the program holds as bytes, so that nothing is loaded when it starts.
//!
//! In: `assets/words/th.txt`, a word a line. Out: `th.words` in Cargo's folder of outputs, a minimal acyclic automaton as a double
//! array of little-endian `u32`; `src/locale/segment/words.rs` reads it and says what the numbers mean. Words with anything but
//! Thai letters in them are left out: lines are broken between words only inside of Thai text.

use std::collections::BTreeMap;
use std::path::Path;

const WORDS: &str = "assets/words/th.txt";

/// The transitions of a state: the letter, whether a word ends behind it, and the state that follows (0 has no transitions).
type State = Vec<(u8, bool, usize)>;

fn main() {
    println!("cargo::rerun-if-changed={WORDS}");
    println!("cargo::rerun-if-changed=build.rs");
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
    let mut used = vec![true];
    let mut taken = vec![true];
    let mut bases = vec![0; states.len()];
    let mut first_free = 1;
    // Large states first: they are the hardest to fit.
    let mut order: Vec<_> = (1..states.len()).collect();
    order.sort_by_key(|&id| (std::cmp::Reverse(states[id].len()), id));
    for id in order {
        let lowest = usize::from(states[id][0].0);
        let fits = |base: usize, used: &[bool], taken: &[bool]| {
            !taken.get(base).unwrap_or(&false)
                && states[id].iter().all(|(letter, ..)| !used.get(base + usize::from(*letter)).unwrap_or(&false))
        };
        while *used.get(first_free).unwrap_or(&false) {
            first_free += 1;
        }
        let mut base = first_free.saturating_sub(lowest).max(1);
        while !fits(base, &used, &taken) {
            base += 1;
        }
        let end = base + 0x60;
        used.resize(used.len().max(end), false);
        taken.resize(taken.len().max(end), false);
        taken[base] = true;
        states[id].iter().for_each(|(letter, ..)| used[base + usize::from(*letter)] = true);
        bases[id] = base;
    }
    let mut array = vec![0; used.len()];
    array[0] = u32::try_from(bases[root]).expect("the automaton is small");
    for (id, transitions) in states.iter().enumerate() {
        for (letter, ends, target) in transitions {
            let base = u32::try_from(bases[*target]).expect("the automaton is small");
            array[bases[id] + usize::from(*letter)] = base << 8 | u32::from(*ends) << 7 | u32::from(*letter);
        }
    }
    array
}
