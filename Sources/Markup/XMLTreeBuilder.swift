/// From tokens to a tree, whatever the tokens are.
///
/// Damage is kept as local as the vocabulary allows: a record's start tag ends whatever is still open in the record
/// before it; a field's start tag ends an unfinished field, unless that field's own end tag is still to come, in which
/// case the tag is markup that nobody escaped.
struct XMLTreeBuilder {
    /// Deeper elements become siblings.
    static let depthLimit = 200

    private let scanned: ScannedXML
    private let text: [UInt8]
    private let vocabulary: any XMLVocabulary
    /// For each start tag, the token that ends it within the same record; -1 if none does.
    private let ends: [Int32]
    private var namespaces: XMLNamespaces
    private var open: [OpenElement] = []
    private(set) var nodes: [XMLTree.Node] = []
    private(set) var faults: [XMLFault]
    private var reportedDepth = false
    private var roles: [XMLRole] = []

    private struct OpenElement {
        let node: Int
        let token: Int
        let name: Int32
        let role: XMLRole
        let scope: XMLNamespaces.Scope
    }

    init(_ scanned: ScannedXML, text: [UInt8], vocabulary: any XMLVocabulary) {
        self.scanned = scanned
        self.text = text
        self.vocabulary = vocabulary
        ends = Self.matchEnds(scanned, vocabulary)
        namespaces = XMLNamespaces(scanned.names)
        faults = scanned.faults
        nodes.reserveCapacity(scanned.tokens.count)
    }

    /// The elements' names, which nodes refer to by index.
    var names: [XMLTree.Name] { namespaces.names }

    mutating func build() {
        for index in scanned.tokens.indices {
            let token = scanned.tokens[index]
            switch token.kind {
            case .startTag, .emptyTag: start(token, index)
            case .endTag: end(token, index)
            case .text: addText(token)
            case .characterData: add(.characterData, token)
            }
        }
        close(downTo: 0)
    }

    private mutating func start(_ token: XMLToken, _ index: Int) {
        let scope = namespaces.scope
        if token.hasXMLAttribute { declareNamespaces(of: token) }
        let name = resolve(token)
        var role = roles[Int(name)]
        switch role {
        case .container, .record: closeForStructure(role)
        case .field, .group:
            closeUnfinished(before: index)
            // Markup that stands unescaped in a field is part of its text, whatever it is called.
            if open.last(where: { $0.role != .other })?.role == .field { role = .other }
        case .other: break
        }
        let node = nodes.count
        add(.element, token, name: name)
        let isVoid = role == .other && HTMLVoid.contains(scanned.names[token.name])
        if token.kind == .emptyTag || isVoid {
            namespaces.leave(to: scope)
        } else if open.count < Self.depthLimit {
            open.append(OpenElement(node: node, token: index, name: token.name, role: role, scope: scope))
        } else {
            namespaces.leave(to: scope)
            if !reportedDepth { fault(.tooDeep, token) }
            reportedDepth = true
        }
    }

    private mutating func end(_ token: XMLToken, _ index: Int) {
        var depth = open.count - 1
        while depth >= 0, open[depth].name != token.name {
            // A field whose own end is still to come is not closed by a tag within it.
            if open[depth].role == .field && ends[open[depth].token] > Int32(index) {
                depth = -1
            } else {
                depth -= 1
            }
        }
        if depth >= 0 {
            close(downTo: depth + 1)
            closeLast()
        } else if !HTMLVoid.contains(scanned.names[token.name]) {
            fault(.strayEndTag(String(decoding: scanned.names[token.name], as: UTF8.self)), token)
        }
    }

    /// A record or container never lies within a field, a group or a record.
    private mutating func closeForStructure(_ role: XMLRole) {
        guard let holder = open.lastIndex(where: { $0.role == .container }) else {
            if open.contains(where: { $0.role == .record }) { close(downTo: 0) }
            return
        }
        if open[(holder + 1)...].contains(where: { $0.role != .other }) || role == .record { close(downTo: holder + 1) }
    }

    /// Closes what was never finished: the outermost element, under the nearest that may hold fields, that has no end
    /// tag to come.
    private mutating func closeUnfinished(before index: Int) {
        let holder = open.lastIndex { $0.role != .other && $0.role != .field } ?? -1
        var depth = holder + 1
        while depth < open.count {
            if ends[open[depth].token] < Int32(index) {
                // At the top of a document an element may be broken and still hold the feed.
                if holder >= 0 || open[depth].role == .field { close(downTo: depth) }
                return
            }
            depth += 1
        }
    }

    private mutating func close(downTo depth: Int) {
        while open.count > depth {
            if let last = open.last {
                let token = scanned.tokens[last.token]
                fault(.missingEndTag(String(decoding: scanned.names[last.name], as: UTF8.self)), token)
            }
            closeLast()
        }
    }

    private mutating func closeLast() {
        guard let last = open.popLast() else { return }
        nodes[last.node].next = Int32(nodes.count)
        namespaces.leave(to: last.scope)
    }

    private mutating func addText(_ token: XMLToken) {
        let holdsText = open.last.map { $0.role == .field || $0.role == .other } ?? false
        if !holdsText {
            let isBlank = text[Int(token.start)..<Int(token.end)].allSatisfy(\.isHTMLSpace)
            if isBlank { return }
            if open.isEmpty { fault(.textOutsideRoot, token) }
        }
        add(.text, token)
    }

    private mutating func add(_ kind: XMLTree.Node.Kind, _ token: XMLToken, name: Int32 = -1) {
        nodes.append(
            XMLTree.Node(
                kind: kind, hasXMLAttribute: token.hasXMLAttribute, name: name, start: token.start, end: token.end,
                nameEnd: token.nameEnd, isEmptyTag: token.kind == .emptyTag, next: Int32(nodes.count + 1)))
    }

    private mutating func fault(_ kind: XMLFault.Kind, _ token: XMLToken) {
        if faults.count < XMLScanner.faultLimit * 2 {
            faults.append(XMLFault(kind: kind, offset: Int(token.start)))
        }
    }

    private mutating func declareNamespaces(of token: XMLToken) {
        let attributes = text.withUnsafeBufferPointer { Array(XMLAttributes($0, Int(token.nameEnd)..<Int(token.end))) }
        for attribute in attributes {
            let name = text[attribute.name]
            if name.elementsEqual("xmlns".utf8) {
                namespaces.declare(prefix: [], uri: text[attribute.value])
            } else if name.starts(with: "xmlns:".utf8) {
                namespaces.declare(prefix: name.dropFirst(6).map(\.asciiLowercased), uri: text[attribute.value])
            }
        }
    }

    private mutating func resolve(_ token: XMLToken) -> Int32 {
        let name = namespaces.resolve(token.name)
        while roles.count < namespaces.names.count {
            let added = namespaces.names[roles.count]
            roles.append(vocabulary.role(namespace: added.namespace, name: added.local))
            if added.namespace.hasSuffix(":") && !added.namespace.contains("/") {
                fault(.undeclaredPrefix(String(added.namespace.dropLast())), token)
            }
        }
        return name
    }

    /// Pairs start and end tags of one name, innermost first, within each record.
    private static func matchEnds(_ scanned: ScannedXML, _ vocabulary: any XMLVocabulary) -> [Int32] {
        let tokens = scanned.tokens
        var ends = [Int32](repeating: -1, count: tokens.count)
        // Stacks of open start tags by name, as linked lists; a new record makes all of them void.
        var heads = [Int32](repeating: -1, count: scanned.names.count)
        var headRecord = [Int32](repeating: 0, count: scanned.names.count)
        var previous = [Int32](repeating: -1, count: tokens.count)
        var record: Int32 = 0
        let isRecord = (0..<Int32(scanned.names.count)).map { number in
            let local = scanned.names[number].split(separator: UInt8(ascii: ":")).last ?? []
            return vocabulary.role(namespace: "", name: String(decoding: local, as: UTF8.self)) == .record
        }
        for (index, token) in tokens.enumerated() where token.name >= 0 && token.kind != .emptyTag {
            let name = Int(token.name)
            if token.kind == .startTag {
                if isRecord[name] { record += 1 }
                previous[index] = headRecord[name] == record ? heads[name] : -1
                heads[name] = Int32(index)
                headRecord[name] = record
            } else {
                if headRecord[name] == record, heads[name] >= 0 {
                    ends[Int(heads[name])] = Int32(index)
                    heads[name] = previous[Int(heads[name])]
                }
                if isRecord[name] { record += 1 }
            }
        }
        return ends
    }
}

/// Elements that HTML writes without an end tag, and feeds that forget to escape their HTML likewise.
private enum HTMLVoid {
    static func contains(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 2: name.elementsEqual("br".utf8) || name.elementsEqual("hr".utf8)
        case 3: name.elementsEqual("img".utf8) || name.elementsEqual("wbr".utf8) || name.elementsEqual("col".utf8)
        case 4: name.elementsEqual("meta".utf8) || name.elementsEqual("area".utf8)
        case 5: name.elementsEqual("input".utf8) || name.elementsEqual("embed".utf8)
        default: false
        }
    }
}
