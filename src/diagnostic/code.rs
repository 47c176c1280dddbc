//! The codes: one line each, and a page `pages/<name>.md` that says what, why, an example that fails, and the fix.
//!
//! To add a code, add a line below; the compiler asks for the page, and a test runs the page's example.

use serde::{Deserialize, Serialize, Serializer};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Published, but worth a look.
    Warning,
    /// Not published.
    Error,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $summary:literal;)*) => {
        /// What is wrong, as a stable name. Named for the fault, never for its fix; never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $summary] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The stable name, in kebab-case.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// What it means, in a line.
            pub const fn summary(self) -> &'static str {
                match self { $(Code::$variant => $summary),* }
            }

            /// How much it matters unless the project's policy says otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }

            /// Its page, in Markdown.
            pub const fn page(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("pages/", $name, ".md"))),* }
            }
        }
    };
}

codes! {
    // Files
    FileMissing        "file-missing"        Error   "a file that is needed is not there";
    FileUnreadable     "file-unreadable"     Error   "a file cannot be read";
    FileTooLarge       "file-too-large"      Error   "a file is larger than any honest one";
    FileEmpty          "file-empty"          Error   "a file that must say something is empty";
    NotUtf8            "not-utf8"            Error   "a text file is not UTF-8";
    PathEscape         "path-escape"         Error   "a path leads out of the project";
    // Syntax
    YamlSyntax         "yaml-syntax"         Error   "a file is not well-formed YAML";
    TomlSyntax         "toml-syntax"         Error   "the settings are not well-formed TOML";
    FluentSyntax       "fluent-syntax"       Error   "a locale file is not well-formed Fluent";
    TemplateSyntax     "template-syntax"     Error   "a template is not well-formed Tera";
    TableMalformed     "table-malformed"     Error   "a source table is not a well-formed table";
    // Keys and values
    KeyUnknown         "key-unknown"         Error   "a key means nothing here";
    KeyDuplicate       "key-duplicate"       Error   "a key stands twice in one mapping";
    KeyMissing         "key-missing"         Error   "a key that is needed is not there";
    ValueMalformed     "value-malformed"     Error   "a value has the wrong shape";
    ValueUnknown       "value-unknown"       Error   "a value is none of those that are known";
    NumberMalformed    "number-malformed"    Error   "a number is not written as a plain decimal";
    // References
    IdDuplicate        "id-duplicate"        Error   "two things have the same id";
    SourceMissing      "source-missing"      Error   "a stat names a source that does not exist";
    StatMissing        "stat-missing"        Error   "a name refers to a stat that does not exist";
    DerivationCyclic   "derivation-cyclic"   Error   "stats are derived from one another in a circle";
    DerivationFailed   "derivation-failed"   Error   "a derived value cannot be computed";
    // Evidence
    TableHashMismatch  "table-hash-mismatch" Error   "a source table is not the one that was pinned";
    CellMissing        "cell-missing"        Error   "the table has no such cell, or more than one";
    EvidenceMismatch   "evidence-mismatch"   Error   "a stat and its source say different things";
    UnitMismatch       "unit-mismatch"       Error   "a unit does not fit what it stands for";
    HedgeFalse         "hedge-false"         Error   "a hedge or a fraction is not true of the value";
    EvidenceMissing    "evidence-missing"    Warning "a final stat names neither cell nor quote";
    StatsContradict    "stats-contradict"    Error   "two stats say different things of the same";
    MeasuresDiffer     "measures-differ"     Warning "a formula sets things beside one another that do not fit";
    SourceStale        "source-stale"        Warning "a source is older than it may grow";
    StatUnverified     "stat-unverified"     Warning "a stat has not been verified against its source";
    StatRetired        "stat-retired"        Error   "an article uses a retired stat";
    // Words about stats
    DirectionFalse     "direction-false"     Error   "a word such as rose or fell is not true of its stat";
    ChangeConfused     "change-confused"     Error   "a level is said as a change, or a change as a level";
    ClaimFalse         "claim-false"         Error   "a declared superlative or rank is not true";
    SumOff             "sum-off"             Error   "stats do not make the whole that is declared";
    // Messages and templates
    LocaleMissing      "locale-missing"      Error   "a locale has no messages for an article";
    MessageMissing     "message-missing"     Error   "a message is named that a locale does not have";
    MessageStale       "message-stale"       Warning "the base text or a figure of a translation changed since it was approved";
    MessageUnreviewed  "message-unreviewed"  Warning "nobody has approved a translation as it is";
    MessageObsolete    "message-obsolete"    Warning "a locale has a message that nothing stands for any more";
    PartsDiffer        "parts-differ"        Error   "a translation lacks a part of its message, or has one too many";
    PartDuplicate      "part-duplicate"      Error   "an attribute or a variant stands twice in one message";
    ReferenceDiffers   "reference-differs"   Warning "a translation refers to other messages or terms than the base text";
    PluralMismatch     "plural-mismatch"     Warning "a choice by number has not the plural forms of its language";
    CharacterSuspect   "character-suspect"   Error   "a text holds a character that nobody sees, or one that came to harm";
    MarkdownDiffers    "markdown-differs"    Warning "a translation has other links, lists, headings or tables than the base text";
    TypographyWrong    "typography-wrong"    Warning "punctuation or a space is not as the language writes it";
    WordingWrong       "wording-wrong"       Error   "words around a figure are always wrong in the language";
    TermForbidden      "term-forbidden"      Warning "a text has a word that the glossary does not want";
    TermMissing        "term-missing"        Warning "a term of the base text is not translated as the glossary says";
    TextTooLong        "text-too-long"       Warning "a text is longer than its comment allows";
    CommentMisplaced   "comment-misplaced"   Warning "a comment of a group or of a file does not stand where tools look for it";
    MessageDuplicate   "message-duplicate"   Error   "two messages of a locale have the same id";
    MessageBroken      "message-broken"      Error   "a message cannot be formatted";
    VariableUnknown    "variable-unknown"    Error   "a message names a variable that is no stat of the article";
    ConstructUnknown   "construct-unknown"   Error   "a message asks for a wording that the stat or the locale does not have";
    DigitInNarrative   "digit-in-narrative"  Error   "a figure is typed in a message";
    FontUnusable       "font-unusable"       Error   "a font file of the project cannot be printed with";
    TableTooWide       "table-too-wide"      Error   "a table has more columns than a printed page can show";
    GlyphMissing       "glyph-missing"       Error   "a text has a character that no face of the print can draw";
    CharacterReserved  "character-reserved"  Error   "a text holds a character that is kept for the program";
    TemplateFailed     "template-failed"     Error   "a template cannot be rendered";
    HtmlInNarrative    "html-in-narrative"   Error   "a narrative holds raw HTML";
    LinkUnsafe         "link-unsafe"         Error   "a link leads to a scheme that runs or hides something";
    // Times
    ClockMissing       "clock-missing"       Error   "an article has a time, and the run was given none";
    DateOutOfOrder     "date-out-of-order"   Error   "a date comes before one that it must follow";
    // The finished files
    FigureUnsourced    "figure-unsourced"    Error   "a figure of the finished file is no statistic";
    FigureMismatch     "figure-mismatch"     Error   "a figure of the finished file says something else than its stat";
    FigureLost         "figure-lost"         Error   "a figure is not in the finished file";
    ReadersDiffer      "readers-differ"      Error   "eye and ear, or two programs, get different things of a finished file";
    LocalesDisagree    "locales-disagree"    Error   "the locales of an article do not say the same figures";
    // Waivers
    FindingWaived      "finding-waived"      Note    "a finding is allowed for a time";
    WaiverExpired      "waiver-expired"      Warning "a waiver has ended";
    WaiverUnused       "waiver-unused"       Warning "a waiver allows nothing that is found";
    // Comparing a text with its translation
    FigureAdded        "figure-added"        Error   "the translation has a figure that the text has not";
    DigitsTransposed   "digits-transposed"   Error   "two digits of a figure changed places";
    DecimalShifted     "decimal-shifted"     Error   "the decimal point of a figure moved";
    ScaleSlipped       "scale-slipped"       Error   "a figure has another scale, such as million for billion";
    UnitChanged        "unit-changed"        Error   "a figure has another unit";
    EraConfused        "era-confused"        Error   "a year is counted in the wrong era";
    HedgeChanged       "hedge-changed"       Error   "a hedge says the opposite, or is lost or added";
    FractionInverted   "fraction-inverted"   Error   "numerator and denominator changed places";
    FiguresSwapped     "figures-swapped"     Error   "two figures changed places";
    SeparatorBroken    "separator-broken"    Error   "a separator of a figure was lost or broke it in two";
    DigitsStuck        "digits-stuck"        Error   "digits of two figures are stuck together";
    EntityResidue      "entity-residue"      Error   "a piece of markup stands as a number";
    ValueChanged       "value-changed"       Error   "a figure has another value";
    // Auditing texts by their form
    YearImpossible     "year-impossible"     Error   "a year is one that the text cannot mean";
    LeadingZero        "leading-zero"        Error   "a number begins with a zero";
    LettersInNumber    "letters-in-number"   Error   "letters or foreign digits stand in a number";
    ShareImpossible    "share-impossible"    Error   "a share is more than the whole";
    WordsContradict    "words-contradict"    Error   "words and digits of one claim say different things";
    WordingFalse       "wording-false"       Error   "words around a figure cannot stand together";
    IdentifierStray    "identifier-stray"    Warning "a number belongs to no sentence";
    ListBroken         "list-broken"         Warning "the numbers of a list do not follow one another";
}

impl Code {
    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_kebab_case() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')));
    }
}
