/// A document as a flat list of nodes in document order; a node's subtree follows it directly.
///
/// Text is not copied: nodes point into the decoded text, which the tree keeps.
package final class XMLTree: Sendable {
    package struct Node: Sendable {
        package enum Kind: UInt8, Sendable { case element, text, characterData }

        package let kind: Kind
        /// Whether `xml:base`, `xml:lang` or a namespace declaration is among the attributes.
        let hasXMLAttribute: Bool
        /// Of an element: index in `names`.
        package let name: Int32
        /// Of an element: its start tag. Of text: the characters.
        let start: Int32
        let end: Int32
        let nameEnd: Int32
        let isEmptyTag: Bool
        /// The index of the first node after this one's subtree.
        package internal(set) var next: Int32
    }

    /// An element's name with its prefix resolved.
    package struct Name: Hashable, Sendable {
        /// The URI, `prefix:` for an undeclared prefix, or empty.
        package let namespace: String
        /// In lower case, without prefix.
        package let local: String
    }

    package let text: [UInt8]
    package let names: [Name]
    package let nodes: [Node]
    package let faults: [XMLFault]
    let entities: [[UInt8]: [UInt8]]
    package var isWellFormed: Bool { faults.isEmpty }

    /// The largest text that is read: offsets are 32 bits wide.
    package static let sizeLimit = 256 << 20

    /// Reads `text` (well-formed UTF-8), whatever it is. Text beyond `sizeLimit` is not read.
    package init(_ text: [UInt8], vocabulary: any XMLVocabulary) {
        let text = text.count <= Self.sizeLimit ? text : Array(text.prefix(Self.sizeLimit))
        self.text = text
        let scanned = text.withUnsafeBufferPointer { XMLScanner($0).scan() }
        var builder = XMLTreeBuilder(scanned, text: text, vocabulary: vocabulary)
        builder.build()
        names = builder.names
        nodes = builder.nodes
        faults = builder.faults.sorted { $0.offset < $1.offset }
        entities = scanned.entities
    }

    /// The indices of the nodes directly under `parent`; `nil` is the document.
    package func children(of parent: Int?) -> XMLChildren {
        guard let parent else { return XMLChildren(nodes: nodes, position: 0, end: nodes.count) }
        return XMLChildren(nodes: nodes, position: parent + 1, end: Int(nodes[parent].next))
    }

    /// The indices of the elements directly under `parent`; `nil` is the document.
    package func elements(in parent: Int?) -> XMLChildren {
        var children = children(of: parent)
        children.isOnlyElements = true
        return children
    }
}

package struct XMLChildren: Sequence, IteratorProtocol {
    let nodes: [XMLTree.Node]
    var position: Int
    let end: Int
    var isOnlyElements = false

    package mutating func next() -> Int? {
        while position < end {
            let node = position
            position = Int(nodes[node].next)
            if !isOnlyElements || nodes[node].kind == .element { return node }
        }
        return nil
    }
}
