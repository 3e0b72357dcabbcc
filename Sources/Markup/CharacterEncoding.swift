/// A character encoding, by the label that documents and HTTP headers give it.
///
/// A label is read as browsers read it (encoding.spec.whatwg.org §4.2): `ISO-8859-1` and `US-ASCII` mean windows-1252,
/// `GB2312` means GB 18030, and so on, because that is what pages under those labels hold. Labels that the web never
/// used (EBCDIC, DOS and Macintosh code pages) go to iconv under the name glibc knows.
package struct CharacterEncoding: Hashable, Sendable {
    /// What a report calls the encoding: the label as declared, in lower case.
    package let name: String
    let form: Form

    enum Form: Hashable, Sendable {
        case utf8
        case windows1252
        case table(SingleByteTable)
        /// Any other, by the name that `iconv_open(3)` takes. `isMultibyte` if one character may take several bytes.
        case iconv(String, isMultibyte: Bool)
    }

    package static let utf8 = CharacterEncoding(name: "utf-8", form: .utf8)
    package static let ascii = CharacterEncoding(name: "us-ascii", form: .windows1252)
    package static let windows1252 = CharacterEncoding(name: "windows-1252", form: .windows1252)
    static let utf16LittleEndian = wide("utf-16le", "UTF-16LE")
    static let utf16BigEndian = wide("utf-16be", "UTF-16BE")
    static let utf32LittleEndian = wide("utf-32le", "UTF-32LE")
    static let utf32BigEndian = wide("utf-32be", "UTF-32BE")

    /// Whether ASCII bytes stand for themselves, so that a declaration in the text can be read before it is decoded.
    var isASCIICompatible: Bool {
        guard case .iconv(let name, _) = form else { return true }
        return !name.hasPrefix("UTF-16") && !name.hasPrefix("UTF-32") && !name.hasPrefix("UCS")
    }

    /// Whether ASCII bytes may stand for other characters after an escape sequence (ISO-2022, HZ, UTF-7).
    var isStateful: Bool {
        guard case .iconv(let name, _) = form else { return false }
        return name.hasPrefix("ISO-2022") || name.hasPrefix("ISO2022") || name.hasPrefix("CSISO2022") || name == "UTF-7"
    }

    /// The encoding under `label`, or `nil` if nobody here knows it.
    package init?(label: some Sequence<UInt8>) {
        let bytes = label.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 }.map(\.asciiLowercased)
        guard !bytes.isEmpty, bytes.count <= 40 else { return nil }
        let label = String(decoding: bytes, as: UTF8.self)
        let key = Self.key(bytes)
        if let form = Self.webForms[key] {
            self.init(name: label, form: form)
            return
        }
        let candidates = [Self.aliases[key], label, label.replacing("_", with: "-"), key].compactMap(\.self)
        guard let known = candidates.first(where: IconvConverter.knows) else { return nil }
        let isMultibyte = ["euc", "2022", "jis", "big5", "johab", "cns", "930", "933", "935", "937", "939", "13"]
            .contains { known.lowercased().contains($0) }
        self.init(name: label, form: .iconv(known.uppercased(), isMultibyte: isMultibyte))
    }

    /// What is common to the spellings of one label: punctuation differs from writer to writer (windows_1251,
    /// Windows-1251), a bare number is a code page, and a standard's year says nothing.
    private static func key(_ label: [UInt8]) -> String {
        var key = String(decoding: label.filter { $0.isASCIILetterOrDigit }, as: UTF8.self)
        if key.utf8.allSatisfy(\.isASCIIDigit) && key != "8859" { return "cp" + key }
        if key.hasPrefix("iso8859"), key.utf8.count >= 12, let year = Int(key.suffix(4)), (1985...2010).contains(year) {
            key.removeLast(4)
        }
        return key
    }

    private init(name: String, form: Form) {
        self.name = name
        self.form = form
    }

    private static func wide(_ name: String, _ iconvName: String) -> CharacterEncoding {
        CharacterEncoding(name: name, form: .iconv(iconvName, isMultibyte: true))
    }

    /// Labels, without punctuation, that the web reads otherwise than their standards say.
    private static let webForms: [String: Form] = {
        var forms: [String: Form] = [:]
        func add(_ form: Form, _ labels: String...) { for label in labels { forms[label] = form } }
        add(.utf8, "utf8", "unicode11utf8", "unicode20utf8", "xunicode20utf8", "utf8mb4", "unicode")
        add(
            .windows1252, "ascii", "usascii", "ansix341968", "iso646us", "us", "iso88591", "iso885911987", "latin1",
            "l1", "isolatin1", "8859", "iso8859", "latin", "cp819", "ibm819", "windows1252", "cp1252", "xcp1252",
            "ansi", "88591")
        add(
            .iconv("GB18030", isMultibyte: true), "gb2312", "gb23121980", "gbk", "gb18030", "gb180302000", "xgbk",
            "chinese", "csgb2312", "euccn", "isoir58", "cp936", "windows936", "ms936", "csiso58gb231280", "eucgb2312cn",
            "gb231280", "xmacsimpchinese")
        add(
            .iconv("CP932", isMultibyte: true), "shiftjis", "sjis", "xsjis", "windows31j", "mskanji", "csshiftjis",
            "cp932", "ms932", "xmacjapanese")
        add(
            .iconv("UHC", isMultibyte: true), "euckr", "korean", "ksc5601", "ksc56011987", "ksc56011989", "cseuckr",
            "windows949", "cp949", "uhc", "ms949", "ksx1001", "xmackorean", "xwindows949")
        add(
            .iconv("BIG5-HKSCS", isMultibyte: true), "big5", "big5hkscs", "xxbig5", "cnbig5", "csbig5", "cp950",
            "windows950", "ms950", "hkscs", "big5tw", "xmactradchinese")
        add(.iconv("CP1254", isMultibyte: false), "iso88599", "latin5", "l5", "windows1254", "cp1254")
        add(
            .iconv("CP874", isMultibyte: false), "tis620", "iso885911", "windows874", "dos874", "cp874", "thai",
            "tis6200", "tis62025290", "tis62025291")
        add(.table(.macGreek), "macgreek", "xmacgreek")
        add(.table(.macTurkish), "macturkish", "xmacturkish")
        add(.table(.macCroatian), "maccroatian", "xmaccroatian")
        add(.table(.macRomanian), "macromanian", "xmacromanian")
        add(.table(.macIcelandic), "maciceland", "macicelandic", "xmacicelandic")
        add(.table(.dosArabic), "cp720", "ibm720", "dos720")
        add(.iconv("UTF-16LE", isMultibyte: true), "utf16le", "unicodefffe", "ucs2le")
        add(.iconv("UTF-16BE", isMultibyte: true), "utf16", "utf16be", "ucs2", "iso10646ucs2", "csunicode", "u16")
        add(.iconv("UTF-32LE", isMultibyte: true), "utf32le", "ucs4le")
        add(.iconv("UTF-32BE", isMultibyte: true), "utf32", "utf32be", "ucs4", "iso10646ucs4", "u32")
        return forms
    }()

    /// Names in use elsewhere for encodings that glibc calls otherwise.
    private static let aliases: [String: String] = [
        "ibm039": "IBM037", "maclatin2": "MAC-CENTRALEUROPE", "maccenteuro": "MAC-CENTRALEUROPE",
        "maccentraleurope": "MAC-CENTRALEUROPE", "xmacce": "MAC-CENTRALEUROPE", "xmaccyrillic": "MAC-CYRILLIC",
        "xmacukrainian": "MAC-UK", "xmacroman": "MACINTOSH", "macroman": "MACINTOSH", "iso88598i": "ISO-8859-8",
        "visual": "ISO-8859-8", "logical": "ISO-8859-8", "koi8": "KOI8-R", "koi": "KOI8-R", "koi8ru": "KOI8-U",
        "cp866u": "CP1125", "ibm1125": "CP1125", "cp1051": "HP-ROMAN8", "ibm1051": "HP-ROMAN8", "cpis": "CP861",
        "csibm861": "CP861", "csibm858": "CP858", "cp154": "PT154", "ptcp154": "PT154", "csptcp154": "PT154",
        "cyrillicasian": "PT154", "kz1048": "RK1048", "cp273": "IBM273", "cp424": "IBM424", "cp1140": "IBM1140",
        "elot928": "ISO-8859-7", "l9": "ISO-8859-15", "latin9": "ISO-8859-15", "ms1361": "JOHAB", "cp1361": "JOHAB",
        "eucjis2004": "EUC-JISX0213", "jisx0213": "EUC-JISX0213", "shiftjis2004": "SHIFT_JISX0213",
        "sjis2004": "SHIFT_JISX0213", "eucjisx0213": "EUC-JISX0213", "sjisx0213": "SHIFT_JISX0213",
        "csiso2022jp": "ISO-2022-JP",
        "csiso2022kr": "ISO-2022-KR", "iso2022jp": "ISO-2022-JP", "iso2022jp1": "ISO-2022-JP-2",
        "iso2022jp2": "ISO-2022-JP-2", "iso2022jpext": "ISO-2022-JP-2", "iso2022jp3": "ISO-2022-JP-3",
        "iso2022jp2004": "ISO-2022-JP-3", "iso2022kr": "ISO-2022-KR", "iso2022cn": "ISO-2022-CN",
    ]
}
