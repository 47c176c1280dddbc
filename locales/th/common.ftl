### Words of the site itself: headings, labels and notes around every article.

site-title = อ่านลูกค้าจากตัวเลข
site-summary = ผลสำรวจบอกอะไรเราเกี่ยวกับผู้ซื้อ อ่านได้ในบทความหลายภาษาที่ตัวเลขทุกตัวมีแหล่งที่มากำกับ

# The name of this language in the language itself.
language-name = ไทย

# Introduces links to the same article in other languages.
read-in = อ่านบทความนี้ในภาษาอื่น

# $date: the day of publication, written out.
published-on = เผยแพร่เมื่อวันที่ { $date }

contents-heading = ในบทความนี้
sources-heading = แหล่งที่มา
source-label = ที่มา

# Stands before the name of a source in a note, as in "จาก Salesforce Research".
source-note-from = จาก

# The dagger stands after such figures in the text.
unverified-note = † เรานำเสนอตัวเลขนี้โดยไม่มีหน้าของรายงานที่ระบุตัวเลขดังกล่าวอยู่ในมือ โปรดถือว่ายังไม่ได้รับการยืนยัน

# $count: how many figures the page has.
figures-proven-note = ตัวเลขในหน้านี้มี { $count } รายการ ทุกรายการผ่านการอ่านทวนหลังจัดพิมพ์และเทียบกับข้อมูลต้นทางที่บันทึกไว้แล้ว

ledger-label = ทะเบียนตัวเลขทั้งหมด
back-to-index = บทความทั้งหมด
skip-to-content = ข้ามไปยังบทความ
not-found-title = ไม่พบหน้าที่ต้องการ

# หมายเหตุของแหล่งที่มา
unverified-label = ยังไม่ได้ตรวจสอบ
table-label = ตาราง
source-edition = ฉบับ
source-published = เผยแพร่
source-method = วิธีการ
source-population = ผู้ตอบ
source-sample = จำนวนผู้ตอบ
source-places = พื้นที่
source-accessed = เข้าถึงเมื่อ
source-cited-in = อ้างถึงใน
