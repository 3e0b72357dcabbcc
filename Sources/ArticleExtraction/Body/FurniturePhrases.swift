import Markup

/// Lines that are furniture wherever they stand, in the languages that news is read in. Version 1.
enum FurniturePhrases {
    /// Whether the line, its letter case and closing punctuation aside, is one or starts like one.
    static func match(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count < 300, !range.isEmpty else { return false }
        let line = lowercased(text, range)
        guard let first = line.first else { return false }
        for phrase in starts[Int(first)] where line.starts(with: phrase) { return true }
        guard range.count < longest else { return false }
        for phrase in whole[Int(first)] where line.elementsEqual(phrase) { return true }
        return false
    }

    /// No phrase is longer, in bytes.
    private static let longest = 80

    /// The start of the line in lower case, without closing punctuation.
    private static func lowercased(_ text: [UInt8], _ range: Range<Int>) -> ArraySlice<UInt8> {
        var line: [UInt8] = []
        line.reserveCapacity(longest)
        var index = range.lowerBound
        let end = min(range.upperBound, range.lowerBound + longest)
        while index < end {
            if (0xC3...0xDF).contains(text[index]), index + 1 < end {
                let (lead, trail) = LetterCase.lowered(text[index], text[index + 1])
                line.append(lead)
                line.append(trail)
                index += 2
            } else {
                line.append(text[index].asciiLowercased)
                index += 1
            }
        }
        var rest = line[...]
        while let last = rest.last, ".:!>- ".utf8.contains(last) { rest.removeLast() }
        for sign in closing where rest.count >= sign.count && rest.suffix(sign.count).elementsEqual(sign) {
            rest.removeLast(sign.count)
        }
        while rest.last == 0x20 { rest.removeLast() }
        return rest
    }

    /// `…`, `»`, `→`, `›`
    private static let closing: [[UInt8]] = [
        [0xE2, 0x80, 0xA6], [0xC2, 0xBB], [0xE2, 0x86, 0x92], [0xE2, 0x80, 0xBA],
    ]

    private static let starts = index(startRows)
    private static let whole = index(wholeRows)

    /// Phrases by their first byte.
    private static func index(_ rows: [String]) -> [[[UInt8]]] {
        var result = [[[UInt8]]](repeating: [], count: 256)
        for phrase in rows.flatMap({ $0.split(separator: "|") }) {
            let bytes = Array(phrase.utf8)
            if let first = bytes.first { result[Int(first)].append(bytes) }
        }
        return result
    }

    private static let startRows = [
        // English
        "read more:|read also:|also read:|read next:|read more on|see also:|related:|more:|watch:|listen:|skip to |"
            + "sign up for|sign up to|subscribe to|subscribe now|click here|follow us|follow him on|follow her on|"
            + "article topic follows|jump to |story continues below|share this|download our app|download the |"
            + "support our|donate to|join our|get our|get the latest|want more|editor's picks|more from|more on this|"
            + "more in|more stories|you may also like|you might also like|recommended|most read|most popular|trending|"
            + "latest news|top stories|related articles|related stories|related news|related posts|related topics|"
            + "about the author|leave a reply|leave a comment|add a comment|post a comment|view comments|show comments|"
            + "comments (|have a tip|got a tip|send us|contact us|this article was originally published|"
            + "this story was originally published|originally published|all rights reserved|filed under|posted in|"
            + "tagged|tags:|topics:|topic:|categories:|share on|share via|print this|email this|report a|"
            + "we use cookies|please enable javascript|your browser|if you have a story|do you have a story|"
            + "the post |image source|image:|photo:|photos:|photo by|picture:|credit:|video:|source:|advertisement|"
            + "next article|previous article|next post|previous post|back to top|please keep your comments|"
            + "be part of the conversation|if you would like to share a story idea|please consider",
        // German, Dutch, Danish, Norwegian, Swedish
        "lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|das könnte sie|das könnte dich|weitere artikel|"
            + "mehr aus|mehr dazu|auch interessant|zum thema|newsletter|jetzt abonnieren|jetzt anmelden|foto:|bild:|"
            + "quelle:|quellen:|schlagworte|kommentar schreiben|kommentare|artikel teilen|teilen sie|empfohlen|"
            + "meistgelesen|zur startseite|über den autor|über die autorin|folgen sie|anzeige|lees ook|lees meer|"
            + "meer over|deel dit|meer nieuws|læs også|læs mere|les også|les mer|läs också|läs mer|dela|följ oss|foto",
        // French, Spanish, Italian, Portuguese, Romanian
        "lire aussi|à lire aussi|lire la suite|voir aussi|à lire :|sur le même sujet|abonnez-vous|inscrivez-vous|"
            + "crédit photo|partager|nos articles|à découvrir|lea también|lea tambien|leer más|lee también|te puede interesar|"
            + "te puede gustar|más información|mas información|suscríbete|síguenos|noticias relacionadas|compartir|"
            + "comparte|etiquetas|archivado en|leggi anche|leggi di più|guarda anche|potrebbe interessarti|iscriviti|"
            + "condividi|leia também|leia mais|veja também|compartilhe|saiba mais|relacionadas|citește și|citiți și|"
            + "citeste si|vezi și|urmărește",
        // Polish, Czech, Slovak, Hungarian, Finnish, Turkish, Indonesian
        "czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|zobacz również|polecamy|przeczytaj też|"
            + "udostępnij|přečtěte si|čtěte také|čtěte také|prečítajte si|olvassa el|kapcsolódó|lue myös|lue lisää|jaa |"
            + "ilgili haberler|ayrıca bakınız|baca juga|simak juga|lihat juga",
        // Russian, Ukrainian, Bulgarian, Greek, Chinese, Japanese, Korean, Arabic, Hindi
        "читайте также|читайте ещё|читать далее|подпишитесь|подписывайтесь|читайте також|читайте також|підписуйтесь|"
            + "фото:|прочетете още|вижте още|διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|相关阅读|延伸閱讀|延伸阅读|"
            + "更多新聞|更多新闻|関連記事|あわせて読みたい|こちらもおすすめ|관련기사|무단전재|اقرأ أيضا|اقرأ أيضاً|"
            + "إقرأ أيضا|شاهد أيضا|यह भी पढ़ें|ये भी पढ़ें",
    ]

    private static let wholeRows = [
        "advertisement|advertising|ad|share|share article|shares|comments|comment|print|email|e-mail|mail|facebook|"
            + "twitter|tweet|x|whatsapp|telegram|reddit|linkedin|pinterest|flipboard|copy link|link copied|copied|save|"
            + "author profile photo|loading|getty images|read more|more|related|related content|next|previous|close|"
            + "menu|search|log in|login|sign in|register|subscribe|newsletter|follow|watch|watch now|play|pause|mute|"
            + "photo|photos|gallery|video|video player is loading|key points|top|home|reply|report|like|likes|view all|"
            + "see all|show more|load more|learn more|find out more|continue reading|disclaimer|sponsored|promoted|"
            + "cnn newsource|associated press|skip ad|privacy policy|terms of use|terms of service|cookie policy|"
            + "___|***|* * *|#",
        "anzeige|werbung|drucken|teilen|merken|mehr|weiterlesen|kommentieren|startseite|zurück|weiter|reklame|annons|"
            + "annonse|mainos|advertentie|publicité|publicidad|publicidade|pubblicità|reklama|реклама|広告|광고|إعلان|"
            + "imprimer|imprimir|stampa|drukuj|compartir|partager|condividi|compartilhar|dela|del|udostępnij|поделиться",
    ]
}
