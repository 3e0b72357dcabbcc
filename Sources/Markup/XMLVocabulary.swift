/// What the repair of a broken document has to know of the elements it may hold.
package enum XMLRole: Sendable {
    /// Holds records and fields: `channel`, `feed`, `rdf:RDF`.
    case container
    /// One of many alike, never within another: `item`, `entry`.
    case record
    /// Part of a record or a container that may hold fields itself: `author`, `image`, `media:group`.
    case group
    /// Holds text or markup, no other field: `title`, `description`.
    case field
    /// Anything else: markup, or an extension nobody here reads.
    case other
}

/// The roles of a document type's elements.
package protocol XMLVocabulary {
    /// - Parameters:
    ///   - namespace: the URI that the prefix is bound to; for an undeclared prefix, `prefix:`; empty without either.
    ///   - name: the local name in lower case.
    func role(namespace: String, name: String) -> XMLRole
}
