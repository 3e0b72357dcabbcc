/// The same small story in many languages, in words of our own, as a news site would print it.
struct LanguagePage: CustomStringConvertible, Sendable {
    let language: String
    let title: String
    let paragraphs: [String]
    /// What the site says around the story: related stories, a newsletter, a comment.
    let related: String
    let newsletter: String
    let comment: String

    var description: String { language }

    var html: String {
        let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html><html lang="\(language)"><head><meta charset="utf-8"><title>\(title)</title>
            <meta property="og:title" content="\(title)"></head><body>
            <header class="site-header"><nav class="menu"><ul><li><a href="/1">\(related)</a></li>
            <li><a href="/2">\(newsletter)</a></li></ul></nav></header>
            <main><article><h1>\(title)</h1><div class="article-body">
            \(body)
            </div></article>
            <div class="newsletter-signup"><p>\(newsletter)</p></div>
            <section class="related-articles"><h3><a href="/3">\(related)</a></h3></section>
            <section class="comments"><div class="comment"><p>\(comment)</p></div></section></main>
            <footer class="site-footer"><p>© 2026 \(newsletter)</p></footer></body></html>
            """
    }

    static let all: [LanguagePage] = [
        LanguagePage(
            language: "de", title: "Die letzte Fähre fährt nun auch im Winter",
            paragraphs: [
                "Die alte Fähre über den Sund soll vom Herbst an auch im Winter fahren, wie der Hafenmeister am Montag sagte. Bisher lag sie von November bis März am Kai.",
                "Für die Leute auf der Insel heißt das, dass sie nicht mehr um den ganzen Sund fahren müssen, wenn sie Brot, Schrauben oder einen Arzt brauchen.",
                "„Wir haben darauf dreißig Jahre gewartet“, sagte die Bäckerin, die jeden Morgen das erste Boot nimmt. „Jetzt müssen nur noch die Möwen wach werden.“",
                "Das Geld für die neue Maschine kommt aus drei Gemeinden; die vierte hat sich noch nicht entschieden.",
            ],
            related: "Warum die Brücke wieder gesperrt ist", newsletter: "Jetzt unseren Newsletter abonnieren",
            comment: "Endlich, ich freue mich schon auf die erste Fahrt im Schnee!"),
        LanguagePage(
            language: "fr", title: "Le dernier bac circulera aussi en hiver",
            paragraphs: [
                "Le vieux bac qui traverse le détroit circulera aussi en hiver à partir de cet automne, a annoncé lundi le maître du port. Jusqu'ici, il restait à quai de novembre à mars.",
                "Pour les habitants de l'île, cela veut dire qu'il ne faudra plus faire le tour du détroit pour trouver du pain, des vis ou un médecin.",
                "« Nous attendions cela depuis trente ans », dit la boulangère, qui prend chaque matin le premier bateau. « Il ne manque plus que les mouettes se réveillent. »",
                "L'argent de la nouvelle machine vient de trois communes ; la quatrième n'a pas encore décidé.",
            ],
            related: "Pourquoi le pont est de nouveau fermé", newsletter: "Inscrivez-vous à notre newsletter",
            comment: "Enfin, j'attends avec impatience la première traversée sous la neige !"),
        LanguagePage(
            language: "es", title: "El último transbordador navegará también en invierno",
            paragraphs: [
                "El viejo transbordador que cruza el estrecho navegará también en invierno desde este otoño, anunció el lunes el jefe del puerto. Hasta ahora quedaba amarrado de noviembre a marzo.",
                "Para la gente de la isla significa que ya no tendrá que rodear todo el estrecho cuando necesite pan, tornillos o un médico.",
                "«Llevábamos treinta años esperándolo», dijo la panadera, que toma cada mañana la primera barca. «Ahora solo falta que despierten las gaviotas».",
                "El dinero para la nueva máquina viene de tres municipios; el cuarto todavía no se ha decidido.",
            ],
            related: "Por qué el puente está cerrado otra vez", newsletter: "Suscríbete a nuestro boletín",
            comment: "¡Por fin, ya quiero hacer el primer viaje con nieve!"),
        LanguagePage(
            language: "pl", title: "Ostatni prom popłynie także zimą",
            paragraphs: [
                "Stary prom przez cieśninę od jesieni ma pływać także zimą, powiedział w poniedziałek kapitan portu. Dotąd od listopada do marca stał przy nabrzeżu.",
                "Dla mieszkańców wyspy oznacza to, że nie będą już musieli objeżdżać całej cieśniny, kiedy potrzebują chleba, śrub albo lekarza.",
                "„Czekaliśmy na to trzydzieści lat”, mówi piekarka, która co rano wsiada na pierwszą łódź. „Teraz muszą się jeszcze obudzić mewy”.",
                "Pieniądze na nową maszynę dają trzy gminy, czwarta jeszcze się nie zdecydowała.",
            ],
            related: "Dlaczego most znów jest zamknięty", newsletter: "Zapisz się na nasz newsletter",
            comment: "Nareszcie, już czekam na pierwszy rejs w śniegu!"),
        LanguagePage(
            language: "fi", title: "Viimeinen lautta kulkee nyt myös talvella",
            paragraphs: [
                "Salmen yli kulkeva vanha lautta liikennöi syksystä alkaen myös talvella, kertoi satamamestari maanantaina. Tähän asti se on seissyt laiturissa marraskuusta maaliskuuhun.",
                "Saaren asukkaille se tarkoittaa, ettei koko salmea tarvitse enää kiertää, kun tarvitaan leipää, ruuveja tai lääkäri.",
                "”Tätä on odotettu kolmekymmentä vuotta”, sanoi leipuri, joka nousee joka aamu ensimmäiseen veneeseen. ”Nyt lokkien pitää enää herätä.”",
                "Rahat uuteen koneeseen tulevat kolmelta kunnalta, neljäs ei ole vielä päättänyt.",
            ],
            related: "Miksi silta on taas suljettu", newsletter: "Tilaa uutiskirjeemme",
            comment: "Vihdoinkin, odotan jo ensimmäistä matkaa lumessa!"),
        LanguagePage(
            language: "tr", title: "Son vapur artık kışın da sefer yapacak",
            paragraphs: [
                "Boğazı geçen eski vapur, sonbahardan itibaren kışın da sefer yapacak, dedi liman başkanı pazartesi günü. Şimdiye kadar kasımdan marta dek iskelede bağlı duruyordu.",
                "Ada halkı için bu, ekmek, vida ya da doktor gerektiğinde artık bütün boğazı dolaşmak zorunda kalmamak demek.",
                "“Bunu otuz yıldır bekliyorduk” diyor her sabah ilk tekneye binen fırıncı. “Şimdi martıların da uyanması gerek.”",
                "Yeni makinenin parası üç belediyeden geliyor; dördüncüsü henüz karar vermedi.",
            ],
            related: "Köprü neden yine kapalı", newsletter: "Bültenimize abone olun",
            comment: "Sonunda, karda ilk seferi şimdiden bekliyorum!"),
        LanguagePage(
            language: "ru", title: "Последний паром пойдёт и зимой",
            paragraphs: [
                "Старый паром через пролив с осени будет ходить и зимой, сообщил в понедельник начальник порта. До сих пор с ноября по март он стоял у причала.",
                "Для жителей острова это значит, что больше не нужно объезжать весь пролив, когда нужны хлеб, болты или врач.",
                "«Мы ждали этого тридцать лет, — говорит пекарь, которая каждое утро садится на первую лодку. — Теперь осталось только разбудить чаек».",
                "Деньги на новую машину дают три общины; четвёртая ещё не решила.",
            ],
            related: "Почему мост снова закрыт", newsletter: "Подпишитесь на нашу рассылку",
            comment: "Наконец-то, уже жду первого рейса по снегу!"),
        LanguagePage(
            language: "el", title: "Το τελευταίο φέρι θα ταξιδεύει και τον χειμώνα",
            paragraphs: [
                "Το παλιό φέρι που περνά τον πορθμό θα ταξιδεύει από το φθινόπωρο και τον χειμώνα, είπε τη Δευτέρα ο λιμενάρχης. Ως τώρα έμενε δεμένο από τον Νοέμβριο ως τον Μάρτιο.",
                "Για τους κατοίκους του νησιού αυτό σημαίνει ότι δεν θα κάνουν πια τον γύρο όλου του πορθμού όταν χρειάζονται ψωμί, βίδες ή γιατρό.",
                "«Το περιμέναμε τριάντα χρόνια», λέει η φουρνάρισσα που παίρνει κάθε πρωί την πρώτη βάρκα. «Τώρα μένει να ξυπνήσουν και οι γλάροι».",
                "Τα χρήματα για τη νέα μηχανή δίνουν τρεις δήμοι· ο τέταρτος δεν έχει αποφασίσει ακόμη.",
            ],
            related: "Γιατί η γέφυρα έκλεισε πάλι", newsletter: "Εγγραφείτε στο ενημερωτικό μας δελτίο",
            comment: "Επιτέλους, περιμένω το πρώτο ταξίδι μέσα στο χιόνι!"),
        LanguagePage(
            language: "ar", title: "العبارة الأخيرة ستبحر في الشتاء أيضا",
            paragraphs: [
                "ستبحر العبارة القديمة عبر المضيق في الشتاء أيضا ابتداء من هذا الخريف، كما قال مدير الميناء يوم الاثنين. وكانت حتى الآن ترسو عند الرصيف من نوفمبر إلى مارس.",
                "ويعني هذا لسكان الجزيرة أنهم لن يضطروا بعد اليوم إلى الدوران حول المضيق كله عندما يحتاجون إلى خبز أو مسامير أو طبيب.",
                "وقالت الخبازة التي تركب القارب الأول كل صباح: «انتظرنا هذا ثلاثين عاما، ولم يبق إلا أن تستيقظ النوارس».",
                "ويأتي المال اللازم للمحرك الجديد من ثلاث بلديات، أما الرابعة فلم تقرر بعد.",
            ],
            related: "لماذا أغلق الجسر مرة أخرى", newsletter: "اشترك في نشرتنا البريدية",
            comment: "أخيرا، أنتظر الرحلة الأولى في الثلج!"),
        LanguagePage(
            language: "he", title: "המעבורת האחרונה תפליג גם בחורף",
            paragraphs: [
                "המעבורת הישנה שחוצה את המצר תפליג מהסתיו גם בחורף, אמר ביום שני מנהל הנמל. עד כה עמדה קשורה לרציף מנובמבר ועד מרץ.",
                "עבור תושבי האי פירוש הדבר שלא יצטרכו עוד להקיף את כל המצר כשהם צריכים לחם, ברגים או רופא.",
                "\"חיכינו לזה שלושים שנה\", אומרת האופה שעולה בכל בוקר על הסירה הראשונה. \"עכשיו נשאר רק שהשחפים יתעוררו\".",
                "הכסף למנוע החדש בא משלוש רשויות; הרביעית עוד לא החליטה.",
            ],
            related: "למה הגשר שוב סגור", newsletter: "הירשמו לעלון שלנו",
            comment: "סוף סוף, כבר מחכה להפלגה הראשונה בשלג!"),
        LanguagePage(
            language: "hi", title: "आख़िरी नाव अब सर्दियों में भी चलेगी",
            paragraphs: [
                "जलडमरूमध्य पार करने वाली पुरानी नाव इस पतझड़ से सर्दियों में भी चलेगी, बंदरगाह के प्रमुख ने सोमवार को बताया। अब तक वह नवंबर से मार्च तक घाट पर खड़ी रहती थी।",
                "टापू के लोगों के लिए इसका मतलब यह है कि रोटी, पेंच या डॉक्टर के लिए उन्हें अब पूरा चक्कर नहीं लगाना पड़ेगा।",
                "“हमने तीस साल इसका इंतज़ार किया,” रोज़ सुबह पहली नाव पकड़ने वाली नानबाई ने कहा। “अब बस पंछियों का जागना बाक़ी है।”",
                "नए इंजन का पैसा तीन गाँव दे रहे हैं; चौथे ने अभी तय नहीं किया है।",
            ],
            related: "पुल फिर क्यों बंद है", newsletter: "हमारे न्यूज़लेटर की सदस्यता लें",
            comment: "आख़िरकार, बर्फ़ में पहली यात्रा का इंतज़ार है!"),
        LanguagePage(
            language: "th", title: "เรือข้ามฟากลำสุดท้ายจะแล่นในฤดูหนาวด้วย",
            paragraphs: [
                "เรือข้ามฟากลำเก่าที่ข้ามช่องแคบจะแล่นในฤดูหนาวด้วยตั้งแต่ปลายปีนี้ นายท่าเรือกล่าวเมื่อวันจันทร์ ที่ผ่านมาเรือจอดอยู่ที่ท่าตั้งแต่เดือนพฤศจิกายนถึงเดือนมีนาคม",
                "สำหรับชาวเกาะ นี่หมายความว่าพวกเขาไม่ต้องอ้อมช่องแคบทั้งหมดอีกต่อไปเมื่อต้องการขนมปัง ตะปู หรือหมอ",
                "“เรารอมาสามสิบปี” คนทำขนมปังที่ขึ้นเรือลำแรกทุกเช้ากล่าว “ตอนนี้เหลือแค่ให้นกนางนวลตื่นเท่านั้น”",
                "เงินสำหรับเครื่องยนต์ใหม่มาจากสามตำบล ส่วนตำบลที่สี่ยังไม่ได้ตัดสินใจ",
            ],
            related: "ทำไมสะพานปิดอีกแล้ว", newsletter: "สมัครรับจดหมายข่าวของเรา",
            comment: "ในที่สุด รอเที่ยวแรกไม่ไหวแล้ว!"),
        LanguagePage(
            language: "zh", title: "最后一班渡轮冬天也将开航",
            paragraphs: [
                "横渡海峡的旧渡轮从今年秋天起冬季也将开航，港务长星期一说。在此之前，它每年十一月到三月都停在码头。",
                "对岛上的居民来说，这意味着需要面包、螺丝或医生的时候，再也不必绕过整个海峡。",
                "“我们等了三十年，”每天早晨乘第一班船的面包师说，“现在只差海鸥醒来了。”",
                "新机器的钱由三个镇子出，第四个镇子还没有决定。",
            ],
            related: "大桥为什么又封闭了", newsletter: "订阅我们的电子报", comment: "终于等到了，期待雪中的第一班船！"),
        LanguagePage(
            language: "ja", title: "最後の渡し船、冬も運航へ",
            paragraphs: [
                "海峡を渡る古い渡し船が、この秋から冬も運航することになったと、港長が月曜日に明らかにした。これまでは十一月から三月まで岸壁につながれていた。",
                "島の人々にとっては、パンやねじや医者が必要なとき、海峡をぐるりと回らなくてもよくなるということだ。",
                "「三十年待ちました」と、毎朝一番の船に乗るパン屋の女性は話す。「あとはかもめが起きてくれるだけです」",
                "新しい機関の費用は三つの町が出し、四つ目の町はまだ決めていない。",
            ],
            related: "橋はなぜまた閉鎖されたのか", newsletter: "ニュースレターに登録する", comment: "ついに。雪の中の初運航が楽しみです！"),
        LanguagePage(
            language: "ko", title: "마지막 나룻배, 겨울에도 다닌다",
            paragraphs: [
                "해협을 건너는 낡은 나룻배가 올가을부터 겨울에도 다니게 된다고 항만장이 월요일 밝혔다. 지금까지는 십일월부터 삼월까지 부두에 묶여 있었다.",
                "섬 주민들은 빵이나 나사나 의사가 필요할 때 더는 해협을 빙 돌아가지 않아도 된다.",
                "“삼십 년을 기다렸습니다.” 매일 아침 첫 배를 타는 빵집 주인이 말했다. “이제 갈매기만 깨어나면 됩니다.”",
                "새 기관에 드는 돈은 세 마을이 내고, 네 번째 마을은 아직 결정하지 않았다.",
            ],
            related: "다리는 왜 다시 막혔나", newsletter: "뉴스레터를 구독하세요", comment: "드디어! 눈 속의 첫 운항이 기다려집니다."),
        LanguagePage(
            language: "vi", title: "Chuyến phà cuối cùng sẽ chạy cả mùa đông",
            paragraphs: [
                "Chiếc phà cũ qua eo biển sẽ chạy cả mùa đông kể từ mùa thu này, giám đốc cảng cho biết hôm thứ Hai. Cho đến nay phà vẫn nằm ở bến từ tháng mười một đến tháng ba.",
                "Với người dân trên đảo, điều đó có nghĩa là họ không còn phải đi vòng cả eo biển khi cần bánh mì, ốc vít hay bác sĩ.",
                "“Chúng tôi đã chờ ba mươi năm”, người thợ làm bánh đi chuyến đầu tiên mỗi sáng nói. “Giờ chỉ còn đợi chim hải âu thức dậy.”",
                "Tiền mua máy mới do ba xã góp; xã thứ tư vẫn chưa quyết định.",
            ],
            related: "Vì sao cây cầu lại đóng", newsletter: "Đăng ký nhận bản tin của chúng tôi",
            comment: "Cuối cùng cũng có, tôi mong chuyến đầu tiên trong tuyết!"),
    ]
}
