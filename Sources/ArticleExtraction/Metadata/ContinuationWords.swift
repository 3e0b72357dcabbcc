/// What links to another form of the article say. Version 1.
enum ContinuationWords {
    enum Kind {
        case next, single, print
    }

    /// What a link's text, in lower case, leads to.
    static func kind(of text: String) -> Kind? {
        if nextPage.contains(text) { return .next }
        if singlePage.contains(text) { return .single }
        return printVersion.contains(text) ? .print : nil
    }

    private static let nextPage: Set<String> = [
        "next page", "next page »", "next page >", "nächste seite", "page suivante", "página siguiente",
        "pagina successiva", "próxima página", "volgende pagina", "nästa sida", "neste side", "næste side",
        "następna strona", "следующая страница", "次のページ", "次ページへ", "下一页", "下一頁",
    ]

    private static let singlePage: Set<String> = [
        "view as one page", "single page", "view on one page", "read on one page", "view all", "auf einer seite lesen",
        "artikel auf einer seite", "auf einer seite", "afficher sur une page", "ver en una página", "全文表示", "全文を読む",
        "阅读全文", "在本页阅读全文",
    ]

    private static let printVersion: Set<String> = [
        "print version", "printer friendly", "printer-friendly version", "print article", "druckversion",
        "version imprimable", "versión para imprimir", "versione stampabile", "versão para impressão", "printversie",
        "utskriftsversion", "wersja do druku", "версия для печати", "印刷用ページ",
    ]
}
