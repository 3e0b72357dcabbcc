/// The words that dates hold, in the languages of feeds.
enum DateWords {
    enum Unit: Hashable { case year, month, day, hour, minute, second }

    /// Chinese, Japanese and Korean units, by their three bytes.
    static func unit(_ bytes: [UInt8]) -> Unit? {
        switch String(decoding: bytes, as: UTF8.self) {
        case "年", "년": .year
        case "月", "월": .month
        case "日", "일", "号": .day
        case "時", "时", "點", "点", "시": .hour
        case "分", "분": .minute
        case "秒", "초": .second
        default: nil
        }
    }

    /// Whether `word` means the second half of the day; `nil` if it is none of the halves.
    static func halfOfDay(_ word: String, next: ArraySlice<UInt8>) -> Bool? {
        if word == "a" || word == "p" {
            return next.starts(with: ".m".utf8) || next.starts(with: ".M".utf8) ? word == "p" : nil
        }
        return halves[word]
    }

    private static let halves: [String: Bool] = [
        "am": false, "오전": false, "上午": false, "午前": false, "πμ": false,
        "pm": true, "오후": true, "下午": true, "午後": true, "μμ": true,
    ]

    /// 1–12; the word in lower case, whole or cut to an abbreviation that the language uses.
    static func month(_ word: String) -> Int? {
        if let month = months[word] { return month }
        // Longer forms of the names (genitives, full names of which the stem is listed).
        let scalars = word.unicodeScalars
        guard scalars.count > 4, isWord(word) else { return nil }
        for length in [5, 4] where scalars.count > length {
            if let month = stems[String(String.UnicodeScalarView(scalars.prefix(length)))] { return month }
        }
        return nil
    }

    /// Weekdays, and words that join the parts of a date.
    static func isIgnored(_ word: String) -> Bool {
        if joining.contains(word) { return true }
        let scalars = word.unicodeScalars
        guard isWord(word) else { return false }
        return weekdays.contains(word)
            || weekdayStems.contains(String(String.UnicodeScalarView(scalars.prefix(3)))) && scalars.count > 3
            || weekdayStems.contains(String(String.UnicodeScalarView(scalars.prefix(2)))) && scalars.count == 2
    }

    private static func isWord(_ word: String) -> Bool { !word.utf8.contains { $0 < 0x41 && $0 != 0x27 } }

    private static let joining: Set<String> = [
        "at", "on", "of", "de", "del", "d", "den", "der", "the", "à", "a", "las", "le", "um", "uhr", "kl", "klo", "г",
        "года", "р", "року", "в", "o", "at:", "date", "posted", "published", "m", "dne", "în", "ore", "alle", "hs",
        "hrs",
        "št", "pukul", "tháng", "ngày", "năm",
    ]

    /// Every name and abbreviation, by month.
    private static let months: [String: Int] = {
        let names: [String] = [
            """
            jan january janv janvier jän jänner januar jänn januari enero ene janeiro gen gennaio gener januára január \
            leden ledna led styczeń stycznia sty janar ianuarie ian ocak oca janvāris jaanuar sausio sausis tammikuu \
            tammikuuta tammi siječnja siječanj sij яну януари янв январь января січ січня січень ιαν ιανουαρίου ιανουάριος \
            يناير ינואר janúar jan' januar'
            """,
            """
            feb february fév févr février febr februar februari febrero fevereiro fev febbraio febrer február februára \
            únor února úno luty lutego lut februarie şubat şub subat februāris veebruar vasario vasaris helmikuu \
            helmikuuta helmi veljače veljača velj фев февр февраль февраля февруари лют лютого лютий φεβ φεβρουαρίου \
            φεβρουάριος فبراير פברואר febrúar
            """,
            """
            mar march mars mär märz mrz maart mrt marzo março março marco març mart martie marec marca březen března bře \
            marzec marca már márc március marts märts kovo kovas maaliskuu maaliskuuta maalis ožujka ožujak ožu март \
            марта мар бер березня березень μαρ μάρ μαρτίου μάρτιος مارس מרץ mars' mac
            """,
            """
            apr april avr avril abril abr aprile duben dubna dub kwiecień kwietnia kwi ápr április apríl apríla aprilie \
            nisan nis aprīlis aprill balandžio balandis huhtikuu huhtikuuta huhti travnja travanj tra апр апрель апреля \
            април кві квітня квітень απρ απριλίου απρίλιος أبريل אפריל
            """,
            """
            may mai maj mayo mei maio maggio mag maig květen května kvě maja máj máj május mája mayıs maijs gegužės gegužė \
            toukokuu toukokuuta touko svibnja svibanj svi май мая мај травня травень тра μαι μάι μαΐου μάιος μαϊ مايو מאי maí
            """,
            """
            jun june juin juni junio junho giugno giu juny červen června čer czerwiec czerwca cze jún június júna iunie iun \
            haziran haz jūnijs juuni birželio birželis kesäkuu kesäkuuta kesä lipnja lipanj lip июн июнь июня юни чер \
            червня червень ιουν ιούν ιουνίου ιούνιος يونيو יוני júní
            """,
            """
            jul july juil juillet juli julio julho luglio lug juliol červenec července čvc lipiec lipca júl július júla \
            iulie iul temmuz tem jūlijs juuli liepos liepa heinäkuu heinäkuuta heinä srpnja srpanj июл июль июля юли лип \
            липня липень ιουλ ιούλ ιουλίου ιούλιος يوليو יולי júlí
            """,
            """
            aug august août aout aoû augustus agosto ago agost srpen srpna srp sierpień sierpnia sie augusztus augusta \
            ağustos ağu agustos augusts rugpjūčio rugpjūtis elokuu elokuuta elo kolovoza kolovoz kol авг август августа \
            сер серпня серпень αυγ αύγ αυγούστου αύγουστος أغسطس אוגוסט ágúst augusti agu
            """,
            """
            sep september sept septembre septiembre set setembro settembre setembre září zář wrzesień wrzesnia września wrz \
            szept szeptember septembra septembrie eylül eyl septembris rugsėjo rugsėjis syyskuu syyskuuta syys rujna rujan \
            сен сент сентябрь сентября септември вер вересня вересень σεπ σεπτ σεπτεμβρίου σεπτέμβριος سبتمبر ספטמבר
            """,
            """
            oct october octobre okt oktober octubre outubro out ottobre ott octubre říjen října říj październik \
            października paź október októbra octombrie ekim eki oktobris oktoober spalio spalis lokakuu lokakuuta loka \
            listopada_ окт октябрь октября октомври жов жовтня жовтень οκτ οκτωβρίου οκτώβριος أكتوبر אוקטובר
            """,
            """
            nov november novembre noviembre novembro listopad listopadu lis listopada novembra noiembrie noi kasım kas \
            novembris lapkričio lapkritis marraskuu marraskuuta marras studenoga studeni stu ноя нояб ноябрь ноября \
            ноември лис листопада листопад νοε νοέ νοεμβρίου νοέμβριος نوفمبر נובמבר nóvember nóv
            """,
            """
            dec december déc décembre dez dezember diciembre dic dezembro dicembre desembre des desember prosinec prosince \
            pro grudzień grudnia gru dez decembra decembrie aralık ara decembris detsember gruodžio gruodis joulukuu \
            joulukuuta joulu prosinca prosinac дек декабрь декабря декември гру грудня грудень δεκ δεκεμβρίου δεκέμβριος \
            ديسمبر דצמבר desember'
            """,
        ]
        var result: [String: Int] = [:]
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") where result[String(name)] == nil {
                result[String(name)] = index + 1
            }
        }
        return result
    }()

    /// The first letters of names that take many endings.
    private static let stems: [String: Int] = [
        "janua": 1, "janu": 1, "febru": 2, "febr": 2, "march": 3, "april": 4, "apri": 4, "augus": 8, "augu": 8,
        "septe": 9, "sept": 9, "octob": 10, "octo": 10, "oktob": 10, "okto": 10, "novem": 11, "nove": 11, "decem": 12,
        "dece": 12, "dezem": 12, "deze": 12, "янва": 1, "февр": 2, "апре": 4, "авгу": 8, "сент": 9, "октя": 10,
        "нояб": 11, "дека": 12,
    ]

    private static let weekdays: Set<String> = [
        // English and the Germanic languages
        "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr",
        "sa",
        "so", "man", "tir", "ons", "tor", "fre", "lør", "søn", "mån", "tis", "lör", "sön", "ma", "wo", "vr", "za", "zo",
        // Romance
        "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "gio", "sab", "dom", "mie", "mié", "jue", "vie", "sáb", "seg",
        "ter", "qua", "qui", "sex", "dl", "dt", "dc", "dj", "dv", "ds", "dg", "joi", "vin", "sâm", "dum", "mie",
        // Slavic, Baltic, Finnic, Hungarian, Turkish, Greek
        "po", "út", "st", "čt", "pá", "pon", "wto", "śro", "czw", "pią", "sob", "nie", "ned", "uto", "sri", "čet",
        "pet",
        "pt", "wt", "śr", "cz", "nd", "ndz", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "нд", "пон", "съб", "нед", "вто",
        "сря", "чет", "пет", "ma", "ti", "ke", "to", "pe", "la", "su", "h", "k", "sze", "cs", "p", "szo", "v", "hét",
        "kedd",
        "sen", "sel", "rab", "kam", "jum", "min", "pzt", "sal", "çar", "per", "cum", "cmt", "paz", "δευ", "τρι", "τετ",
        "πεμ", "παρ", "σαβ", "κυρ", "δευτ",
        // East Asian
        "月", "火", "水", "木", "金", "土", "日", "월", "화", "수", "목", "금", "토", "일",
    ]

    /// Three letters with which the full names begin.
    private static let weekdayStems: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "fre", "sam", "son", "man", "tir", "ons",
        "tor", "lør", "søn", "mån", "tis", "lör", "sön", "maa", "din", "woe", "vri", "zat", "zon", "lun", "mar", "mer",
        "jeu", "ven", "dim", "gio", "sab", "dom", "mié", "mie", "jue", "vie", "sáb", "seg", "ter", "qua", "qui", "sex",
        "dil", "dim", "dij", "div", "dis", "diu", "pon", "úte", "stř", "čtv", "pát", "sob", "ned", "wto", "śro", "czw",
        "pią", "nie", "uto", "sri", "čet", "pet", "sub", "пон", "вто", "сре", "чет", "пят", "суб", "вос", "пет", "съб",
        "нед", "вів", "сер", "п'я", "неді", "tii", "tor", "per", "lau", "sun", "kes", "hét", "ked", "sze", "csü", "pén",
        "szo", "vas", "paz", "sal", "çar", "cum", "δευ", "τρί", "τετ", "πέμ", "παρ", "σάβ", "κυρ", "joi", "vin", "sâm",
        "dum", "sen", "sel", "rab", "kam", "jum", "min", "chủ", "thứ", "星期", "曜日", "요일",
    ]
}
