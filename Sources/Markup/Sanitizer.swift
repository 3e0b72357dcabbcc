/// Reduces HTML from anywhere to a small, well-nested vocabulary that is safe to store and to show.
///
/// The output is written from scratch out of decoded text and allowed names, never copied from the input: text and
/// values are always escaped, no element of raw text, foreign content, style or script is ever written, so there is
/// nothing for a browser to read in another way than it was meant. Sanitising its output again changes nothing.
/// Time is linear in the input; depth is at most `SanitizerPolicy.deepest`.
package enum Sanitizer {
    /// `html` sanitised, its relative URLs resolved against `base`.
    package static func sanitize(_ html: String, base: String?) -> String {
        String(decoding: sanitize(Array(html.utf8), base: base.map { URLReference($0) }), as: UTF8.self)
    }

    package static func sanitize(_ html: [UInt8], base: URLReference?) -> [UInt8] {
        var growth = Int.max
        return sanitize(html, base: base, addressGrowth: &growth)
    }

    /// - Parameter addressGrowth: by how many bytes resolving may lengthen addresses; what was used of it is taken off.
    ///   An address for which it does not suffice is left out.
    package static func sanitize(_ html: [UInt8], base: URLReference?, addressGrowth: inout Int) -> [UInt8] {
        var pass = SanitizerPass(html, base: base, addressGrowth: addressGrowth)
        defer { addressGrowth = pass.addressGrowth }
        return pass.run()
    }
}

private struct SanitizerPass {
    private struct Open {
        var tag: HTMLTag
        /// An anchor without an address is tracked, so that its end tag finds it, but not written.
        var isWritten: Bool
    }

    private var tokenizer: HTMLTokenizer
    private let base: URLReference?
    private var output = SafeHTMLWriter()
    private var open: [Open] = []
    /// How many elements are open beyond the deepest one written.
    private var tooDeep = 0
    private(set) var addressGrowth: Int
    /// The end tag of a script that never began was read, and nothing since. A start tag now makes them a pair the wrong
    /// way round: no script, and what follows is text, in which it can do no harm.
    private var isAfterScript = false

    init(_ html: [UInt8], base: URLReference?, addressGrowth: Int) {
        tokenizer = HTMLTokenizer(html, readsFrames: true)
        self.base = base
        self.addressGrowth = addressGrowth
        output.reserve(html.count)
    }

    mutating func run() -> [UInt8] {
        while let token = tokenizer.next() {
            switch token {
            case .text(let range):
                output.text(tokenizer.bytes, range)
                if isAfterScript { isAfterScript = tokenizer.bytes[range].allSatisfy(\.isHTMLSpace) }
            case .rawText(let range): output.literal(tokenizer.bytes, range)
            case .startTag(.script, _) where isAfterScript:
                isAfterScript = false
                tokenizer.readContentAsMarkup()
            case .startTag(let tag, let selfClosing):
                isAfterScript = false
                start(tag == .image ? .img : tag, selfClosing: selfClosing)
            case .endTag(let tag):
                isAfterScript = tag == .script
                end(tag)
            case .comment, .doctype: break
            }
        }
        close(downTo: 0)
        return output.bytes
    }

    private mutating func start(_ tag: HTMLTag, selfClosing: Bool) {
        if SanitizerPolicy.dropped.contains(tag) {
            if !(selfClosing && (tag == .svg || tag == .math)) { skip(tag) }
            return
        }
        let written = SanitizerPolicy.divided.contains(tag) ? .div : tag
        guard SanitizerPolicy.kept.contains(written) else { return }
        if HTMLTagSet.void.contains(written) {
            if written == .hr { closeParagraph() }
            void(written)
            return
        }
        if tooDeep > 0 || open.count >= SanitizerPolicy.deepest {
            tooDeep += 1
            return
        }
        guard makeRoom(for: written) else { return }
        if written == .a {
            let href = url(.href, for: .link)
            if let href { output.start(.a, [(.href, href)] + plainAttributes(of: .a)) }
            open.append(Open(tag: .a, isWritten: href != nil))
        } else {
            push(written, attributes(of: written))
        }
    }

    private mutating func push(_ tag: HTMLTag, _ attributes: [(HTMLAttribute, [UInt8])] = []) {
        output.start(tag, attributes)
        open.append(Open(tag: tag, isWritten: true))
    }

    private mutating func void(_ tag: HTMLTag) {
        switch tag {
        case .img:
            guard let source = imageSource(), !isTrackingPixel else { return }
            output.start(.img, [(.src, source)] + plainAttributes(of: .img))
        case .source:
            guard open.last?.tag == .audio || open.last?.tag == .video, let source = url(.src, for: .media) else {
                return
            }
            output.start(.source, [(.src, source)] + plainAttributes(of: .source))
        default: output.start(tag, [])
        }
    }

    // MARK: Nesting

    /// Closes what can't contain `tag`, and opens what must; whether `tag` may be written here.
    private mutating func makeRoom(for tag: HTMLTag) -> Bool {
        if HTMLTagSet.closingParagraph.contains(tag) { closeParagraph() }
        switch tag {
        case .li: closeNearest([.li], unlessInside: [.ul, .ol])
        case .dt, .dd: closeNearest([.dt, .dd], unlessInside: [.dl])
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let last = open.lastIndex(where: \.isWritten), HTMLTagSet.headings.contains(open[last].tag) {
                close(downTo: last)
            }
        case .a: closeNearest([.a], unlessInside: [])
        case .figcaption: closeNearest([.figcaption], unlessInside: [.figure])
        case .rb, .rt, .rp: closeNearest([.rb, .rt, .rp], unlessInside: [.ruby])
        case .caption, .thead, .tbody, .tfoot:
            guard closeInTable(downTo: [.table]) else { return false }
        case .tr:
            guard closeInTable(downTo: [.table, .thead, .tbody, .tfoot]) else { return false }
        case .td, .th:
            guard closeInTable(downTo: [.table, .thead, .tbody, .tfoot, .tr]) else { return false }
            if open.last?.tag != .tr {
                guard open.count + 1 < SanitizerPolicy.deepest else { return false }
                push(.tr)
            }
        default: break
        }
        return true
    }

    /// Closes the innermost of `tags` unless one of `fences`, or the bounds of a table cell, stands before it.
    private mutating func closeNearest(_ tags: HTMLTagSet, unlessInside fences: HTMLTagSet) {
        for index in open.indices.reversed() {
            let tag = open[index].tag
            if tags.contains(tag) { return close(downTo: index) }
            if fences.contains(tag) || HTMLTagSet.scopeBarriers.contains(tag) { return }
        }
    }

    private mutating func closeParagraph() { closeNearest([.p], unlessInside: []) }

    /// Leaves only the innermost of `containers` open, within the innermost table; whether there is one.
    private mutating func closeInTable(downTo containers: HTMLTagSet) -> Bool {
        for index in open.indices.reversed() where containers.contains(open[index].tag) {
            close(downTo: index + 1)
            return true
        }
        return false
    }

    private mutating func end(_ tag: HTMLTag) {
        let written = SanitizerPolicy.divided.contains(tag) ? .div : tag
        guard SanitizerPolicy.kept.contains(written) else { return }
        if written == .br { return output.start(.br, []) }
        if HTMLTagSet.void.contains(written) { return }
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        let isTablePart = Self.tableParts.contains(written)
        for index in open.indices.reversed() {
            let candidate = open[index].tag
            if candidate == written
                || (HTMLTagSet.headings.contains(written) && HTMLTagSet.headings.contains(candidate))
            {
                return close(downTo: index)
            }
            if candidate == .table || (!isTablePart && HTMLTagSet.scopeBarriers.contains(candidate)) { return }
        }
    }

    private static let tableParts: HTMLTagSet = [.table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption]

    private mutating func close(downTo count: Int) {
        while open.count > count {
            let last = open.removeLast()
            if last.isWritten { output.end(last.tag) }
        }
    }

    /// Reads past the end of a dropped element.
    private mutating func skip(_ tag: HTMLTag) {
        let isForeign = tag == .svg || tag == .math
        var depth = 1
        // A drawing's title stands for it, as an alternative text does for a picture.
        var isInTitle = false
        while true {
            guard let token = tokenizer.next() else { return }
            if case .text(let range) = token {
                if isInTitle { output.text(tokenizer.bytes, range) }
                continue
            }
            isInTitle = tag == .svg && token == .startTag(.title, selfClosing: false)
            switch token {
            case .endTag(tag):
                depth -= 1
                if depth == 0 { return }
            case .startTag(tag, let selfClosing):
                if !(selfClosing && isForeign) { depth += 1 }
            case .startTag(let other, let selfClosing)
            where isForeign && SanitizerPolicy.endingForeign.contains(other):
                return start(other, selfClosing: selfClosing)
            default: break
            }
        }
    }

    // MARK: Attributes

    private mutating func attributes(of tag: HTMLTag) -> [(HTMLAttribute, [UInt8])] {
        guard !tokenizer.attributes.isEmpty else { return [] }
        var result: [(HTMLAttribute, [UInt8])] = []
        for attribute in tokenizer.attributes where SanitizerPolicy.allows(attribute.name, on: tag) {
            if let policy = SanitizerPolicy.isURL(attribute.name) {
                if let value = url(attribute.name, for: policy) { result.append((attribute.name, value)) }
            } else {
                result.append((attribute.name, tokenizer.decoded(attribute.value)))
            }
        }
        return result
    }

    /// The allowed attributes that are no addresses.
    private func plainAttributes(of tag: HTMLTag) -> [(HTMLAttribute, [UInt8])] {
        var result: [(HTMLAttribute, [UInt8])] = []
        for attribute in tokenizer.attributes
        where SanitizerPolicy.allows(attribute.name, on: tag) && SanitizerPolicy.isURL(attribute.name) == nil {
            result.append((attribute.name, tokenizer.decoded(attribute.value)))
        }
        return result
    }

    private mutating func url(_ attribute: HTMLAttribute, for policy: SchemePolicy) -> [UInt8]? {
        guard let value = tokenizer.value(attribute) else { return nil }
        if PlainAddress.holds(value) { return value }
        if attribute != .href, URLReference(bytes: SafeHTMLWriter.withoutControls(value)) == URLReference(bytes: []) {
            return nil
        }
        return resolved(value, for: policy)
    }

    private mutating func resolved(_ written: [UInt8], for policy: SchemePolicy) -> [UInt8]? {
        let address = URLReference(bytes: SafeHTMLWriter.withoutControls(written)).resolved(against: base)
        guard policy.allows(address) else { return nil }
        let bytes = address.bytes
        let growth = max(0, bytes.count - written.count)
        guard growth <= addressGrowth else { return nil }
        addressGrowth -= growth
        return bytes
    }

    /// The address of a picture, from the attributes of lazy loading where `src` has none.
    private mutating func imageSource() -> [UInt8]? {
        if let source = url(.src, for: .media), !PictureAddress.isPlaceholder(source) { return source }
        for name in SanitizerPolicy.lazySources {
            if let source = url(name, for: .media) { return source }
        }
        for name in [HTMLAttribute.srcset, .dataSourceSet] {
            guard let list = tokenizer.value(name), let best = PictureAddress.largest(ofSourceSet: list) else {
                continue
            }
            if let source = resolved(best, for: .media) { return source }
        }
        return url(.src, for: .media)
    }

    /// A picture one pixel wide or high shows nothing: it counts readers.
    private var isTrackingPixel: Bool {
        for name in [HTMLAttribute.width, .height] {
            if let value = tokenizer.value(name), let size = PictureAddress.pixels(value), size <= 1 { return true }
        }
        return false
    }
}
