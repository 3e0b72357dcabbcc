import Model
import Querying
import Testing

/// Sunday, 22 November 2026, 16:30 UTC.
private let now = Timestamp(year: 2026, month: 11, day: 22, hour: 16, minute: 30)

private func parse(_ text: String, saved: [String: String] = [:]) throws -> Expression {
    try Query(text, in: QueryContext(now: now, savedSearch: { saved[$0] })).expression
}

private func word(_ text: String) -> Expression { .text(TextTerm(text), in: .anywhere) }

private func failure(_ text: String, saved: [String: String] = [:]) -> QueryError? {
    do {
        _ = try Query(text, in: QueryContext(now: now, savedSearch: { saved[$0] }))
        return nil
    } catch {
        return error
    }
}

@Suite("The query language")
struct QueryTests {
    @Test("Nothing, or only white space, asks for everything", arguments: ["", "   ", "\t\n"])
    func empty(text: String) throws {
        #expect(try parse(text) == .everything)
    }

    @Test("Words side by side are all wanted")
    func words() throws {
        #expect(try parse("ferry strike") == .all([word("ferry"), word("strike")]))
        #expect(try parse("ferry and strike") == .all([word("ferry"), word("strike")]))
    }

    @Test("or binds weaker than and, and parentheses override both")
    func precedence() throws {
        #expect(try parse("a b or c") == .any([.all([word("a"), word("b")]), word("c")]))
        #expect(try parse("a (b OR c)") == .all([word("a"), .any([word("b"), word("c")])]))
    }

    @Test("not and a leading minus exclude", arguments: ["not tag:later", "-tag:later", "NOT tag:later"])
    func negation(text: String) throws {
        #expect(try parse(text) == .not(.tag(Pattern("later"))))
    }

    @Test("The same prefix twice is a choice, different prefixes are all wanted, and an explicit and wants both")
    func samePrefix() throws {
        let a = Expression.tag(Pattern("a"))
        let b = Expression.tag(Pattern("b"))
        #expect(try parse("tag:a is:unread tag:b") == .all([.any([a, b]), .state(.unread)]))
        #expect(try parse("tag:a and tag:b") == .all([a, b]))
        #expect(try parse("-tag:a -tag:b") == .all([.not(a), .not(b)]))
    }

    @Test("Quotation marks make a phrase of operators, prefixes and parentheses")
    func quoted() throws {
        #expect(try parse(#""and (not) tag:x""#) == word("and (not) tag:x"))
        #expect(try parse(#"title:"harbour wall""#) == .text(TextTerm("harbour wall"), in: .title))
        #expect(try parse(#"feed:"Coast Desk""#) == .feed("Coast Desk"))
    }

    @Test("A trailing star asks for a beginning")
    func prefixes() throws {
        #expect(try parse("harb*") == .text(TextTerm("harb", isPrefix: true), in: .anywhere))
        #expect(try parse(#"body:"harbour wa"*"#) == .text(TextTerm("harbour wa", isPrefix: true), in: .body))
        #expect(try parse("tag:desk/*") == .tag(Pattern("desk/", isPrefix: true)))
    }

    @Test("Times and addresses are words, not prefixes")
    func colons() throws {
        #expect(try parse("12:30") == word("12:30"))
        #expect(try parse("https://example.org/a") == word("https://example.org/a"))
    }

    @Test("Words that begin like operators are words", arguments: ["order", "android", "nothing", "andes"])
    func operatorLike(text: String) throws {
        #expect(try parse(text) == word(text))
    }

    @Test("Every prefix has its meaning")
    func everyPrefix() throws {
        #expect(try parse("is:Starred") == .state(.starred))
        #expect(try parse("has:note") == .hasNote)
        #expect(try parse("site:Example.ORG") == .site("example.org"))
        #expect(try parse("agency:AP") == .agency(.ap))
        #expect(try parse("author:weber") == .text(TextTerm("weber"), in: .author))
        #expect(try parse("lang:EN") == .language("en"))
        #expect(try parse("dateline:Oslo") == .dateline("Oslo"))
        #expect(try parse("first-run-by:herald") == .firstRun(by: "herald"))
        #expect(try parse("copies:>3") == .copies(.more, 3))
        #expect(try parse("copies:<=3") == .copies(.atMost, 3))
        #expect(try parse("copies:3") == .copies(.equal, 3))
        #expect(try parse("id:0aF3") == .id(try #require(HexPrefix("0af3"))))
        #expect(try parse("story:0aF3") == .story(try #require(HexPrefix("0af3"))))
        #expect(try parse("since:17") == .since(17))
    }

    @Test("Saved searches nest")
    func savedSearches() throws {
        let saved = ["coast": "harbour or query:sea", "sea": "tide"]
        #expect(
            try parse("query:coast is:unread", saved: saved)
                == .all([.any([word("harbour"), word("tide")]), .state(.unread)]))
    }

    @Test("A saved search that leads back to itself is refused by name")
    func cyclicSavedSearch() {
        let saved = ["a": "query:b", "b": "x query:a"]
        #expect(failure("query:a", saved: saved)?.reason == .savedSearchNamesItself("a"))
        #expect(failure("query:c", saved: saved)?.reason == .unknownSavedSearch("c"))
    }
}

@Suite("What is not understood")
struct QueryErrorTests {
    @Test(
        "The place and the reason are named",
        arguments: [
            ("tga:x", QueryError.Reason.unknownPrefix("tga", similar: "tag"), 0..<4),
            ("a (b", .unclosedParenthesis, 2..<3),
            ("a )", .unexpectedParenthesis, 2..<3),
            ("a ()", .emptyParentheses, 2..<4),
            ("or b", .missingOperand(operator: "or"), 0..<2),
            ("a or", .missingOperand(operator: "or"), 2..<4),
            ("a and )", .missingOperand(operator: "and"), 2..<5),
            ("not", .missingOperand(operator: "not"), 0..<3),
            ("x \"abc", .unclosedQuote, 2..<3),
            ("tag:", .missingValue(prefix: "tag"), 0..<4),
            ("copies:many", .notACount("many"), 7..<11),
            ("id:xyz", .notAnID("xyz"), 3..<6),
            ("date:soon", .notADate("soon"), 5..<9),
            ("date:2026-02..2026-01", .emptyRange, 5..<21),
            ("...", .nothingToFind("..."), 0..<3),
            ("since:-1", .notACursor("-1"), 6..<8),
        ])
    func places(text: String, reason: QueryError.Reason, range: Range<Int>) {
        #expect(failure(text) == QueryError(reason, at: range))
    }

    @Test("An unknown state lists those there are, in one line with the column and the remedy")
    func words() {
        #expect(
            failure("x is:old")?.description
                == "column 6: is: does not know old; use one of unread, read, updated, starred, hidden, revised")
    }

    @Test("Length, number of terms and depth are bounded")
    func bounds() {
        #expect(failure(String(repeating: "a", count: 9000))?.reason == .tooLong(limit: QueryLimit.length))
        #expect(failure(String(repeating: "a ", count: 300))?.reason == .tooManyTerms(limit: QueryLimit.terms))
        let deep = String(repeating: "(", count: 4000) + "a"
        #expect(failure(deep)?.reason == .tooDeep(limit: QueryLimit.depth))
        #expect(failure(String(repeating: "not ", count: 2000) + "a")?.reason == .tooDeep(limit: QueryLimit.depth))
    }

    @Test("No bytes crash the parser", arguments: 0..<40)
    func anything(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        let pieces = [
            "(", ")", "\"", "-", "not ", "or ", "and ", "tag:", "date:", "..", "2weeks", "copies:", ">", "*", "é", "\0",
            " ", "is:", "unread", ":", "99999999999999999999", "2026-13", "-5",
        ]
        for _ in 0..<200 {
            let text = (0..<(next() % 24)).map { _ in pieces[Int(next() % UInt64(pieces.count))] }.joined()
            if let error = failure(text) {
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(seed): \(text)")
            }
        }
    }
}

@Suite("Dates in queries")
struct DateTermTests {
    private func range(_ text: String, zone: Duration = .zero) throws -> (String?, String?) {
        let range = try DateTerm(now: now, zoneOffset: zone).range(of: text)
        return (range.start?.iso8601, range.end?.iso8601)
    }

    @Test(
        "A day, a month and a year are their whole length",
        arguments: [
            ("2026-01-31", "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z"),
            ("2026-12", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            ("2025", "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
            ("today", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z"),
            ("yesterday", "2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"),
            ("sunday", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z"),
            ("monday", "2026-11-16T00:00:00Z", "2026-11-17T00:00:00Z"),
            ("sat", "2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"),
            ("2weeks..yesterday", "2026-11-08T00:00:00Z", "2026-11-22T00:00:00Z"),
        ])
    func spans(text: String, start: String, end: String) throws {
        let found = try range(text)
        #expect(found.0 == start)
        #expect(found.1 == end)
    }

    @Test("A length of time alone, or an open range, has one bound")
    func open() throws {
        #expect(try range("3h") == ("2026-11-22T13:30:00Z", nil))
        #expect(try range("2days") == ("2026-11-20T00:00:00Z", nil))
        #expect(try range("1month") == ("2026-10-22T00:00:00Z", nil))
        #expect(try range("9months") == ("2026-02-22T00:00:00Z", nil))
        #expect(try range("2026-11..") == ("2026-11-01T00:00:00Z", nil))
        #expect(try range("..2026-11") == (nil, "2026-12-01T00:00:00Z"))
    }

    @Test("Days begin at local midnight")
    func zones() throws {
        #expect(try range("today", zone: .seconds(9 * 3600)) == ("2026-11-22T15:00:00Z", "2026-11-23T15:00:00Z"))
    }

    @Test(
        "What is no date is refused",
        arguments: [
            "..", "2026-02-30", "2026-13", "0", "2026-1-2-3", "x..y", "99999999days", "5parsecs", "",
        ])
    func refused(text: String) {
        #expect(throws: DateTerm.Failure.self) { try DateTerm(now: now, zoneOffset: .zero).range(of: text) }
    }
}
