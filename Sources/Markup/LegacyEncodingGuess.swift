/// A guess at the encoding of text that declares none, or declares UTF-8 and is not.
///
/// Only Cyrillic and the common East Asian encodings can be told from windows-1252 with some safety; anything else is
/// read as windows-1252, byte by byte, as the repair of UTF-8 does.
enum LegacyEncodingGuess {
    /// Bytes looked at: enough to decide, and no more.
    private static let sampleSize = 65_536
    /// The fewest bytes above ASCII for a guess.
    private static let evidence = 24

    static func guess(_ body: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        let sample = UnsafeBufferPointer(rebasing: body.prefix(sampleSize))
        let high = sample.count { $0 >= 0x80 }
        guard high >= evidence else { return nil }
        for label in ["shift_jis", "euc-jp", "gb18030", "euc-kr", "big5"] {
            if let encoding = CharacterEncoding(label: label.utf8), reads(sample, as: encoding, high: high) {
                return encoding
            }
        }
        return cyrillic(sample, high: high)
    }

    /// Whether nearly all of `sample` is valid in a multibyte encoding and common characters prevail in it.
    private static func reads(_ sample: UnsafeBufferPointer<UInt8>, as encoding: CharacterEncoding, high: Int) -> Bool {
        guard case .iconv(let name, _) = encoding.form, let converter = IconvConverter(name) else { return false }
        let (text, replaced) = converter.convert(sample, unitWidth: 1)
        guard replaced * 50 <= high else { return false }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        var kana = 0
        var hangul = 0
        var han = 0
        var other = 0
        for scalar in scalars where scalar.value >= 0x80 {
            switch scalar.value {
            case 0x3041...0x30FE: kana += 1
            case 0xAC00...0xD7A3: hangul += 1
            case 0x4E00...0x9FFF: han += 1
            case 0x3000...0x303F, 0xFF00...0xFF60: break
            default: other += 1
            }
        }
        let all = kana + hangul + han + other
        guard all > 0, other * 5 <= all else { return false }
        switch name {
        case "CP932", "EUC-JP": return kana * 5 >= all
        case "UHC": return hangul * 2 >= all
        default: return han * 2 >= all && hangul == 0
        }
    }

    /// windows-1251 or KOI8-R, where most letters of the sample are Cyrillic small letters under one of them.
    private static func cyrillic(_ sample: UnsafeBufferPointer<UInt8>, high: Int) -> CharacterEncoding? {
        let upperHalf = sample.count { $0 >= 0xE0 }
        let lowerHalf = sample.count { $0 >= 0xC0 && $0 < 0xE0 }
        guard (upperHalf + lowerHalf) * 10 >= high * 9 else { return nil }
        // In words of a Latin script a high byte rarely follows another.
        var pairs = 0
        for index in sample.indices.dropLast() where sample[index] >= 0xC0 && sample[index + 1] >= 0xC0 { pairs += 1 }
        guard pairs * 2 >= high else { return nil }
        return CharacterEncoding(label: (upperHalf >= lowerHalf ? "windows-1251" : "koi8-r").utf8)
    }
}
