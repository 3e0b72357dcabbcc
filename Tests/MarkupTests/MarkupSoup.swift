/// Numbers that a seed decides (SplitMix64), so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Broken and hostile HTML made of the pieces that break parsers.
enum MarkupSoup {
    private static let pieces = [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "<a>", "</a>", "<table>",
        "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=2>", "<tbody>", "</tbody>", "<caption>", "<ul>",
        "</ul>", "<ol start=3>", "<li>", "</li>", "<dl>", "<dt>", "<dd>", "</dl>", "<h1>", "<h2>", "</h2>", "<pre>",
        "</pre>", "<svg>", "</svg>", "<math>", "<foreignObject>", "<script>", "</script>", "<style>", "</style>",
        "<title>", "</title>", "<select>", "</select>", "<option>", "<textarea>", "</textarea>", "<!--", "-->", "<!",
        "<?", "</", "<", ">", "&", "&lt;", "&amp", "&#27;", "&#x9b;", "&#0;", "\u{1B}[2J", "\u{9B}", "\u{85}", "\r\n",
        " ", "\n", "\t", "text", "ü", "漢", "<img src=x onerror=alert(1)>", "<img src=data:x>",
        "<img srcset='a 1x, b 2x'>",
        "<a href='javascript:alert(1)'>", "<a href=\"java\nscript:alert(1)\">", "<a href=&#106;avascript:alert(1)>",
        "<iframe src=x>", "</iframe>", "<noscript>", "</noscript>", "<template>", "</template>", "<figure>",
        "<figcaption>", "</figure>", "<blockquote cite='//x'>", "</blockquote>", "<br>", "</br>", "<hr>",
        "<video src=v>",
        "<source src=s>", "</video>", "<ruby>", "<rt>", "<rp>", "</ruby>", "<span style='x:expression(1)'>", "</span>",
        "<x-y>", "</x-y>", "<p title='<script>'>", "<p lang=\"\u{0}de\">", "'", "\"", "=", "/>", "<button>", "<form>",
        "</form>", "<details>", "<summary>", "</details>", "<center>", "</center>", "<object>", "</object>",
        "<image src=y>",
        "<a href='http:x'>", "<a href='////x/../y'>", "<a href='//'>", "<a href='?'>", "<a href='#'>",
        "<a href='a b\\c'>",
    ]

    static func make(_ generator: inout SeededGenerator) -> String {
        var result = ""
        for _ in 0..<Int.random(in: 1...60, using: &generator) {
            result += pieces.randomElement(using: &generator) ?? ""
        }
        return result
    }
}
