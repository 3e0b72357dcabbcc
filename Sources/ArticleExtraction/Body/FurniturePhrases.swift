/// Lines that are furniture wherever they stand. Version 1.
enum FurniturePhrases {
    /// Whether a line, in lower case, is one.
    static func match(_ line: String) -> Bool {
        guard line.utf8.count < 300 else { return false }
        return starts.contains { line.hasPrefix($0) } || line.utf8.count < 120 && whole.contains(line)
    }

    private static let starts = [
        "read more:", "read also:", "also read:", "read next:", "see also:", "related:", "more:", "watch:", "skip to ",
        "sign up for", "subscribe to", "click here to", "follow us on", "article topic follows", "jump to comments",
        "advertisement", "the post ", "story continues below", "share this", "download our app", "photo:", "photo by",
        "lire aussi", "à lire aussi", "lea también", "lea también", "leia também", "leia mais", "leggi anche",
        "lees ook", "lesen sie auch", "mehr zum thema", "läs också", "les også", "læs også", "czytaj także",
        "czytaj też",
        "читайте также", "читайте також", "lue myös", "přečtěte si také", "olvassa el", "citește și", "baca juga",
    ]

    private static let whole: Set<String> = [
        "advertisement", "anzeige", "publicidad", "publicité", "pubblicità", "publicidade", "werbung", "reklama",
        "reklame",
        "annons", "mainos", "реклама", "広告", "share", "comments", "comment", "print", "email", "facebook", "twitter",
        "tweet", "whatsapp", "copy link", "link copied", "author profile photo", "be part of the conversation",
        "loading…",
        "loading...", "getty images", "read more", "more", "related", "video player is loading.",
    ]
}
