/// Which encodings a document may be in, from the strongest sign to the weakest.
///
/// A byte order mark decides (RFC 7303 §3.2); then the pattern of a leading `<` in UTF-16, UTF-32 or EBCDIC (XML 1.0,
/// appendix F); then the `charset` of the Content-Type; then what the document declares; then UTF-8.
struct EncodingSniffer {
    /// The bytes of the mark at the start, not part of the text.
    var markLength = 0
    /// Set where the bytes themselves show the encoding, whatever anyone declares.
    var certain: CharacterEncoding?
    /// What the header and the document say, in the order in which they are believed.
    var declared: [CharacterEncoding] = []
    /// `text/xml` without a charset means US-ASCII by RFC 3023 §3.1 (RFC 7303 took that back).
    var defaultsToASCII = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, contentType: String?) {
        if let (length, encoding) = Self.mark(bytes) {
            markLength = length
            certain = encoding
            return
        }
        if let wide = Self.wideForm(bytes) {
            certain = wide
            return
        }
        let mediaType = MediaType(contentType ?? "")
        if let label = mediaType.charset, let encoding = CharacterEncoding(label: label.utf8) {
            declared.append(encoding)
        }
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
        if let encoding = Self.ebcdicDeclaration(head) {
            certain = encoding
            return
        }
        if let label = Self.declaredLabel(head), let encoding = CharacterEncoding(label: label) {
            declared.append(encoding)
        }
        defaultsToASCII = mediaType.isTextXML && mediaType.charset == nil
        // A label read in ASCII cannot be of an encoding in which ASCII reads otherwise.
        declared.removeAll { !$0.isASCIICompatible }
    }

    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, CharacterEncoding)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (3, .utf8) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (4, .utf32LittleEndian) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (4, .utf32BigEndian) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (2, .utf16LittleEndian) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (2, .utf16BigEndian) }
        return nil
    }

    /// A first character of ASCII in two or four bytes.
    private static func wideForm(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        guard bytes.count >= 4 else { return nil }
        switch (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) {
        case (true, true, true, false): return .utf32BigEndian
        case (false, true, true, true): return .utf32LittleEndian
        case (true, false, true, false): return .utf16BigEndian
        case (false, true, false, true): return .utf16LittleEndian
        default: return nil
        }
    }

    /// The encoding declared in a document that begins with `<?xm` in EBCDIC; code page 37 if none is.
    ///
    /// Letters, digits and the signs of a declaration are alike in all EBCDIC pages, so any of them reads it.
    private static func ebcdicDeclaration(_ head: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        guard head.starts(with: [0x4C, 0x6F, 0xA7, 0x94]), let converter = IconvConverter("IBM037") else { return nil }
        let text = converter.convert(UnsafeBufferPointer(rebasing: head.prefix(256)), unitWidth: 1).text
        let label = text.withUnsafeBufferPointer { declaredLabel($0) }
        return label.flatMap { CharacterEncoding(label: $0) } ?? CharacterEncoding(label: "ibm037".utf8)
    }

    /// The label in `<?xml … encoding="…"?>`, or in an HTML page's `<meta … charset=…>`.
    private static func declaredLabel(_ head: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        if let declaration = head.firstRange(of: "<?xml", from: 0),
            let end = head.firstRange(of: ">", from: declaration.upperBound),
            let name = head.firstRange(of: "encoding", from: declaration.upperBound), name.upperBound < end.lowerBound
        {
            return head.value(afterEqualsAt: name.upperBound)
        }
        var position = 0
        while let meta = head.firstRange(of: "<meta", from: position) {
            let end = head.firstRange(of: ">", from: meta.upperBound)?.lowerBound ?? head.count
            if let name = head.firstRange(of: "charset", from: meta.upperBound), name.upperBound < end {
                return head.value(afterEqualsAt: name.upperBound)
            }
            position = meta.upperBound
        }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the ASCII text `needle`, in lower case, next stands in any case.
    package func firstRange(of needle: StaticString, from start: Int) -> Range<Int>? {
        let length = needle.utf8CodeUnitCount
        guard length > 0, start >= 0, count - start >= length else { return nil }
        return needle.withUTF8Buffer { wanted in
            for index in start...(count - length) where self[index].asciiLowercased == wanted[0] {
                var matched = 1
                while matched < length, self[index + matched].asciiLowercased == wanted[matched] { matched += 1 }
                if matched == length { return index..<index + length }
            }
            return nil
        }
    }

    /// The quoted or bare value after white space and an equals sign at `start`.
    fileprivate func value(afterEqualsAt start: Int) -> [UInt8]? {
        var index = start
        while index < count, self[index].isHTMLSpace { index += 1 }
        guard index < count, self[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        while index < count, self[index].isHTMLSpace || self[index] == 0x22 || self[index] == 0x27 { index += 1 }
        let end = self[index...].firstIndex {
            $0.isHTMLSpace || [0x22, 0x27, 0x3B, 0x3E, 0x3F].contains($0)
        }
        return Array(self[index..<(end ?? count)])
    }
}
