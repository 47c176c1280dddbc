x-title = ชื่อ
x-value =
    .short = ค
x-bare = เกิน
    .short = ค
x-attr = คำ
    .b = ก
x-ref = ดู { x-other } กับ { -maker }
x-other = อื่น
x-variants = { COUNT($n) ->
    [1] หนึ่ง
    [1] สอง
   *[other] { $n }
}
x-plural = { COUNT($n) ->
    [one] หนึ่ง
   *[many] { $n }
}
x-dup = คำ
    .a = ก
    .a = ข
x-lost = ข้อ�ความ
x-title = อีกครั้ง
x-old = เก่า
x-quote = เขาว่า "ดี"...
x-apostrophe = เขาว่า Anne's
x-single = เขาว่า 'ดี' และ Anne‘s
-brand = แบรนด์
x-junk = { $n
