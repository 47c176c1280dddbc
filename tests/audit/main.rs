//! Texts as others print them, with every kind of fault and without: are the faults found, named and mended, and is nothing else said?
//!
//! `texts/<locale>.txt` has one text a line, held against the stats of the sample project, with its faults in brackets:
//! `[[57%|value-changed|80%]]` is what is printed, the code, and what the suggestion must contain (nothing where nobody can tell). A
//! line without brackets is sound. `held-out/` has texts that were written after the last change to the rules and never used for
//! them. `garbles.rs` makes thousands of faults in the sample's own pages.
//!
//! The table of precision and recall for each kind: `cargo test --release --test audit -- --ignored --nocapture`.

mod command;
mod garbles;
mod kinds;
mod printed;
mod texts;
