/// A kind of value that a setting may have: how it is read, and how it is described to somebody who wrote another.
struct ValueKind<Value>: Sendable {
    /// What to write instead, after “write”: `a duration such as 30s, 15m, 2h or 1d`.
    let remedy: String
    /// The value that a scalar spells; `nil` if it is none. Where more can be said than "this is not one", it throws.
    let read: @Sendable (_ text: String, _ isPlain: Bool) throws(ValueFault) -> Value?

    init(
        _ remedy: String, read: @escaping @Sendable (_ text: String, _ isPlain: Bool) throws(ValueFault) -> Value?
    ) {
        self.remedy = remedy
        self.read = read
    }
}

/// A value that is of the right kind and still will not do.
struct ValueFault: Error {
    let problem: String
    let remedy: String
}

extension ValueKind<String> {
    static let text = ValueKind("text") { text, _ in text.isEmpty ? nil : text }

    /// Text that goes into a header line: no control characters, which could end it and begin another.
    static let headerValue = ValueKind("one line of text") { text, _ in
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? text : nil
    }
}

extension ValueKind<Bool> {
    static let yesOrNo = ValueKind("true or false") { text, isPlain in
        guard isPlain else { return nil }
        return switch text.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }
}

extension ValueKind<Int> {
    static func count(_ bounds: ClosedRange<Int>) -> ValueKind {
        ValueKind("a whole number from \(bounds.lowerBound) to \(bounds.upperBound)") { text, isPlain in
            guard isPlain, let number = Int(text), bounds.contains(number) else { return nil }
            return number
        }
    }

    /// Bytes: a number with a unit, `512KiB`, `16MiB`, `1.5 GB`.
    static func byteSize(_ bounds: ClosedRange<Int>) -> ValueKind {
        ValueKind("a size such as 512KiB or 16MiB") { text, _ throws(ValueFault) in
            guard let bytes = ByteSizeText.bytes(text) else { return nil }
            guard bounds.contains(bytes) else {
                throw ValueFault(
                    problem: "outside what is possible",
                    remedy: "stay between \(ByteSizeText.text(bounds.lowerBound)) and "
                        + ByteSizeText.text(bounds.upperBound))
            }
            return bytes
        }
    }
}

extension ValueKind<Duration> {
    static func duration(_ bounds: ClosedRange<Duration>) -> ValueKind {
        ValueKind("a duration such as 30s, 15m, 2h, 1d or 1h30m") { text, _ throws(ValueFault) in
            guard let duration = DurationText.duration(text) else { return nil }
            guard bounds.contains(duration) else {
                throw ValueFault(
                    problem: "outside what is possible",
                    remedy: "stay between \(DurationText.text(bounds.lowerBound)) and "
                        + DurationText.text(bounds.upperBound))
            }
            return duration
        }
    }
}

extension ValueKind where Value: RawRepresentable<String> & CaseIterable & SendableMetatype {
    static var choice: ValueKind {
        ValueKind("one of " + Value.allCases.map(\.rawValue).joined(separator: ", ")) { text, _ in
            Value(rawValue: text)
        }
    }
}
