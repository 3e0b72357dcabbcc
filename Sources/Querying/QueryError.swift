/// Why a query was not understood, where, and what to write instead.
package struct QueryError: Error, Hashable, Sendable {
    package var reason: Reason
    /// Bytes of UTF-8 from the start of the query.
    package var range: Range<Int>

    package init(_ reason: Reason, at range: Range<Int>) {
        self.reason = reason
        self.range = range
    }

    package enum Reason: Hashable, Sendable {
        case unknownPrefix(String, similar: String?)
        case missingValue(prefix: String)
        case unknownValue(String, prefix: String, allowed: [String])
        case notADate(String)
        case emptyRange
        case notACount(String)
        case notAnID(String)
        case notACursor(String)
        case nothingToFind(String)
        case unclosedQuote
        case unclosedParenthesis
        case unexpectedParenthesis
        case emptyParentheses
        case missingOperand(operator: String)
        case tooLong(limit: Int)
        case tooManyTerms(limit: Int)
        case tooDeep(limit: Int)
        case unknownSavedSearch(String)
        case savedSearchNamesItself(String)
    }
}

extension QueryError: CustomStringConvertible {
    /// One line: what is wrong, at which column, and what to do.
    package var description: String { "column \(range.lowerBound + 1): \(message); \(remedy)" }

    package var message: String {
        switch reason {
        case .unknownPrefix(let prefix, _): "there is no prefix \(prefix):"
        case .missingValue(let prefix): "\(prefix): has nothing after it"
        case .unknownValue(let value, let prefix, _): "\(prefix): does not know \(value)"
        case .notADate(let text): "\(text) is not a date"
        case .emptyRange: "the range ends before it starts"
        case .notACount(let text): "\(text) is not a number of copies"
        case .notAnID(let text): "\(text) is not the beginning of an id"
        case .notACursor(let text): "\(text) is not an event number"
        case .nothingToFind(let text): "\(text) has no letter or digit to look for"
        case .unclosedQuote: "a quotation mark is not closed"
        case .unclosedParenthesis: "a parenthesis is not closed"
        case .unexpectedParenthesis: "a parenthesis closes what was not opened"
        case .emptyParentheses: "there is nothing between the parentheses"
        case .missingOperand(let name): "\(name) has nothing beside it to work on"
        case .tooLong: "the query is too long"
        case .tooManyTerms: "the query has too many terms"
        case .tooDeep: "the query is nested too deeply"
        case .unknownSavedSearch(let name): "there is no saved search named \(name)"
        case .savedSearchNamesItself(let name): "the saved search \(name) refers to itself"
        }
    }

    package var remedy: String {
        switch reason {
        case .unknownPrefix(let prefix, let similar?):
            "write \(similar): or, to look for these very characters, \"\(prefix):…\""
        case .unknownPrefix(let prefix, nil): "to look for these very characters write \"\(prefix):…\""
        case .missingValue(let prefix): "write \(prefix):VALUE without a space"
        case .unknownValue(_, _, let allowed): "use one of \(allowed.joined(separator: ", "))"
        case .notADate:
            "use 2026-01-31, 2026-01, today, yesterday, monday, 2weeks, or a range such as 2weeks..yesterday"
        case .emptyRange: "write the earlier date first"
        case .notACount: "write copies:3, copies:>3 or copies:<=3"
        case .notAnID: "ids are hexadecimal digits, as list shows them"
        case .notACursor: "use the number that watch printed last"
        case .nothingToFind: "add a word"
        case .unclosedQuote: "add the closing \""
        case .unclosedParenthesis: "add the closing )"
        case .unexpectedParenthesis: "remove it, or add the opening ("
        case .emptyParentheses: "remove them or put a term between them"
        case .missingOperand(let name): "add a term, or quote the word: \"\(name)\""
        case .tooLong(let limit): "at most \(limit) bytes are read"
        case .tooManyTerms(let limit): "use at most \(limit) terms"
        case .tooDeep(let limit): "use at most \(limit) levels of parentheses and saved searches"
        case .unknownSavedSearch: "see the saved searches with: wiredesk query list"
        case .savedSearchNamesItself: "change it so that it does not lead back to itself"
        }
    }
}
