import Model

/// Reads a query from left to right, one function a rule of the grammar that `Query` shows.
struct QueryParser {
    private let bytes: [UInt8]
    private let context: QueryContext
    /// The saved searches that led here, the outermost first.
    private let openSearches: [String]
    private var position = 0
    private var depth: Int
    private var termCount = 0

    static func expression(
        of text: String, in context: QueryContext, depth: Int, openSearches: [String]
    ) throws(QueryError) -> Expression {
        var parser = QueryParser(text: text, context: context, depth: depth, openSearches: openSearches)
        guard parser.bytes.count <= QueryLimit.length else {
            throw QueryError(.tooLong(limit: QueryLimit.length), at: QueryLimit.length..<parser.bytes.count)
        }
        parser.skipSpace()
        guard !parser.isAtEnd else { return .everything }
        let result = try parser.alternatives()
        guard parser.isAtEnd else { throw parser.error(.unexpectedParenthesis, from: parser.position, length: 1) }
        return result
    }

    private init(text: String, context: QueryContext, depth: Int, openSearches: [String]) {
        bytes = Array(text.utf8)
        self.context = context
        self.depth = depth
        self.openSearches = openSearches
    }

    // MARK: Rules

    private mutating func alternatives() throws(QueryError) -> Expression {
        var parts = [try conjunction()]
        while let start = take(word: "or") {
            guard isAtOperand else { throw error(.missingOperand(operator: "or"), from: start, length: 2) }
            parts.append(try conjunction())
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(QueryError) -> Expression {
        var runs: [Expression] = []
        var run = ImplicitRun()
        repeat {
            let item = try operand()
            run.add(item.expression, prefix: item.prefix)
            if let start = take(word: "and") {
                guard isAtOperand else { throw error(.missingOperand(operator: "and"), from: start, length: 3) }
                runs += run.parts
                run = ImplicitRun()
            }
        } while isAtOperand
        runs += run.parts
        return runs.count == 1 ? runs[0] : .all(runs)
    }

    private mutating func operand() throws(QueryError) -> (expression: Expression, prefix: QueryPrefix?) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= QueryLimit.depth else {
            throw error(.tooDeep(limit: QueryLimit.depth), from: position, length: 1)
        }
        let start = position
        if let word = ["and", "or"].first(where: { take(word: $0) != nil }) {
            throw error(.missingOperand(operator: word), from: start, length: word.utf8.count)
        }
        if take(word: "not") != nil || takeMinus() {
            let length = position - start
            guard isAtOperand else { throw error(.missingOperand(operator: "not"), from: start, length: length) }
            return (.not(try operand().expression), nil)
        }
        if peek == 0x28 { return (try parenthesised(), nil) }
        return try term()
    }

    private mutating func parenthesised() throws(QueryError) -> Expression {
        let start = position
        position += 1
        skipSpace()
        if peek == 0x29 { throw error(.emptyParentheses, from: start, length: position + 1 - start) }
        guard !isAtEnd else { throw error(.unclosedParenthesis, from: start, length: 1) }
        let inner = try alternatives()
        guard peek == 0x29 else { throw error(.unclosedParenthesis, from: start, length: 1) }
        position += 1
        skipSpace()
        return inner
    }

    private mutating func term() throws(QueryError) -> (expression: Expression, prefix: QueryPrefix?) {
        termCount += 1
        guard termCount <= QueryLimit.terms else {
            throw error(.tooManyTerms(limit: QueryLimit.terms), from: position, length: 1)
        }
        let start = position
        let prefix = try takePrefix()
        let valueStart = position
        let value = try takeValue()
        defer { skipSpace() }
        guard let prefix else {
            return (.text(try textTerm(value, from: start), in: .anywhere), nil)
        }
        guard !value.text.isEmpty else {
            throw error(.missingValue(prefix: prefix.rawValue), from: start, length: position - start)
        }
        return (try expression(prefix, value, from: valueStart), prefix)
    }

    // MARK: Meanings

    private func expression(
        _ prefix: QueryPrefix, _ value: Value, from start: Int
    ) throws(QueryError) -> Expression {
        let text = value.text
        func fail(_ reason: QueryError.Reason) -> QueryError { error(reason, from: start, length: position - start) }
        switch prefix {
        case .is:
            guard let state = ReadingState(rawValue: text.lowercased()) else {
                let allowed = ReadingState.allCases.map(\.rawValue)
                throw fail(.unknownValue(text, prefix: prefix.rawValue, allowed: allowed))
            }
            return .state(state)
        case .has:
            guard text.lowercased() == "note" else {
                throw fail(.unknownValue(text, prefix: prefix.rawValue, allowed: ["note"]))
            }
            return .hasNote
        case .tag: return .tag(Pattern(text, isPrefix: value.isPrefix))
        case .feed: return .feed(text)
        case .site: return .site(text.lowercased())
        case .agency: return .agency(Agency(rawValue: text.lowercased()))
        case .author: return .text(try textTerm(value, from: start), in: .author)
        case .title: return .text(try textTerm(value, from: start), in: .title)
        case .body: return .text(try textTerm(value, from: start), in: .body)
        case .lang: return .language(text.lowercased())
        case .dateline: return .dateline(text)
        case .firstRunBy: return .firstRun(by: text)
        case .date:
            do throws(DateTerm.Failure) {
                return .date(try DateTerm(now: context.now, zoneOffset: context.zoneOffset).range(of: text))
            } catch {
                switch error {
                case .notADate(let part): throw fail(.notADate(part))
                case .emptyRange: throw fail(.emptyRange)
                }
            }
        case .story, .id:
            guard let digits = HexPrefix(text) else { throw fail(.notAnID(text)) }
            return prefix == .story ? .story(digits) : .id(digits)
        case .copies:
            guard let (comparison, count) = Self.count(text) else { throw fail(.notACount(text)) }
            return .copies(comparison, count)
        case .query: return try savedSearch(text, from: start)
        case .since:
            guard let number = Int64(text), number >= 0 else { throw fail(.notACursor(text)) }
            return .since(number)
        }
    }

    private func savedSearch(_ name: String, from start: Int) throws(QueryError) -> Expression {
        let range = start..<position
        guard !openSearches.contains(name) else { throw QueryError(.savedSearchNamesItself(name), at: range) }
        guard let text = context.savedSearch(name) else { throw QueryError(.unknownSavedSearch(name), at: range) }
        do throws(QueryError) {
            return try Self.expression(of: text, in: context, depth: depth, openSearches: openSearches + [name])
        } catch {
            // The place inside the saved search means nothing to whoever wrote this query.
            throw QueryError(error.reason, at: range)
        }
    }

    private func textTerm(_ value: Value, from start: Int) throws(QueryError) -> TextTerm {
        let isWordByte: (UInt8) -> Bool = {
            $0 >= 0x80 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
        }
        guard value.text.utf8.contains(where: isWordByte) else {
            throw error(.nothingToFind(value.text), from: start, length: max(1, position - start))
        }
        return TextTerm(value.text, isPrefix: value.isPrefix)
    }

    /// `3`, `=3`, `>3`, `>=3`, `<3`, `<=3`.
    private static func count(_ text: String) -> (Comparison, Int)? {
        for sign in [Comparison.atLeast, .atMost, .more, .less, .equal] where text.hasPrefix(sign.rawValue) {
            guard let number = Int(text.dropFirst(sign.rawValue.count)), (0...1_000_000).contains(number) else {
                return nil
            }
            return (sign, number)
        }
        guard let number = Int(text), (0...1_000_000).contains(number) else { return nil }
        return (.equal, number)
    }

    // MARK: Characters

    /// What stands after a prefix, or alone.
    private struct Value {
        var text: String
        var isPrefix: Bool
    }

    private var isAtEnd: Bool { position >= bytes.count }
    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether another operand can begin here: neither the end, nor a closing parenthesis, nor `or`.
    private var isAtOperand: Bool { !isAtEnd && peek != 0x29 && !isAt(word: "or") }

    private mutating func skipSpace() {
        while let byte = peek, byte <= 0x20 { position += 1 }
    }

    private func isAt(word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let same = word.withUTF8Buffer { wanted in
            zip(wanted, bytes[position..<end]).allSatisfy { $0 == $1 | 0x20 }
        }
        return same && (end == bytes.count || bytes[end] <= 0x20 || bytes[end] == 0x28 || bytes[end] == 0x29)
    }

    /// Steps over an operator's name; where it stood, or `nil` if it does not stand here.
    private mutating func take(word: String) -> Int? {
        let start = position
        let found =
            switch word {
            case "and": isAt(word: "and")
            case "or": isAt(word: "or")
            default: isAt(word: "not")
            }
        guard found else { return nil }
        position += word.utf8.count
        skipSpace()
        return start
    }

    /// `-tag:later`, but not the dash of a lone `-`.
    private mutating func takeMinus() -> Bool {
        guard peek == 0x2D, position + 1 < bytes.count, bytes[position + 1] > 0x20 else { return false }
        position += 1
        return true
    }

    /// The name before a colon. Times and addresses (`12:30`, `https://…`) are words.
    private mutating func takePrefix() throws(QueryError) -> QueryPrefix? {
        let name = bytes[position...].prefix { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D }
        guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == 0x3A else { return nil }
        guard !bytes[(name.endIndex + 1)...].starts(with: [0x2F, 0x2F]) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        guard let prefix = QueryPrefix(rawValue: text.lowercased()) else {
            let similar = Self.similarPrefix(to: text.lowercased())
            throw error(.unknownPrefix(text, similar: similar), from: position, length: name.count + 1)
        }
        position = name.endIndex + 1
        return prefix
    }

    private mutating func takeValue() throws(QueryError) -> Value {
        var text: [UInt8]
        if peek == 0x22 {
            let start = position
            let content = bytes[(position + 1)...].prefix { $0 != 0x22 }
            guard content.endIndex < bytes.count else { throw error(.unclosedQuote, from: start, length: 1) }
            position = content.endIndex + 1
            text = Array(content)
            guard peek == 0x2A else { return Value(text: String(decoding: text, as: UTF8.self), isPrefix: false) }
            position += 1
            return Value(text: String(decoding: text, as: UTF8.self), isPrefix: true)
        }
        let word = bytes[position...].prefix { $0 > 0x20 && $0 != 0x28 && $0 != 0x29 && $0 != 0x22 }
        position = word.endIndex
        text = Array(word)
        let isPrefix = text.count > 1 && text.last == 0x2A
        if isPrefix { text.removeLast() }
        return Value(text: String(decoding: text, as: UTF8.self), isPrefix: isPrefix)
    }

    private func error(_ reason: QueryError.Reason, from start: Int, length: Int) -> QueryError {
        QueryError(reason, at: start..<start + length)
    }

    /// The prefix somebody may have meant: one begins with the other, or they share all but one letter.
    private static func similarPrefix(to name: String) -> String? {
        QueryPrefix.allCases.map(\.rawValue).first { candidate in
            if candidate.hasPrefix(name) || name.hasPrefix(candidate) { return true }
            let common = Set(candidate.utf8).intersection(name.utf8).count
            return common + 1 >= max(candidate.utf8.count, name.utf8.count)
        }
    }
}

/// Terms side by side without an `and`: the same prefix twice is a choice.
private struct ImplicitRun {
    private var groups: [(prefix: QueryPrefix?, choices: [Expression])] = []

    mutating func add(_ expression: Expression, prefix: QueryPrefix?) {
        if let prefix, let index = groups.firstIndex(where: { $0.prefix == prefix }) {
            groups[index].choices.append(expression)
        } else {
            groups.append((prefix, [expression]))
        }
    }

    var parts: [Expression] {
        groups.map { $0.choices.count == 1 ? $0.choices[0] : .any($0.choices) }
    }
}
