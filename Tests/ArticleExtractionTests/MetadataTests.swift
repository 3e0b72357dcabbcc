import ArticleExtraction
import Testing

/// What a page says of its article in several places at once.
@Suite struct MetadataTests {
    private static let prose = """
        <p>The harbour board of Lindqvist voted on Tuesday to close the eastern quay for repairs until the spring, and
        the ferry company said that it would move its two morning boats to the basin beside the old cannery.</p>
        <p>Fishermen asked for a later start, because the herring season ends only in March, but the engineers said the
        piles would not carry the cranes through another winter of ice.</p>
        """

    private func article(
        head: String = "", body: String = "<h1>Quay closes until spring</h1>", end: String = "",
        hints: FeedHints = FeedHints()
    ) throws -> ExtractedArticle {
        let html = "<html><head>\(head)</head><body><article>\(body)\(Self.prose)\(end)</article></body></html>"
        return try ArticleExtractor.extract(
            Page(bytes: Array(html.utf8), url: "https://www.lindqvist-post.example/a/1", hints: hints))
    }

    private func structured(_ members: String) -> String {
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\(members)}</script>"
    }

    // MARK: Titles

    @Test func `a heading that JSON-LD repeats is the title, whatever is written for sharing`() throws {
        let head =
            "<meta property=og:title content='You will not believe what the harbour board did'>"
            + structured("\"headline\":\"Quay closes until spring\"")
        let title = try #require(try article(head: head).title)
        #expect(title.value == "Quay closes until spring")
        #expect(title.provenance == .heading)
    }

    @Test func `a heading that says the site's name is no title`() throws {
        let head =
            "<meta property=og:title content='Quay closes until spring'>"
            + structured("\"headline\":\"Lindqvist Post\"")
        #expect(try article(head: head, body: "<h1>Lindqvist Post</h1>").title?.value == "Quay closes until spring")
    }

    @Test func `the title for sharing stands before a heading that nothing confirms`() throws {
        let head = "<meta property=og:title content='Board shuts eastern quay | Lindqvist-Post'>"
        #expect(try article(head: head).title?.value == "Board shuts eastern quay")
    }

    /// A heading for search engines, which JSON-LD and the window repeat, above the headline that readers see.
    private static let searchHeading = "<h1>Lindqvist quay closure: what to know</h1>"

    @Test(arguments: [
        "<h2>Board shuts the eastern quay</h2>",
        "<h2><span>Harbour</span> <span>Board shuts the eastern quay</span></h2>",
    ])
    func `the title for sharing is the title where a second heading shows it`(shown: String) throws {
        let head =
            "<meta property=og:title content='Board shuts the eastern quay'>"
            + structured("\"headline\":\"Lindqvist quay closure: what to know\"")
        let title = try article(head: head, body: Self.searchHeading + shown).title
        #expect(title?.value == "Board shuts the eastern quay")
    }

    @Test func `a second heading that is the link of a teaser shows no title`() throws {
        let head =
            "<meta property=og:title content='Board shuts the eastern quay'>"
            + structured("\"headline\":\"Lindqvist quay closure: what to know\"")
        let teaser = "<h2><a href='/a/1'>Board shuts the eastern quay</a></h2>"
        #expect(
            try article(head: head, body: Self.searchHeading + teaser).title?.value
                == "Lindqvist quay closure: what to know")
    }

    @Test func `a second heading that JSON-LD repeats is the title unless it is pieced together`() throws {
        let head =
            "<meta property=og:title content='Lindqvist quay closure: what to know'>"
            + structured("\"headline\":\"Harbour: Board shuts the quay\"")
        let whole = Self.searchHeading + "<h2>Harbour: Board shuts the quay</h2>"
        #expect(try article(head: head, body: whole).title?.value == "Harbour: Board shuts the quay")
        let pieces = Self.searchHeading + "<h2><i>Harbour</i> <b>Board shuts the quay</b></h2>"
        #expect(try article(head: head, body: pieces).title?.value == "Lindqvist quay closure: what to know")
    }

    @Test func `among the titles of a page the one that the feed gives is taken`() throws {
        let head =
            "<meta property=og:title content='Board shuts eastern quay | Lindqvist Post'>"
            + structured("\"headline\":\"Quay closes until spring\"")
        #expect(try article(head: head).title?.value == "Quay closes until spring")
        let hints = FeedHints(title: "Board shuts eastern quay")
        #expect(try article(head: head, hints: hints).title?.value == "Board shuts eastern quay")
        let another = FeedHints(title: "Ten things to do this week")
        #expect(try article(head: head, hints: another).title?.value == "Quay closes until spring")
    }

    // MARK: Authors

    @Test(arguments: [
        ("\"author\":{\"name\":\"By Ada Quill\"}", ["Ada Quill"]),
        ("\"author\":[\"Ada Quill\",\"Bo Venn\"]", ["Ada Quill", "Bo Venn"]),
        ("\"author\":{\"name\":\"Ada Quill, reporter at the harbour desk, lindqvist-post.example\"}", ["Ada Quill"]),
        ("\"author\":\"Analysis by Ada Quill, LP Editor-at-Large\"", ["Ada Quill"]),
        ("\"creator\":\"Ada Quill\"", ["Ada Quill"]),
        ("\"author\":[{\"name\":\"Ada Quill\"},[{\"name\":\"Harbour Desk\"}]]", ["Ada Quill", "Harbour Desk"]),
    ])
    func `JSON-LD names its authors in several forms`(members: String, names: [String]) throws {
        #expect(try article(head: structured("\"headline\":\"Quay\"," + members)).authors?.value == names)
    }

    @Test func `an author that JSON-LD only refers to is looked up`() throws {
        let head = """
            <script type="application/ld+json">{"@graph":[
            {"@type":"Article","headline":"Quay","author":{"@id":"#ada"}},
            {"@type":"Person","@id":"#ada","name":"Ada Quill"}]}</script>
            """
        let authors = try #require(try article(head: head).authors)
        #expect(authors.value == ["Ada Quill"])
        #expect(authors.provenance == .structuredData)
    }

    @Test(arguments: [
        "<meta name=harbour_authors content='Ada Quill'>",
        "<meta name=twitter:label2 content='Written by'><meta name=twitter:data2 content='Ada Quill'>",
    ])
    func `meta elements for authors are known by the end of their name or by their label`(head: String) throws {
        #expect(try article(head: head).authors?.value == ["Ada Quill"])
    }

    @Test func `each of several meta elements names an author`() throws {
        let texts = ["https://people.example/ada", "Ada Quill", "Bo Venn", "Ada Quill"]
        let head = texts.map { "<meta name=author content='\($0)'>" }.joined()
        #expect(try article(head: head).authors?.value == ["Ada Quill", "Bo Venn"])
    }

    @Test(arguments: [
        "<a rel='author' href='/staff/7'>Ada Quill</a>",
        "<div itemprop=author itemscope><span itemprop=name>Ada Quill</span><p>Ada knows the quay.</p></div>",
        "<div itemprop=author itemscope><meta itemprop=name content='Ada Quill'></div>",
    ])
    func `what microdata or a link marks as the author is one`(mark: String) throws {
        let authors = try #require(try article(body: "<h1>Quay closes until spring</h1>" + mark).authors)
        #expect(authors.value == ["Ada Quill"])
    }

    @Test(arguments: ["LINDQVIST POST", "Lindqvist-Post Newsroom", "lindqvist-post.example"])
    func `the site's own name gives way to the byline of a person`(own: String) throws {
        let head =
            "<meta property=og:site_name content='Lindqvist Post'>"
            + structured("\"headline\":\"Quay\",\"author\":{\"name\":\"\(own)\"}")
        let byline = "<h1>Quay closes until spring</h1><p class=author-line>By Ada Quill</p>"
        #expect(try article(head: head, body: byline).authors?.value == ["Ada Quill"])
        #expect(try article(head: head).authors?.value == [own])
    }

    @Test func `a person after whom the site is named is still its author`() throws {
        let head = "<meta name=author content='Ada Quill'>"
        let html = "<html><head>\(head)</head><body><article><h1>On quays</h1>\(Self.prose)</article></body></html>"
        let page = Page(bytes: Array(html.utf8), url: "https://adaquill.example/quays")
        #expect(try ArticleExtractor.extract(page).authors?.value == ["Ada Quill"])
    }

    @Test func `what stands in a byline's place and is no name is no author`() throws {
        let body = "<h1>Quay closes until spring</h1><p class=byline>Filed Under: Harbour News</p>"
        #expect(try article(body: body).authors == nil)
    }

    @Test(arguments: [
        "/authors/ada-quill", "https://www.lindqvist-post.example/en/author/ada/", "/autor/ada-quill.html",
    ])
    func `who has an author's page that is linked below the heading is one`(address: String) throws {
        let menu = "<a href='/authors/otto-brandt'>Otto Brandt</a>"
        let line = "<h1>Quay closes until spring</h1><div><a href='\(address)'>Ada Quill</a></div>"
        let authors = try #require(try article(body: menu + line).authors)
        #expect(authors.value == ["Ada Quill"])
        #expect(authors.provenance == .link)
    }

    @Test func `authors' pages that are linked side by side are of one byline, later ones are not`() throws {
        let line = "<p><a href='/author/1'>All posts by Ada Quill</a>, <a href='/author/2'>Bo Venn</a></p>"
        let later = "<p>Read more by our columnist <a href='/author/3'>Otto Brandt</a>, who knows the quay well.</p>"
        let names = try article(body: "<h1>Quay closes until spring</h1>" + line, end: later).authors?.value
        #expect(names == ["Ada Quill", "Bo Venn"])
    }

    @Test func `a name that is no person's counts where it names the author's page`() throws {
        let line = "<h1>Quay closes until spring</h1><a href='/author/yrsa'>Yrsa</a> <a href='/author/all'>More</a>"
        #expect(try article(body: line).authors?.value == ["Yrsa"])
    }

    @Test func `whom the page shows as the editor is no author beside a byline of another`() throws {
        let head = structured("\"headline\":\"Quay\",\"author\":{\"name\":\"Brandt\"}")
        let byline = "<h1>Quay closes until spring</h1><div class=author>Ada Quill</div>"
        let editor = "<div class=author>Editor: Brandt</div>"
        #expect(try article(head: head, body: byline + editor).authors?.value == ["Ada Quill"])
        #expect(
            try article(head: head, body: "<h1>Quay closes until spring</h1>" + editor).authors?.value == ["Brandt"])
    }

    @Test(arguments: [("By LPN, in Trade, Harbour", "LPN"), ("By Staff", "Staff")])
    func `initials and desks after the word for by are the author where nobody else is`(line: String, name: String)
        throws
    {
        #expect(try article(end: "<div>\(line)</div>").authors?.value == [name])
    }

    @Test func `what a menu sorts by is no author`() throws {
        let menu = "<div>By Price</div><div>For Her</div><div>For Him</div><div>For All</div>"
        #expect(try article(body: menu + "<h1>Quay closes until spring</h1>").authors == nil)
    }

    @Test func `a day of change is no name`() throws {
        let body = "<h1>Quay closes until spring</h1><p class=byline>Last Updated January, 29</p>"
        #expect(try article(body: body).authors == nil)
    }

    @Test func `who signed the text is its author where the page names no person`() throws {
        let head = "<meta name=author content='Nachrichten'>"
        #expect(
            try article(head: head, end: "<p>Lindqvist / Ada Quill</p>").authors?.value == ["Lindqvist / Ada Quill"])
        #expect(try article(head: head, end: "<p>The board meets again.</p>").authors?.value == ["Nachrichten"])
        let person = "<meta name=author content='Bo Venn'>"
        #expect(try article(head: person, end: "<p>Lindqvist / Ada Quill</p>").authors?.value == ["Bo Venn"])
    }

    @Test func `a person whom the feed names is taken where the page names none`() throws {
        let head = "<meta name=author content='Nachrichten'>"
        let hints = FeedHints(authors: ["Ada Quill"])
        #expect(try article(head: head, hints: hints).authors?.value == ["Ada Quill"])
        #expect(try article(head: head, hints: FeedHints(authors: ["admin"])).authors?.value == ["Nachrichten"])
    }
}
