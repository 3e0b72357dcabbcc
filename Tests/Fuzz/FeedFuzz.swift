import FeedParsing
import Markup
import Model

/// libFuzzer's entry: one input through everything that reads bytes from strangers.
///
/// The first byte chooses what reads the rest. Nothing may crash, hang or grow without bound; what comes out must keep
/// its promises, which are checked here.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let choice = input.first else { return 0 }
    let rest = Array(input.dropFirst())
    switch choice % 8 {
    case 0: checkDecoding(rest)
    case 1: checkDates(rest)
    case 2: _ = try? OPML(reading: rest)
    case 3: _ = FeedDiscovery.candidates(in: rest, url: "https://fuzz.test/a/b")
    case 4: checkSanitiser(rest)
    default: checkFeed(rest)
    }
    return 0
}

private func checkFeed(_ bytes: [UInt8]) {
    guard let feed = try? FeedParser.parse(bytes, contentType: "application/xml", url: "https://fuzz.test/feed") else {
        return
    }
    var json = JSONWriter()
    FeedJSON.write(feed, to: &json)
    var reader = JSONReader(json.bytes)
    _ = reader.read()
    precondition(reader.failure == nil, "the JSON written does not read back")
    for entry in feed.entries {
        precondition(!(entry.link ?? "").hasPrefix("javascript:"), "an address that runs code")
        precondition(entry.title != "" && entry.summary != "" && entry.content != "", "an empty text for none")
    }
}

private func checkDecoding(_ bytes: [UInt8]) {
    let labels = ["utf-8", "gb2312", "shift_jis", "iso-2022-jp", "windows-1252", "utf-16", "koi8-r", "nonsense"]
    let label = labels[Int(bytes.first ?? 0) % labels.count]
    let decoded = TextDecoder.decode(Array(bytes.dropFirst()), contentType: "text/xml; charset=\(label)")
    precondition(String(validating: decoded.utf8, as: UTF8.self) != nil, "decoded text is not UTF-8")
}

private func checkDates(_ bytes: [UInt8]) {
    guard let moment = DateParser.parse(bytes) else { return }
    precondition((999...10_000).contains(moment.civil.year), "an impossible year")
}

private func checkSanitiser(_ bytes: [UInt8]) {
    let text = TextDecoder.decode(bytes).utf8
    let once = Sanitizer.sanitize(text, base: nil)
    precondition(Sanitizer.sanitize(once, base: nil) == once, "sanitising twice changes the text")
    var growth = 2000
    let based = Sanitizer.sanitize(text, base: URLReference("https://fuzz.test/a/b/c/d/e/f"), addressGrowth: &growth)
    precondition(growth >= 0, "addresses grew by more than they may")
    precondition(Sanitizer.sanitize(based, base: nil) == based, "sanitising twice changes resolved addresses")
}
