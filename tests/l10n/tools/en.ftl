x-title = Trust
x-gone = Gone
x-value = Value
    .short = V
x-bare =
    .short = V
x-attr = Attr
    .a = A
x-ref = See { x-title } and { -brand }
x-variants = { COUNT($n) ->
    [1] One
   *[other] { $n }
}
x-plural = { COUNT($n) ->
    [one] One
   *[other] { $n }
}
x-dup = Dup
    .a = A
x-lost = Lost
x-quote = It’s good
x-apostrophe = It’s good
x-single = It’s “good”
-brand = Brand
-maker = Maker
