/// Fields that held markup of which nothing can be shown: a picture for a title, a counting pixel for a summary.
///
/// The fields themselves are `nil`; this tells them from fields that the publisher left out.
package struct BlankFields: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let title = BlankFields(rawValue: 1)
    package static let summary = BlankFields(rawValue: 2)
    package static let content = BlankFields(rawValue: 4)
    package static let rights = BlankFields(rawValue: 8)

    /// Makes an empty text `nil`, and remembers it.
    mutating func clear(_ text: inout String?, as field: BlankFields) {
        guard text?.isEmpty == true else { return }
        text = nil
        insert(field)
    }
}

extension String? {
    /// The first of the two that has text; without one, what there is.
    func orIfBlank(_ other: String?) -> String? {
        self?.isEmpty == false ? self : other?.isEmpty == false ? other : self ?? other
    }
}
