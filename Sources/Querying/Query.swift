/// A query as somebody wrote it, understood.
///
/// ```
/// query   = either { "or" either }
/// either  = one { [ "and" ] one }
/// one     = ( "not" | "-" ) one | "(" query ")" | term
/// term    = [ prefix ":" ] ( word | '"' words '"' ) [ "*" ]
/// ```
/// Terms side by side are all wanted, except that those with the same prefix are alternatives: `tag:a tag:b is:unread`
/// means `(tag:a or tag:b) and is:unread`. An explicit `and` between them wants both. `and`, `or`, `not` and prefixes
/// may be written in either case; quotation marks make a word of anything.
package struct Query: Hashable, Sendable {
    package let expression: Expression

    /// - Throws: the first thing that was not understood, with its place and a remedy.
    package init(_ text: String, in context: QueryContext) throws(QueryError) {
        expression = try QueryParser.expression(of: text, in: context, depth: 0, openSearches: [])
    }

    package init(_ expression: Expression) { self.expression = expression }
}

/// The names that may stand before a colon.
package enum QueryPrefix: String, CaseIterable, Sendable {
    case `is`
    case has
    case tag
    case feed
    case site
    case agency
    case author
    case title
    case body
    case lang
    case dateline
    case firstRunBy = "first-run-by"
    case date
    case story
    case copies
    case id
    case query
    case since
}
