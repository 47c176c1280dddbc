### Words of the site itself: headings, labels and notes around every article.

site-title = อ่านลูกค้าจากตัวเลข
site-summary = ผลสำรวจบอกอะไรเราเกี่ยวกับผู้ซื้อ อ่านได้ในบทความหลายภาษาที่ตัวเลขทุกตัวมีแหล่งที่มากำกับ

# The name of this language in the language itself.
language-name = ไทย

# Introduces links to the same article in other languages.
read-in = อ่านบทความนี้ในภาษาอื่น

# $date: the day of publication, written out.
published-on = เผยแพร่เมื่อวันที่ { $date }

# $date: the day of the last revision, written out.
updated-on = ปรับปรุงเมื่อวันที่ { $date }

# Heads the list of corrections at the end of an article.
corrections-heading = การแก้ไขข้อผิดพลาด

# $date: the day of a correction. Stands before its note in feeds.
corrected-on = แก้ไขเมื่อวันที่ { $date }

contents-heading = ในบทความนี้
sources-heading = แหล่งที่มา

# The dagger stands after such figures in the text.
unverified-note = † เรายังไม่เห็นต้นฉบับหน้าที่ระบุตัวเลขนี้ โปรดถือว่ายังไม่ได้รับการยืนยัน

# $count: how many figures the page has.
figures-proven-note = ตัวเลขในหน้านี้มี { $count } รายการ ทุกรายการผ่านการอ่านทวนหลังจัดพิมพ์และเทียบกับข้อมูลต้นทางที่บันทึกไว้แล้ว

ledger-label = ทะเบียนตัวเลข
pdf-label = บทความนี้สำหรับพิมพ์ (PDF)
markdown-label = บทความนี้เป็นข้อความล้วน (Markdown)
# ท้ายหน้าพิมพ์แต่ละหน้า $page: เลขหน้า $pages: จำนวนหน้าทั้งหมด
page-number = หน้า { $page } จาก { $pages }
back-to-index = บทความทั้งหมด
skip-to-content = ข้ามไปยังบทความ

# หมายเหตุของแหล่งที่มา
unverified-label = ยังไม่ได้รับการยืนยัน
table-label = ตาราง
# Opens the table under a chart.
chart-as-table = ดูตัวเลขเป็นตาราง
source-edition = ฉบับ
source-published = เผยแพร่
source-method = วิธีการ
source-population = ผู้ตอบ
source-sample = จำนวนผู้ตอบ
source-places = พื้นที่
source-accessed = เข้าถึงเมื่อ
source-cited-in = อ้างถึงใน
source-in-ledger = ตัวเลขจากแหล่งที่มานี้ในทะเบียน

# ทะเบียนตัวเลขของบทความ: หน้าที่แสดงตัวเลขแต่ละรายการในทุกภาษาเทียบกับแหล่งที่มา
ledger-intro = ตัวเลขในบทความนี้ตามที่ปรากฏในแต่ละภาษา เทียบกับค่าสถิติและจุดที่แหล่งที่มาระบุค่านั้นไว้ ก่อนเผยแพร่ ตัวเลขทุกรายการผ่านการอ่านทวนจากหน้าที่จัดพิมพ์เสร็จแล้วและเทียบกับค่าสถิติ
# หัวคอลัมน์ ระหว่างนั้นเป็นชื่อภาษา
ledger-stat = ค่าสถิติ
ledger-evidence = หลักฐาน
# วิธีที่ใช้ตรวจค่าสถิติก่อนพิมพ์
ledger-verified-cell = เทียบกับตารางของแหล่งที่มาแล้ว
ledger-verified-quote = เทียบกับข้อความของแหล่งที่มาแล้ว
ledger-verified-derived = คำนวณจากตัวเลขอื่น
ledger-verified-none = เป็นไปตามที่บันทึกไว้ โดยไม่มีตารางหรือข้อความให้เทียบ
# ค่าสถิติเชื่อถือได้เพียงใด ในกรณีที่ยังไม่ใช่ค่าขั้นสุดท้าย
ledger-status-provisional = ค่าเบื้องต้น แหล่งที่มาอาจแก้ไขภายหลัง
ledger-status-estimate = ค่าประมาณตามที่แหล่งที่มาระบุ
ledger-status-forecast = ค่าคาดการณ์
ledger-status-unverified = ยังไม่ได้รับการยืนยัน เรายังไม่เห็นต้นฉบับหน้าที่ระบุค่านี้
ledger-status-illustration = ตัวอย่างสมมติ
ledger-status-retired = เลิกใช้แล้ว
# สิ่งที่รองรับค่าสถิติ: ตำแหน่งในตาราง ค่าที่ตารางระบุ ข้อความของแหล่งที่มา สูตร
ledger-row = แถว
ledger-column = คอลัมน์
ledger-says = ตารางระบุว่า
ledger-quote = แหล่งที่มาระบุว่า
ledger-derived = สูตร
ledger-literals = ตัวเลขที่ไม่ใช่ค่าสถิติ
ledger-literals-note = ชื่อและสำนวนที่มีตัวเลขอยู่ด้วย บทความประกาศรายการเหล่านี้ไว้เพื่อมิให้ปะปนกับค่าสถิติ
ledger-data = ทะเบียนตัวเลขของทั้งเว็บไซต์ในรูปแบบข้อมูล (JSON)
back-to-article = กลับไปยังบทความ
