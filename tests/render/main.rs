//! The render stage from a project made by hand to finished pages.

mod findings;
mod pages;
mod sample;
