//! The names of elements and attributes that mean something to a reader, each looked up once for a tag.
//!
//! In: a name as it is written. Out: which of the known ones it is. Nothing can go wrong: any other is [`Name::Other`] or none.

/// Declares an enumeration of names, with a look-up that costs the same for each.
macro_rules! names {
    ($(#[$about:meta])* $names:ident { $($variant:ident $text:literal)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum $names { $($variant,)* Other }

        impl $names {
            const ALL: &[(&str, Self)] = &[$(($text, Self::$variant)),*];
            const TABLE: Table = Table::of(&[$($text),*]);

            /// The one that is written so.
            pub fn of(name: &str) -> Self {
                static TABLE: Table = $names::TABLE;
                match TABLE.find(name, |index| $names::ALL[index].0) {
                    Some(index) => Self::ALL[index].1,
                    None => Self::Other,
                }
            }
        }
    };
}

/// How many places a table has: so many more than names that most stand alone.
const PLACES: usize = 512;

/// Where names stand: each where a few of its bytes say, or in the next place that is free.
struct Table {
    /// The first eight bytes of each name, in its place.
    words: [u64; PLACES],
    /// Its number, from 1; 0 where none stands.
    numbers: [u8; PLACES],
}

impl Table {
    const fn of(names: &[&str]) -> Self {
        let mut table = Self { words: [0; PLACES], numbers: [0; PLACES] };
        let mut index = 0;
        while index < names.len() {
            let name = names[index].as_bytes();
            let mut place = place(word(name), name.len());
            while table.numbers[place] != 0 {
                place = (place + 1) % PLACES;
            }
            index += 1;
            (table.words[place], table.numbers[place]) = (word(name), index as u8);
        }
        table
    }

    /// The number of a name, counted from 0; `of` tells each.
    fn find(&self, name: &str, of: impl Fn(usize) -> &'static str) -> Option<usize> {
        let word = word(name.as_bytes());
        let mut place = place(word, name.len());
        while let Some(index) = usize::from(self.numbers[place]).checked_sub(1) {
            let known = of(index);
            if self.words[place] == word && known.len() == name.len() && (name.len() <= 8 || known == name) {
                return Some(index);
            }
            place = (place + 1) % PLACES;
        }
        None
    }
}

/// The first eight bytes of a name as a number.
const fn word(name: &[u8]) -> u64 {
    if let Some(eight) = name.first_chunk::<8>() {
        return u64::from_le_bytes(*eight);
    }
    let (mut word, mut at) = (0, name.len());
    while at > 0 {
        at -= 1;
        word = word << 8 | name[at] as u64;
    }
    word
}

/// Where a name of that length is looked for first.
const fn place(word: u64, length: usize) -> usize {
    ((word ^ (length as u64) << 56).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 55) as usize % PLACES
}

names! {
    /// What an element is called.
    Name {
        A "a" Abbr "abbr" Address "address" Article "article" Aside "aside" Audio "audio" B "b" Base "base" Bdi "bdi" Bdo "bdo"
        Blockquote "blockquote" Body "body" Br "br" Button "button" Canvas "canvas" Caption "caption" Circle "circle" Cite "cite"
        ClipPath "clipPath" Code "code" Data "data" Datalist "datalist" Dd "dd" Defs "defs" Del "del" Details "details" Dfn "dfn"
        Dialog "dialog" Div "div" Dl "dl" Dt "dt" Ellipse "ellipse" Em "em" Figcaption "figcaption" Figure "figure" Font "font"
        Footer "footer" G "g" H1 "h1" H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6" Head "head" Header "header" Hr "hr" Html "html" I "i"
        Iframe "iframe" Img "img" Input "input" Ins "ins" Kbd "kbd" Label "label" Li "li" Line "line" Link "link" Main "main"
        Mark "mark" Marker "marker" Mask "mask" Meta "meta" Metadata "metadata" Meter "meter" Nav "nav" Noembed "noembed"
        Noframes "noframes" Noscript "noscript" Object "object" Ol "ol" Option "option" P "p" Path "path" Pattern "pattern"
        Polygon "polygon" Polyline "polyline" Progress "progress" Q "q" Rect "rect" Rp "rp" S "s" Samp "samp" Script "script"
        Section "section" Select "select" Small "small" Span "span" Strike "strike" Strong "strong" Style "style" Sub "sub"
        Summary "summary" Sup "sup" Svg "svg" Symbol "symbol" Table "table" Tbody "tbody" Td "td" Template "template" Text "text"
        Textarea "textarea" Tfoot "tfoot" Th "th" Thead "thead" Time "time" Title "title" Tr "tr" Tspan "tspan" Tt "tt" U "u"
        Ul "ul" Use "use" Var "var" Video "video" Wbr "wbr"
    }
}

impl Name {
    /// How many there are, [`Name::Other`] with them.
    pub const COUNT: usize = Self::ALL.len() + 1;

    /// Whether such an element stands within a line; every other begins a block.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::Abbr
                | Self::B
                | Self::Bdi
                | Self::Bdo
                | Self::Br
                | Self::Cite
                | Self::Code
                | Self::Data
                | Self::Del
                | Self::Dfn
                | Self::Em
                | Self::Font
                | Self::I
                | Self::Img
                | Self::Ins
                | Self::Kbd
                | Self::Label
                | Self::Mark
                | Self::Q
                | Self::S
                | Self::Samp
                | Self::Small
                | Self::Span
                | Self::Strike
                | Self::Strong
                | Self::Sub
                | Self::Sup
                | Self::Time
                | Self::Tspan
                | Self::Tt
                | Self::U
                | Self::Var
                | Self::Wbr
        )
    }
}

names! {
    /// What an attribute is called.
    Attribute {
        Abbr "abbr" Action "action" Alt "alt" AriaDescription "aria-description" AriaHidden "aria-hidden" AriaLabel "aria-label"
        AriaLabelledby "aria-labelledby" AriaPlaceholder "aria-placeholder" AriaRoledescription "aria-roledescription"
        AriaValuenow "aria-valuenow" AriaValuetext "aria-valuetext" Background "background" Class "class" Content "content"
        Data "data" DataValue "data-value" Datetime "datetime" Dir "dir" Formaction "formaction" Hidden "hidden" Href "href"
        HttpEquiv "http-equiv" Id "id" Inert "inert" Itemprop "itemprop" Label "label" Lang "lang" Name "name" Open "open"
        Placeholder "placeholder" Popover "popover" Poster "poster" Property "property" Rel "rel" Role "role" Scope "scope"
        Shadowrootmode "shadowrootmode" Src "src" Srcdoc "srcdoc" Srcset "srcset" Style "style" Summary "summary" Title "title"
        Type "type" Value "value" XlinkHref "xlink:href"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_no_other() {
        for (name, variant) in Name::ALL {
            assert_eq!(Name::of(name), *variant, "{name}");
            assert_eq!(Name::of(&format!("{name}x")), Name::Other, "{name}");
        }
        for (name, variant) in Attribute::ALL {
            assert_eq!(Attribute::of(name), *variant, "{name}");
        }
        assert_eq!((Name::of(""), Name::of("DIV"), Attribute::of("onclick")), (Name::Other, Name::Other, Attribute::Other));
        assert!(Name::ALL.iter().enumerate().all(|(at, (_, name))| *name as usize == at));
    }
}
