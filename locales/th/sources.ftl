### Words of the data files in Thai: source-<id>-<fact>. What is not here is printed as the data file has it.
### Titles of publications stay as they are; titles that only describe a source are translated.

source-connected-customer-2016-edition = ฉบับแรก

source-connected-customer-2018-edition = ฉบับที่สอง
source-connected-customer-2018-method = แบบสำรวจ
source-connected-customer-2018-population = ผู้บริโภคและผู้ซื้อภาคธุรกิจ
source-connected-customer-2018-places = ทั่วโลก

source-connected-customer-2020-edition = ฉบับที่สี่

source-connected-customer-2022-edition = ฉบับที่ห้า
source-connected-customer-2022-method = แบบสำรวจ
source-connected-customer-2022-population = ผู้บริโภคและผู้ซื้อภาคธุรกิจ
source-connected-customer-2022-places = 29 ประเทศ

source-martech-2022-title = รายงานข่าวเรื่อง State of the Connected Customer ฉบับที่ห้าของ Salesforce

source-pareto-principle-producer = กองบรรณาธิการ
source-pareto-principle-title = ตัวอย่างประกอบจากหลักพาเรโต

source-yelp-restaurants-title = การวิเคราะห์รีวิวร้านอาหาร
source-yelp-restaurants-method = การวิเคราะห์ข้อความ
source-yelp-restaurants-population = รีวิวร้านอาหาร

source-walker-buyers-title = คำทำนายเรื่องความแตกต่างของแบรนด์ในสายตาผู้ซื้อแบบ B2B

source-forrester-disciplines-producer = Forrester Research ตามรายงานของ Fast Company
source-forrester-disciplines-title = ศาสตร์ของประสบการณ์ลูกค้าที่ยอดเยี่ยม

source-yotpo-survey-2022-method = แบบสำรวจ
source-yotpo-survey-2022-population = แบรนด์อีคอมเมิร์ซ

source-cem-compilation-2022-producer = หน้าเว็บที่เผยแพร่ต่อกัน
source-cem-compilation-2022-title = ข้อเท็จจริงและตัวเลขเรื่องการบริหารประสบการณ์ลูกค้า
