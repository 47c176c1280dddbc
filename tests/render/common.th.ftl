site-title = ลูกค้าเป็นตัวเลข
site-summary = ผลสำรวจบอกอะไรเกี่ยวกับผู้ซื้อ
language-name = ไทย
read-in = อ่านเป็นภาษา
published-on = เผยแพร่เมื่อ { $date }

# $date: the day of the last revision, written out.
updated-on = ปรับปรุงเมื่อวันที่ { $date }

# Heads the list of corrections at the end of an article.
corrections-heading = การแก้ไขข้อผิดพลาด

# $date: the day of a correction. Stands before its note in feeds.
corrected-on = แก้ไขเมื่อวันที่ { $date }
contents-heading = ในบทความนี้
sources-heading = แหล่งที่มา
unverified-note = † ตัวเลขนี้ยังไม่ได้ตรวจสอบกับต้นฉบับของงานวิจัย
unverified-label = ยังไม่ได้ตรวจสอบ
table-label = ตาราง
# Opens the table under a chart.
chart-as-table = ดูตัวเลขเป็นตาราง
figures-proven-note = ตัวเลขทั้ง { $count } จำนวนในหน้านี้ผ่านการอ่านทวนและเทียบกับแหล่งที่มาแล้ว
ledger-label = บัญชีตัวเลขทั้งหมด
markdown-label = บทความนี้เป็นข้อความล้วน (Markdown)
back-to-index = บทความทั้งหมด
skip-to-content = ข้ามไปยังบทความ
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
ledger-status-unverified = ยังไม่ได้ตรวจสอบ เราไม่มีหน้าของรายงานที่ระบุค่านี้อยู่ในมือ
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
page-number = หน้า { $page } จาก { $pages }
