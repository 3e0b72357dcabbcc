import Markup

/// Recognises what sites show in place of an article: consent forms, bot checks, paywall stubs, "not found".
///
/// A page with a real body is never taken for one: only a short text is looked at.
enum BlockingPage {
    /// A body of more letters than this is an article, whatever else the page says.
    private static let longestStub = 1200

    static func recognise(_ page: PageBlocks, bodyLetters: Int, title: String?) -> ExtractionError? {
        let isShort = bodyLetters < longestStub
        guard isShort else { return nil }
        let shown = page.blocks.prefix(300).filter { $0.text.count < 2000 }
        var text = (title ?? "").lowercased() + "\n"
        for block in shown { text += page.lowercased(block) + "\n" }
        let bytes = Array(text.utf8)
        func mentions(_ phrases: [String]) -> Bool { phrases.contains { bytes.containsSlice(Array($0.utf8)) } }
        let isAlmostEmpty = bodyLetters < 400 || page.blocks.count < 40
        if isAlmostEmpty, mentions(botChecks) { return .botCheck }
        if isAlmostEmpty, mentions(consents) { return .consentWall }
        if isAlmostEmpty, mentions(missing) { return .notFound }
        if mentions(paywalls) { return .paywall }
        return nil
    }

    private static let botChecks = [
        "checking your browser", "verify you are human", "verify that you are human", "are you a robot",
        "are you a human",
        "just a moment...", "enable javascript and cookies to continue", "attention required! | cloudflare",
        "complete the captcha", "unusual traffic", "access to this page has been denied", "press & hold",
        "pardon our interruption",
        "ddos protection by", "request unsuccessful. incapsula", "bitte bestätigen sie, dass sie kein roboter",
        "confirmez que vous êtes humain", "подтвердите, что вы не робот",
    ]

    private static let consents = [
        "before you continue", "we value your privacy", "we and our partners store", "accept all cookies",
        "accept all and continue",
        "manage your consent", "mit werbung weiterlesen", "mit werbung und cookies", "zustimmung zu cookies",
        "alle akzeptieren",
        "continuer sans accepter", "avec votre accord, nous et nos", "nous et nos partenaires", "aceptar y continuar",
        "nosotros y nuestros socios", "accetta e continua", "noi e i nostri partner", "zgoda na przetwarzanie",
        "accepteer cookies",
        "hyväksy evästeet", "godkänn alla cookies",
    ]

    private static let paywalls = [
        "subscribe to continue reading", "subscribe to read", "subscribe now to read", "to continue reading, ",
        "continue reading with a subscription",
        "this article is for subscribers", "this content is for subscribers", "exclusive to subscribers",
        "already a subscriber? log in",
        "weiterlesen mit", "dieser artikel ist nur für abonnenten", "jetzt weiterlesen mit", "mit plus weiterlesen",
        "exklusiv für abonnenten",
        "article réservé aux abonnés", "cet article est réservé", "contenido exclusivo para suscriptores",
        "exclusivo para suscriptores",
        "contenuto riservato agli abbonati", "exclusivo para assinantes", "alleen voor abonnees",
        "enbart för prenumeranter",
        "kun for abonnenter", "materiał dostępny tylko dla", "この記事は有料会員限定",
    ]

    private static let missing = [
        "page not found", "404 not found", "error 404", "404 error", "the page you requested could not be found",
        "seite nicht gefunden", "page introuvable", "página no encontrada", "pagina non trovata",
        "pagina niet gevonden",
        "sidan kunde inte hittas", "strona nie została znaleziona", "страница не найдена",
    ]
}
