/// A parameter that is `false` unless it is given.
@propertyWrapper
package struct FalseByDefault: Hashable, Sendable, Codable {
    package var wrappedValue: Bool

    package init(wrappedValue: Bool) { self.wrappedValue = wrappedValue }

    package init(from decoder: any Decoder) throws {
        wrappedValue = try decoder.singleValueContainer().decode(Bool.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

// The compiler's own `Codable` code calls these: a flag that is absent is false, and one that is false is left out.
extension KeyedDecodingContainer {
    package func decode(_ type: FalseByDefault.Type, forKey key: Key) throws -> FalseByDefault {
        try decodeIfPresent(type, forKey: key) ?? FalseByDefault(wrappedValue: false)
    }
}

extension KeyedEncodingContainer {
    package mutating func encode(_ flag: FalseByDefault, forKey key: Key) throws {
        if flag.wrappedValue { try encode(true, forKey: key) }
    }
}
