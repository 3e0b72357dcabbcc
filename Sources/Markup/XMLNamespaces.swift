/// Which namespace each prefix stands for at a place in the document (Namespaces in XML 1.0).
struct XMLNamespaces {
    /// A state of the bindings to return to when an element ends.
    struct Scope {
        let count: Int
        let generation: Int32
    }

    private struct Binding {
        let prefix: Int32
        let uri: Int32
    }

    /// More declarations than this are not kept: no feed has a tenth of them.
    private static let bindingLimit = 2000

    /// The resolved names, each once.
    private(set) var names: [XMLTree.Name] = []
    private var bindings: [Binding] = []
    private var generation: Int32 = 0
    private var lastGeneration: Int32 = 0
    private var prefixes: [[UInt8]: Int32] = [[]: 0]
    private var uris: [String] = [""]
    private var uriNumbers: [[UInt8]: Int32] = [[]: 0]
    private var nameNumbers: [UInt64: Int32] = [:]
    private var sourceNames: [SourceName]

    /// A name as written, and what it last resolved to.
    private struct SourceName {
        let prefix: Int32
        let prefixText: String
        let local: String
        var generation: Int32 = -1
        var resolved: Int32 = -1
    }

    init(_ source: XMLNames) {
        sourceNames = []
        sourceNames.reserveCapacity(source.count)
        for number in 0..<Int32(source.count) {
            let name = source[number]
            let colon = name.firstIndex(of: UInt8(ascii: ":")) ?? name.startIndex
            let prefix = Array(name[name.startIndex..<colon])
            let local = prefix.isEmpty ? name : name[(colon + 1)...]
            let prefixNumber = Self.number(of: prefix, in: &prefixes)
            sourceNames.append(
                SourceName(
                    prefix: prefixNumber, prefixText: String(decoding: prefix, as: UTF8.self),
                    local: String(decoding: local, as: UTF8.self)))
        }
    }

    var scope: Scope { Scope(count: bindings.count, generation: generation) }

    mutating func leave(to scope: Scope) {
        guard bindings.count > scope.count else { return }
        bindings.removeLast(bindings.count - scope.count)
        generation = scope.generation
    }

    mutating func declare(prefix: [UInt8], uri: ArraySlice<UInt8>) {
        guard bindings.count < Self.bindingLimit else { return }
        let prefixNumber = Self.number(of: prefix, in: &prefixes)
        let trimmed = Array(uri).trimmingHTMLSpace()
        let known = uriNumbers.count
        let uriNumber = Self.number(of: trimmed, in: &uriNumbers)
        if uriNumbers.count > known { uris.append(String(decoding: trimmed, as: UTF8.self)) }
        bindings.append(Binding(prefix: prefixNumber, uri: uriNumber))
        lastGeneration += 1
        generation = lastGeneration
    }

    /// The index in `names` of what the name `source` means here.
    mutating func resolve(_ source: Int32) -> Int32 {
        let index = Int(source)
        if sourceNames[index].generation == generation { return sourceNames[index].resolved }
        let name = sourceNames[index]
        // The prefix itself is the namespace of an undeclared one: readers know the customary ones.
        let uri = bindings.last { $0.prefix == name.prefix }?.uri ?? (name.prefix == 0 ? 0 : -1 - name.prefix)
        let key = UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: uri))
        let resolved = nameNumbers[key] ?? Int32(names.count)
        if nameNumbers[key] == nil {
            nameNumbers[key] = resolved
            let namespace = uri >= 0 ? uris[Int(uri)] : name.prefixText + ":"
            names.append(XMLTree.Name(namespace: namespace, local: name.local))
        }
        sourceNames[index].generation = generation
        sourceNames[index].resolved = resolved
        return resolved
    }

    private static func number(of key: [UInt8], in table: inout [[UInt8]: Int32]) -> Int32 {
        if let number = table[key] { return number }
        let number = Int32(table.count)
        table[key] = number
        return number
    }
}
