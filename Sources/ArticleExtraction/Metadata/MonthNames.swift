/// The months as newspapers of thirty languages write them, whole and cut, in lower case.
enum MonthNames {
    /// 1–12, or `nil` for what names no month.
    static func month(_ word: String) -> Int? { months[word] }

    private static let months: [String: Int] = {
        var result: [String: Int] = [:]
        for row in table {
            for (index, names) in row.split(separator: " ").enumerated() {
                for name in names.split(separator: "|") { result[String(name)] = result[String(name)] ?? index + 1 }
            }
        }
        return result
    }()

    /// A row is a language, its twelve columns the months, each with its forms.
    private static let table = [
        // English, Dutch, German, Danish, Norwegian, Swedish
        "january|jan feb|february march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
            + "november|nov december|dec",
        "januari februari maart|mrt april mei juni juli augustus september oktober|okt november december",
        "januar|jänner|jan februar|feber märz|mär april mai juni juli august september oktober|okt november dezember|dez",
        "januar februar marts|mars april maj|mai juni juli august september oktober november desember|des",
        "januari februari mars april maj juni juli augusti september oktober november december",
        // French, Spanish, Italian, Portuguese, Catalan, Romanian
        "janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre "
            + "décembre|déc|decembre",
        "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre "
            + "diciembre|dic",
        "gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|set ottobre|ott novembre "
            + "dicembre",
        "janeiro fevereiro|fev março|marco abril maio|mai junho julho agosto setembro|set outubro|out novembro "
            + "dezembro|dez",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        // Polish, Czech, Slovak, Croatian, Slovenian, Hungarian
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen "
            + "září října|říjen listopadu|listopad prosince|prosinec",
        "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga|studenog prosinca",
        "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
        "január|jan február|febr március|márc április|ápr május|máj június|jún július|júl augusztus szeptember|szept "
            + "október november december",
        // Russian, Ukrainian, Bulgarian, Serbian, Greek, Turkish
        "января|янв февраля|фев марта|мар апреля|апр мая|май июня|июн июля|июл августа|авг сентября|сен октября|окт "
            + "ноября|ноя декабря|дек",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "januar|јануар februar|фебруар mart|март april|април maj|мај jun|јун jul|јул avgust|август "
            + "septembar|септембар oktobar|октобар novembar|новембар decembar|децембар",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου|μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου "
            + "δεκεμβρίου",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        // Finnish, Estonian, Latvian, Lithuanian, Indonesian, Arabic, Hebrew, Persian, Thai, Hindi
        "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu "
            + "kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu "
            + "marraskuuta|marraskuu joulukuuta|joulukuu",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
        "ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט "
            + "ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
        "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    ]
}
