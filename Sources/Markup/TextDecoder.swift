/// A document's text, and what it took to read it.
package struct DecodedText: Sendable {
    /// Well-formed UTF-8 without a byte order mark and without control characters that no document may hold.
    package let utf8: [UInt8]
    package let encoding: CharacterEncoding
    /// How many bytes or characters had to be replaced or dropped.
    package let repairs: Int
    /// Where in `utf8` the first of them stands, where that is known.
    package let firstRepair: Int?
}

/// From the bytes of a document to its text.
///
/// No input fails: an encoding that does not fit gives way to the next likely one, and a byte that fits nowhere is
/// repaired by itself.
package enum TextDecoder {
    /// - Parameter contentType: the HTTP header's value, if there was one.
    package static func decode(_ bytes: [UInt8], contentType: String? = nil) -> DecodedText {
        bytes.withUnsafeBufferPointer { buffer in
            let sniffed = EncodingSniffer(buffer, contentType: contentType)
            let body = UnsafeBufferPointer(rebasing: buffer.dropFirst(sniffed.markLength))
            if let certain = sniffed.certain, certain != .utf8 { return convert(body, from: certain) }
            let survey = UTF8Survey(of: body)
            let encoding = sniffed.certain ?? choose(sniffed, body, survey)
            guard encoding.form == .utf8 || (isPlainASCII(survey) && !encoding.isStateful) else {
                return convert(body, from: encoding)
            }
            if survey.isClean {
                // The common case costs no copy.
                let text = sniffed.markLength == 0 ? bytes : Array(body)
                return DecodedText(utf8: text, encoding: encoding, repairs: 0, firstRepair: nil)
            }
            return DecodedText(
                utf8: UTF8Repair.repair(body), encoding: encoding,
                repairs: survey.badBytes + survey.controlCharacters, firstRepair: survey.firstFault)
        }
    }

    private static func isPlainASCII(_ survey: UTF8Survey) -> Bool {
        survey.multibyteCharacters == 0 && survey.badBytes == 0
    }

    /// The encoding that what is declared and what the bytes are agree on best.
    private static func choose(
        _ sniffed: EncodingSniffer, _ body: UnsafeBufferPointer<UInt8>, _ survey: UTF8Survey
    ) -> CharacterEncoding {
        if isPlainASCII(survey) {
            // Every candidate reads it alike, so the choice is only one of name.
            return sniffed.defaultsToASCII ? .ascii : sniffed.declared.first ?? .utf8
        }
        for candidate in sniffed.declared where fits(candidate, body, survey) { return candidate }
        if survey.badBytes > survey.multibyteCharacters {
            return sniffed.declared.first { $0.form != .utf8 } ?? LegacyEncodingGuess.guess(body) ?? .utf8
        }
        return .utf8
    }

    /// Whether `body` can well be in `candidate`, though its label may be wrong.
    private static func fits(
        _ candidate: CharacterEncoding, _ body: UnsafeBufferPointer<UInt8>, _ survey: UTF8Survey
    ) -> Bool {
        switch candidate.form {
        case .utf8:
            // A few bad bytes among good characters are damage; bad bytes alone are another encoding.
            return survey.badBytes <= survey.multibyteCharacters
        case .windows1252:
            // By chance text of another encoding is hardly ever well-formed UTF-8: the label is a leftover.
            return survey.badBytes > survey.multibyteCharacters / 8
        case .table:
            return !isSurelyUTF8(survey, sequences: 3)
        case .iconv(_, let isMultibyte):
            return !isSurelyUTF8(survey, sequences: isMultibyte ? 8 : 3)
        }
    }

    private static func isSurelyUTF8(_ survey: UTF8Survey, sequences: Int) -> Bool {
        survey.multibyteCharacters >= sequences && survey.badBytes <= survey.multibyteCharacters / 8
    }

    private static func convert(
        _ body: UnsafeBufferPointer<UInt8>, from encoding: CharacterEncoding
    ) -> DecodedText {
        let converted: (text: [UInt8], replaced: Int)
        switch encoding.form {
        case .utf8:
            converted = (Array(body), 0)
        case .table(let table):
            converted = (table.decode(body), 0)
        case .windows1252:
            converted = (Windows1252.decode(body), 0)
        case .iconv(let name, _):
            let width = name.hasPrefix("UTF-32") ? 4 : name.hasPrefix("UTF-16") ? 2 : 1
            converted = IconvConverter(name)?.convert(body, unitWidth: width) ?? (Windows1252.decode(body), 0)
        }
        return converted.text.withUnsafeBufferPointer { text in
            let survey = UTF8Survey(of: text)
            return DecodedText(
                utf8: survey.isClean ? converted.text : UTF8Repair.repair(text), encoding: encoding,
                repairs: converted.replaced + survey.controlCharacters, firstRepair: survey.firstFault)
        }
    }
}
