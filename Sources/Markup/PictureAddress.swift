/// Finding the address of a picture among what pages write for lazy loading and for many screen sizes.
package enum PictureAddress {
    /// The candidate of a `srcset` with the greatest width or density (HTML §4.8.4.2.1), at most 256 looked at.
    package static func largest(ofSourceSet list: [UInt8]) -> [UInt8]? {
        var best: (address: ArraySlice<UInt8>, size: Double)?
        var index = 0
        var seen = 0
        while index < list.count, seen < 256 {
            while index < list.count, list[index].isHTMLSpace || list[index] == UInt8(ascii: ",") { index += 1 }
            let start = index
            while index < list.count, !list[index].isHTMLSpace { index += 1 }
            var address = list[start..<index]
            guard !address.isEmpty else { break }
            var descriptor: ArraySlice<UInt8> = []
            if address.last == UInt8(ascii: ",") {
                while address.last == UInt8(ascii: ",") { address.removeLast() }
            } else {
                let descriptorStart = index
                while index < list.count, list[index] != UInt8(ascii: ",") { index += 1 }
                descriptor = list[descriptorStart..<index]
            }
            let size = size(of: descriptor)
            if best.map({ size > $0.size }) ?? true { best = (address, size) }
            seen += 1
        }
        return best.map { Array($0.address) }
    }

    /// Whole pixels of a `width` or `height`; `nil` for percentages and nonsense.
    package static func pixels(_ value: [UInt8]) -> Int? {
        let trimmed = value.trimmingHTMLSpace()
        let digits = trimmed.prefix(while: \.isASCIIDigit)
        guard !digits.isEmpty, digits.count <= 6 else { return nil }
        let rest = trimmed[digits.endIndex...]
        guard rest.isEmpty || rest.elementsEqual("px".utf8) || rest.first == UInt8(ascii: ".") else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Whether an address is one of the well-known names of an empty picture that stands in for a lazy one.
    package static func isPlaceholder(_ address: [UInt8]) -> Bool {
        let name = address.split(separator: UInt8(ascii: "/")).last ?? []
        let text = String(decoding: name, as: UTF8.self).lowercased()
        return placeholders.contains { text.hasPrefix($0) }
    }

    private static let placeholders = [
        "blank.gif", "blank.png", "spacer.gif", "spacer.png", "placeholder.", "pixel.gif", "1x1.", "transparent.",
        "lazy.", "loading.gif", "grey.gif", "empty.gif", "clear.gif", "fallback.gif", "grey-placeholder.",
    ]

    /// `640w` is 640, `2x` is 2, nothing is 1.
    private static func size(of descriptor: ArraySlice<UInt8>) -> Double {
        let number = descriptor.drop(while: \.isHTMLSpace).prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
        guard !number.isEmpty, number.count < 12 else { return 1 }
        return Double(String(decoding: number, as: UTF8.self)) ?? 1
    }
}
