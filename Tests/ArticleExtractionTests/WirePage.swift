/// A page as local stations print a wire story, in words of our own.
enum WirePage {
    static let title = "Harbour talks resume as both coasts ask for patience"

    static let paragraphs = [
        "Lisbon (CNN) — Delegates from the two coasts returned to the harbour table on Monday, and for the first time in "
            + "eleven weeks they brought their own maps, their own figures and a promise not to walk out before supper.",
        "The talks concern a strip of water that is narrow enough to shout across, and which, according to three people "
            + "who sat in the room, nobody wished to mention before the second hour.",
        "“We have been given a very large pot of coffee and a very small table,” said the envoy Teresa Almada, who leads "
            + "the southern side. “One of the two will run out first.”",
        "Fishermen on the quay said that they had heard such promises before, but that the herring had not, and that the "
            + "herring would decide.",
        "A vote on the draft is expected on Friday, officials said, unless it rains, in which case the boats go out.",
    ]

    static let furniture = [
        "Skip to Content", "Article Topic Follows: World", "Jump to comments ↓", "Author Profile Photo",
        "BE PART OF THE CONVERSATION", "Station Nine is committed to providing a forum for civil conversation.",
        "If you would like to share a story idea, please submit it here.", "Bakery opens its third oven this weekend",
    ]

    static var html: String {
        let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html><html lang="en-US"><head><title>\(title) - Station Nine</title></head><body>
            <a href="#content">Skip to Content</a>
            <nav><ul><li><a href="/news">News</a></li><li><a href="/weather">Weather</a></li></ul></nav>
            <h1>\(title)</h1>
            <p>By Ines Duarte, CNN</p>
            \(body)
            <p>CNN’s Rui Prata and Ana Vaz contributed to this report.</p>
            <p>The-CNN-Wire<br>™ &amp; © 2024 Cable News Network, Inc., a Warner Bros. Discovery Company. \
            All rights reserved.</p>
            <p>Article Topic Follows: World</p>
            <p>Jump to comments ↓</p>
            <p>Author Profile Photo</p>
            <p>CNN Newsource</p>
            <h3>BE PART OF THE CONVERSATION</h3>
            <p>Station Nine is committed to providing a forum for civil conversation.</p>
            <p>Please keep your comments respectful and relevant. You can review our Community Guidelines by clicking \
            here</p>
            <p>If you would like to share a story idea, please submit it here.</p>
            <div><a href="/1">Bakery opens its third oven this weekend</a></div>
            <p><a href="#content">Skip to content</a></p>
            </body></html>
            """
    }

    /// The same story as nothing but paragraphs, without any title, as a text that was saved as a page.
    static var bareHTML: String {
        let before = ["Skip to Content", title, "By Ines Duarte, CNN"]
        let after = [
            "CNN’s Rui Prata and Ana Vaz contributed to this report.", "The-CNN-Wire",
            "™ & © 2024 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved.",
            "Article Topic Follows: World", "Jump to comments ↓", "Author Profile Photo", "CNN Newsource",
            "BE PART OF THE CONVERSATION", "Station Nine is committed to providing a forum for civil conversation.",
            "If you would like to share a story idea, please submit it here.", "Skip to content",
        ]
        return "<html><body>" + (before + paragraphs + after).map { "<p>\($0)</p>\n" }.joined() + "</body></html>"
    }
}
