### The customer survey of 2022, compared with its earlier edition: more trust, less patience.
### ลูกค้า = consumers and business buyers together; ผู้บริโภค = private buyers alone. Keep the words apart as they stand.
### Figures are variables. Figures worded as fractions bring their own hedge (เกือบ, มากกว่า, เพียง): do not add one.
### Spaces: one before a figure that begins with a digit or พ.ศ., none before one that begins with a word (ร้อยละ, สี่ในห้า, มากกว่า …);
### one after a figure that ends in a digit or bears the dagger, none after one that ends in a word.

# The claim of the article: trust in companies grew, and tolerance of their failings shrank.
connected-customer-2022-title = เชื่อใจมากขึ้น ให้อภัยน้อยลง
connected-customer-2022-summary =
    ใน { $report-2022 } ลูกค้าเชื่อบริษัทมากกว่าเดิม ผู้ที่เชื่อว่าบริษัทพูดความจริงมี{ $tell-truth } เพิ่มขึ้น { $tell-truth-change } แต่ลูกค้าก็พร้อมจากไปง่ายขึ้นด้วย ทั้งสองเรื่องเกี่ยวกันมากกว่าที่คิด

# The last paragraph is the thread of the article.
connected-customer-2022-lead =
    ยามยากลำบากน่าจะทำให้คนระแวงกันมากขึ้น ทว่าเมื่อ Salesforce เผยแพร่รายงาน *State of the Connected Customer* { $fifth-edition } ใน { $report-2022 } ลูกค้ากลับมองบริษัทในแง่ดีกว่าเมื่อครั้งรายงาน { $fourth-edition } ของ { $baseline-2020 } คนที่เชื่อสิ่งที่บริษัทบอกมีมากขึ้น คนที่เดินจากบริษัทไปเพราะเรื่องหลักการก็มีมากขึ้นเช่นกัน

    เรื่องนี้ไม่ได้ขัดแย้งกันอย่างที่เห็น ความเชื่อใจไม่ใช่เรื่องของอารมณ์อีกต่อไป แต่กลายเป็นข้อสอบ เป็นข้อสอบที่จัดบ่อย ตรวจเข้ม และตกกันง่าย คำตอบของผู้คน { $sample-2022 } คนใน { $countries-2022 } ประเทศช่วยให้เห็นว่าข้อสอบออกเรื่องอะไรบ้าง

connected-customer-2022-trust-heading = เชื่อคำพูด แต่ยังไม่ฝากผีฝากไข้
# A chart below compares the editions.
connected-customer-2022-trust-body =
    เริ่มจากเรื่องที่แทบไม่มีใครเถียง ลูกค้า{ FIGURE($trust-in-change, as: "fraction") } ({ $trust-in-change }) บอกว่าความเชื่อใจยิ่งสำคัญขึ้นในยามเปลี่ยนแปลง ลูกค้า{ FIGURE($honest-communication, as: "fraction") }เห็นว่าการสื่อสารที่ซื่อตรงและโปร่งใสสำคัญยิ่งกว่าสมัยก่อนโรคระบาด เรื่องของหัวใจก็มีอยู่เหมือนกัน ลูกค้า{ $emotional-connection } รู้สึกผูกพันกับแบรนด์ที่ตนซื้อ

    แต่ละด้านเพิ่มขึ้นไม่เท่ากัน ความเชื่อว่าบริษัทพูดความจริงเพิ่มขึ้น { $tell-truth-change } จนถึงลูกค้า{ FIGURE($tell-truth, as: "fraction") } ส่วนความเชื่อใจโดยทั่วไปเพิ่มขึ้น { $general-trust-change } คือมีลูกค้า{ FIGURE($general-trust, as: "fraction") } ที่บอกเช่นนั้น จากเดิมที่มี{ FIGURE($general-trust-2020, as: "fraction") } ใน { $baseline-2020 } ผู้คนยอมรับว่าบริษัทซื่อตรงได้เร็วกว่าจะยอมรับว่าบริษัทพึ่งพาได้

connected-customer-2022-values-heading = ความเงียบก็คือคำตอบ
# The source gives the shares on stating values only in words.
connected-customer-2022-values-body =
    ข้อสอบบางข้อไม่เกี่ยวอะไรกับตัวสินค้าเลย วิธีที่บริษัทปฏิบัติต่อพนักงานมีผลต่อการซื้อของลูกค้า{ $treats-employees } ส่วนแนวปฏิบัติด้านสิ่งแวดล้อมมีผลต่อลูกค้า{ FIGURE($environment, as: "fraction") } ดูเหมือนแทบไม่มีใครอยากนั่งเดา รายงานระบุว่าลูกค้า{ $values-wanted } อยากให้บริษัทประกาศค่านิยมของตนให้ชัดเจน แต่มีลูกค้า{ $values-common } ที่คิดว่าบริษัททำเช่นนั้นกันเป็นปกติ

    การนิ่งเฉยจึงไม่ใช่ความเป็นกลาง ในบรรดาลูกค้าทั้งหมด มี{ FIGURE($values-exit, as: "fraction") } ({ $values-exit }) ที่เคยเลิกซื้อจากบริษัทที่มีค่านิยมไม่ตรงกับตน เพิ่มขึ้น { $values-exit-change } จาก{ $values-exit-2020 } ใน { $baseline-2020 } เมื่อคนจำนวนมากถึงเพียงนี้เคยทำเช่นนั้นแล้ว เรื่องนี้ก็พ้นจากการเป็นกิจของนักเคลื่อนไหวกลุ่มเล็ก ๆ กลายเป็นความเสี่ยงทางธุรกิจเหมือนความเสี่ยงทั้งหลาย ต่างกันตรงที่มักไม่มีใครเป็นเจ้าของเรื่อง

connected-customer-2022-channels-heading = ออนไลน์ด้วยความเคยชิน ออฟไลน์ด้วยความเต็มใจ
# digital-growth is a relative rise (ร้อยละ), not percentage points (จุดร้อยละ); gen-z-ratio is "เป็น … เท่าของ", never "มากกว่า … เท่า".
connected-customer-2022-channels-body =
    โรคระบาดพาการค้าขายย้ายขึ้นไปอยู่บนหน้าจอ และหลายส่วนก็ปักหลักอยู่ตรงนั้น ใน { $digital-until-2021 } สัดส่วนธุรกรรมผ่านช่องทางดิจิทัลเพิ่มขึ้น{ $digital-growth } เมื่อเทียบกับ { $start-2019 } (นี่คือการเติบโตเทียบกับสัดส่วนตั้งต้น ไม่ใช่ผลต่างที่ได้จากการนำสัดส่วนมาลบกันตรง ๆ) คนต่างวัยชอบต่างกัน คน Gen Z มีแนวโน้มจะชอบช่องทางดิจิทัลเป็น { FIGURE($gen-z-ratio, as: "multiple") } ของคนรุ่นเบบี้บูมเมอร์ กระนั้นก็ยังมีลูกค้า{ $non-digital } ที่ชอบช่องทางซึ่งไม่ใช่ดิจิทัล การปิดเคาน์เตอร์แล้วหันไปหาแอปจึงเป็นการทอดทิ้งลูกค้า{ FIGURE($non-digital, as: "n-in-m") }

    คนส่วนใหญ่ใช้หมดทุกทาง โดยเฉลี่ยแล้วลูกค้าติดต่อกับบริษัทผ่าน { $channels-used } ช่องทาง และในช่วง { $new-ways-window } ก่อนการสำรวจ ลูกค้า{ $new-ways } เคยซื้อสินค้าด้วยวิธีใหม่ ๆ ตัวอย่างที่ชัดที่สุดคือการแวะรับสินค้าริมทางหน้าร้าน สัดส่วนผู้ใช้วิธีนี้{ FIGURE($kerbside-ratio, as: "doubling") } จาก{ $kerbside-2020 } ใน { $baseline-2020 } เป็น{ $kerbside } ใน { $report-2022 } วิธีใหม่ ๆ เหล่านี้ดูไม่เหมือนกระแสชั่วครู่ ในบรรดาลูกค้าที่ซื้อของผ่านโซเชียลมีเดีย { $social-more } คาดว่าในอีก { $social-horizon } ตนจะซื้อทางนี้มากขึ้น

connected-customer-2022-data-heading = ให้ข้อมูลได้ แต่มีเงื่อนไข
# The share for experience happens to equal the share for trust in times of change: same figure, another question.
connected-customer-2022-data-body =
    ตัวประสบการณ์เองกลายเป็นสินค้าไปแล้ว ใน { $baseline-2020 } ลูกค้า { FIGURE($experience-as-important-2020, as: "n-in-m") } ถือว่าประสบการณ์สำคัญเท่ากับสินค้าหรือบริการ เท่ากับ{ $experience-equals-product-2018 } ที่การสำรวจเคยพบเมื่อ { $report-2018 } ไม่มีผิด ครั้นมาถึง { $report-2022 } สัดส่วนนี้เพิ่มขึ้น { $experience-change } กลายเป็นลูกค้า{ FIGURE($experience-as-important, as: "fraction") } ตัวเลขที่นิ่งมาจนถึงฉบับก่อนเพิ่งขยับในช่วงโรคระบาด แต่ก็ไม่ได้พิสูจน์ว่าโรคระบาดเป็นต้นเหตุ

    จะตัดเสื้อให้พอดีตัวก็ต้องวัดตัวกันก่อน และตรงนี้ผู้บริโภคต่อรองเก่ง ผู้บริโภค{ $share-preferences } ยินดีให้ข้อมูลความชอบของตนเพื่อแลกกับรางวัลที่จัดมาให้ตรงใจ ความเปิดเผยแลกมาได้มากกว่า เพราะผู้บริโภค{ $transparency-trust } บอกว่าหากบริษัทโปร่งใสขึ้น ตนจะเชื่อใจมากขึ้น และเมื่อข้อมูลส่วนบุคคลที่เกี่ยวข้องถูกใช้อย่างโปร่งใสและเป็นประโยชน์แก่เจ้าของ ผู้บริโภค{ $comfortable-data } ก็รู้สึกสบายใจ เพิ่มขึ้นจาก{ $comfortable-data-2020 } ใน { $baseline-2020 } ดูเหมือนว่าผู้คนไม่ได้รังเกียจการที่บริษัทรู้จักตน ที่รังเกียจคือการถูกเฝ้ามองเพื่อประโยชน์ของคนอื่น

connected-customer-2022-loyalty-heading = บัตรเต็มกระเป๋า
# The figure for Australia and New Zealand is another population, not an earlier value.
connected-customer-2022-loyalty-body =
    ไม่มีตัวเลขใดบอกความเข้มของข้อสอบได้ดีกว่าตัวนี้ ในรอบปีก่อนการสำรวจ ผู้บริโภค**{ $switched-brands }** เปลี่ยนไปใช้แบรนด์อื่น (เฉพาะกลุ่มตัวอย่างในออสเตรเลียและนิวซีแลนด์มีสัดส่วน{ $switched-brands-anz } ซึ่งเป็นประชากรคนละกลุ่ม ไม่ใช่ค่าของปีก่อนหน้า)

    ยาที่มักใช้รักษาอาการนี้คือโปรแกรมสะสมแต้ม ซึ่งได้ผลเป็นบางด้าน

    - **แรงดึงดูด** ถือว่าจูงใจได้ ผู้บริโภค{ $loyalty-draw } มีแนวโน้มจะซื้อจากแบรนด์ที่มีโปรแกรมเช่นนี้มากกว่าแบรนด์ที่ไม่มี
    - **ความเคยชิน** เริ่มแออัดเต็มที โดยเฉลี่ยแล้วผู้บริโภคเป็นสมาชิกอยู่ { $programmes-joined } โปรแกรม
    - **รางวัล** มักถูกปล่อยให้หลับใหล ผู้บริโภค{ $redeem-rarely } แลกรางวัลไตรมาสละครั้งหรือนานกว่านั้น
    - **ความสัมพันธ์** ยังดีกว่านี้ได้อีก ผู้บริโภค{ $personal-rewards } จะใช้โปรแกรมมากขึ้นหากรางวัลจัดมาให้เฉพาะตัว

    บางแบรนด์ตัดร้านค้าที่คั่นกลางออกไปเสียเลย สัดส่วนผู้บริโภคที่เคยซื้อโดยตรงจากแบรนด์เพิ่มขึ้น { $direct-growth } จากระดับของ { $start-2019 } มาอยู่ที่ระดับของ { $report-2022 } การขายเองโดยไม่ผ่านคนกลางคือการรับผิดชอบทุกช่วงของการพบกัน ได้หน้าก็ได้เต็ม ๆ และเสียหน้าก็เสียอยู่ฝ่ายเดียว

connected-customer-2022-service-heading = สนามชิงความเชื่อใจอยู่ที่ปลายสาย
# around-the-clock is a set phrase (at any hour, on any day).
connected-customer-2022-service-body =
    ข้อสอบยากที่สุดตรงโต๊ะบริการ ลูกค้าคาดหวังว่าจะมีคนช่วย{ $around-the-clock } ไม่เว้นวันหยุด และเมื่อปัญหาซับซ้อน ลูกค้า{ $complex-problems } อยากให้ผู้รู้จริงคนเดียวแก้ให้จบ ไม่ใช่ส่งต่อกันเป็นทอด ๆ จากแผนกสู่แผนก แล้วความเป็นจริงเล่า ลูกค้า { FIGURE($little-effort, as: "n-in-m") } ({ $little-effort }) เท่านั้นที่เห็นว่าการแก้ปัญหาแทบไม่ต้องออกแรง ที่เหลือต่อแถวรออยู่ข้างหลัง

    ใครแก้เรื่องนี้ได้ รางวัลก็งาม ลูกค้า{ $service-trust } เห็นว่าบริการลูกค้าอันเป็นเลิศสร้างความเชื่อใจ ผลสำรวจจะใกล้เอกฉันท์ไปกว่านี้คงยาก ความพร้อมเพรียงกันภายในก็ให้ผลคุ้มเช่นกัน ลูกค้า{ FIGURE($consistent-loyalty, as: "n-in-m") } บอกว่าตนภักดียิ่งขึ้นต่อบริษัทที่ทุกแผนกทำงานสอดคล้องกัน เวลามือซ้ายไม่รู้ว่ามือขวารับปากอะไรไว้ ลูกค้าสังเกตเห็นเสมอ

connected-customer-2022-closing =
    จะเชื่อตัวเลขแต่ละตัวมากน้อยเพียงใดก็ตาม ทิศทางชัดจนยากจะมองข้าม ความตรงไปตรงมาได้รับรางวัล ค่านิยมมีคนอ่านออกแม้ไม่ได้เขียนไว้ ข้อมูลเป็นของให้ยืม ไม่ใช่ของให้เปล่า และบัญชีความเชื่อใจทั้งบัญชีอาจถูกเบิกจนติดลบได้ด้วยการรับสายแย่ ๆ เพียงครั้งเดียว

    บริษัทใน { $report-2022 } ได้รับความเชื่อใจมาไว้ในมือมากกว่าบริษัทใน { $baseline-2020 } และลูกค้าเจ้าของความเชื่อใจนั้นก็บอกไว้ชัดแล้วว่าให้ยืม

connected-customer-2022-method-heading = ที่มาของตัวเลข
connected-customer-2022-method-body =
    การสำรวจสอบถามผู้บริโภค { $consumers-2022 } คน และผู้ซื้อภาคธุรกิจ { $business-buyers-2022 } คน “ลูกค้า” ในบทความนี้หมายรวมทั้งสองกลุ่ม ส่วน “ผู้บริโภค” หมายถึงผู้ซื้อที่เป็นบุคคลทั่วไปเท่านั้น ตัวเลขใดเป็นของผู้บริโภคเราบอกไว้ทุกครั้ง ค่าของ { $baseline-2020 } เป็นค่าที่รายงานฉบับหลังนำมาเปรียบเทียบเอง ส่วนที่เพิ่มขึ้นคำนวณจากสัดส่วนตามที่พิมพ์ไว้ จึงอาจคลาดเคลื่อนเล็กน้อยเพราะการปัดเศษ

    ตัวเลขบางตัวปรากฏในรายงานข่าวของ martech.org เมื่อวันที่ { $press-date-2022 } ด้วย ตัวเลขที่มีเครื่องหมาย † กำกับเป็นตัวเลขที่อ้างกันว่ามาจากการศึกษานี้ แต่เรายังไม่เห็นต้นฉบับหน้าที่ระบุตัวเลขนั้น ตรงไหนที่รายงานบอกไว้เป็นถ้อยคำเท่านั้น เช่น “{ $values-wanted }” เราก็ใช้ถ้อยคำตามนั้น

    แบบสำรวจของบริษัทซอฟต์แวร์มักพบว่าลูกค้าอยากได้สิ่งที่ซอฟต์แวร์ทำให้ดีขึ้นได้ และทั้งหมดนี้เป็นคำตอบ ไม่ใช่การกระทำ

# The charts: title, description, then what the columns and rows are called.
connected-customer-2022-rise-title = เชื่อมากขึ้น และจากไปมากขึ้น
connected-customer-2022-rise-description = คำตอบของลูกค้าในฉบับก่อนและฉบับหลัง
connected-customer-2022-rise-before = { $baseline-2020 }
connected-customer-2022-rise-after = { $report-2022 }
connected-customer-2022-rise-experience = ประสบการณ์สำคัญเท่ากับตัวสินค้า
connected-customer-2022-rise-truth = บริษัทพูดความจริง
connected-customer-2022-rise-exit = เลิกซื้อเพราะค่านิยมไม่ตรงกัน
connected-customer-2022-rise-general = เชื่อใจบริษัทโดยทั่วไป
connected-customer-2022-rise-data = สบายใจหากใช้ข้อมูลของตนอย่างโปร่งใส

connected-customer-2022-kerb-title = แวะรับสินค้าริมทางหน้าร้าน
connected-customer-2022-kerb-description = สัดส่วนลูกค้าที่เคยใช้
connected-customer-2022-kerb-before = { $baseline-2020 }
connected-customer-2022-kerb-after = { $report-2022 }
