/// One thing wrong with a document's markup, and where.
package struct XMLFault: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case strayLessThan
        case unfinishedTag
        case unquotedAttribute
        case unclosedQuote
        case unfinishedComment
        case unfinishedCDATA
        case strayEndTag(String)
        case missingEndTag(String)
        case undeclaredPrefix(String)
        case undefinedEntity(String)
        case strayAmpersand
        case tooDeep
        case entitiesTooLarge
        case textOutsideRoot
    }

    package let kind: Kind
    /// Byte offset in the decoded text.
    package let offset: Int
}

extension XMLFault.Kind: CustomStringConvertible {
    package var description: String {
        switch self {
        case .strayLessThan: "a < that starts no tag; it should be written &lt;"
        case .unfinishedTag: "a tag without its >"
        case .unquotedAttribute: "an attribute value without quotes"
        case .unclosedQuote: "an attribute value without its closing quote"
        case .unfinishedComment: "a comment without its -->"
        case .unfinishedCDATA: "a CDATA section without its ]]>"
        case .strayEndTag(let name): "</\(name)> closes nothing"
        case .missingEndTag(let name): "<\(name)> is never closed"
        case .undeclaredPrefix(let prefix): "the prefix \(prefix): is not declared"
        case .undefinedEntity(let name): "&\(name); is not defined in XML; write the character or its number"
        case .strayAmpersand: "an & that starts no reference; it should be written &amp;"
        case .tooDeep: "elements are nested too deeply; deeper ones were flattened"
        case .entitiesTooLarge: "the entities declared here would swell the document; they were not replaced"
        case .textOutsideRoot: "text outside the document's element"
        }
    }
}
