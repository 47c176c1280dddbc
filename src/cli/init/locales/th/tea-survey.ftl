### ผลสำรวจสมมติของคนดื่มชา ตัวเลขทุกตัวเป็นตัวแปร ห้ามพิมพ์ตัวเลขเอง

tea-survey-title = เมืองที่ดื่มชา
tea-survey-summary = ใน { $survey-year } ลูกค้าของเรา{ $tea-daily } ดื่มชาทุกวัน และนิสัยนี้กำลังแพร่หลาย

tea-survey-lead =
    เราถามลูกค้า { $guests } คนใน { $survey-year } ว่าดื่มชาอย่างไร คำตอบโดยย่อคือดื่มบ่อย และส่วนใหญ่ไม่ใส่นม

tea-survey-habit-heading = นิสัยประจำวัน
tea-survey-habit-body =
    ลูกค้า**{ $tea-daily }** ดื่มชาทุกวัน หรือ{ FIGURE($tea-daily, as: "n-in-m") } ของลูกค้าทั้งหมด ส่วนใน { $earlier-year } อยู่ที่{ $tea-daily-earlier } สัดส่วนจึงเพิ่มขึ้น { $tea-daily-change }

    | กลุ่ม | { $earlier-year } | { $survey-year } |
    | :-- | --: | --: |
    | ลูกค้าที่ดื่มชาทุกวัน | { $tea-daily-earlier } | { $tea-daily } |

    คนที่ดื่มทุกวันดื่มเฉลี่ยวันละ { $cups } ถ้วย

tea-survey-milk-heading = ใส่นมหรือไม่ใส่นม
tea-survey-milk-body =
    ส่วนน้อยเท่านั้นที่ใส่นม คือ{ FIGURE($tea-with-milk, as: "fraction") }ของลูกค้า ตัวเลขที่แน่นอนคือ{ $tea-with-milk }

tea-survey-closing =
    ผลสำรวจนี้สมมติขึ้น แต่วิธีเล่าเป็นของจริง เมื่อแก้ตัวเลขในข้อมูล ทุกภาษาก็เปลี่ยนตาม

tea-survey-method-heading = ที่มาของตัวเลข
tea-survey-method-body =
    ลูกค้าตอบแบบสอบถามที่โต๊ะของตน ตรงนี้ควรบอกว่าถามใคร ถามอย่างไร ถามเมื่อไร และมีอะไรที่ตัวเลขบอกไม่ได้
