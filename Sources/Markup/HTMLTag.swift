/// The elements that HTML parsing, sanitising or extraction treats in some way of its own; every other is `unknown`.
package enum HTMLTag: UInt8, CaseIterable, Sendable {
    case unknown
    case html, head, title, base, link, meta, style, script, noscript, template, body
    case article, section, nav, aside, h1, h2, h3, h4, h5, h6, hgroup, header, footer, address, main, search
    case p, hr, pre, blockquote, ol, ul, menu, dir, li, dl, dt, dd, figure, figcaption, div, center, listing
    case a, em, strong, small, s, cite, q, dfn, abbr, ruby, rb, rt, rtc, rp, data, time, code, `var`, samp, kbd
    case sub, sup, i, b, u, mark, bdi, bdo, span, br, wbr, ins, del, font, big, tt, strike, acronym, nobr
    case picture, source, img, image, iframe, embed, object, param, video, audio, track, map, area, canvas, applet
    case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
    case form, label, input, button, select, datalist, optgroup, option, textarea, fieldset, legend
    case details, summary, dialog, slot, marquee
    case svg, math, frame, frameset, noframes, noembed, plaintext, xmp

    /// The element's name in lower case, as UTF-8; empty for `unknown`.
    package var name: [UInt8] { Self.names[Int(rawValue)] }

    private static let names: [[UInt8]] = allCases.map { $0 == .unknown ? [] : Array(String(describing: $0).utf8) }

    /// `h1` is 1, `h6` is 6; `nil` for what is no heading.
    package var headingLevel: Int? {
        HTMLTagSet.headings.contains(self) ? Int(rawValue - HTMLTag.h1.rawValue) + 1 : nil
    }

    static let lookup = NameLookup<HTMLTag>(allCases.filter { $0 != .unknown }.map { ($0.name, $0) })
}

/// The attributes that parsing, sanitising or extraction reads; every other is skipped.
package enum HTMLAttribute: String, CaseIterable, Sendable {
    case href, src, srcset, alt, title, width, height, cite, datetime, colspan, rowspan, scope, start, reversed, type
    case lang, dir, poster, controls, media, sizes, hreflang, rel, charset, content, name, property, id, role, style
    case hidden, itemprop, itemtype, itemscope, value, `class`, headers, abbr, data, align
    case httpEquiv = "http-equiv"
    case xmlLang = "xml:lang"
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case dataSource = "data-src"
    case dataSourceSet = "data-srcset"
    case dataOriginal = "data-original"
    case dataLazySource = "data-lazy-src"
    case dataComponent = "data-component"
    case dataTestID = "data-testid"
    case dataType = "data-type"
    case dataModule = "data-module"
    case dataQA = "data-qa"

    static let lookup = NameLookup<HTMLAttribute>(allCases.map { (Array($0.rawValue.utf8), $0) })
}

/// A set of tags as 192 bits.
package struct HTMLTagSet: Sendable, ExpressibleByArrayLiteral {
    @usableFromInline var low: UInt64 = 0
    @usableFromInline var middle: UInt64 = 0
    @usableFromInline var high: UInt64 = 0

    package init(arrayLiteral tags: HTMLTag...) {
        for tag in tags { insert(tag) }
    }

    package init(_ sets: HTMLTagSet...) {
        for set in sets {
            low |= set.low
            middle |= set.middle
            high |= set.high
        }
    }

    private mutating func insert(_ tag: HTMLTag) {
        let bit = UInt64(1) << UInt64(tag.rawValue & 63)
        switch tag.rawValue >> 6 {
        case 0: low |= bit
        case 1: middle |= bit
        default: high |= bit
        }
    }

    @inlinable @inline(__always)
    package func contains(_ tag: HTMLTag) -> Bool {
        let bit = UInt64(1) << UInt64(tag.rawValue & 63)
        return switch tag.rawValue >> 6 {
        case 0: low & bit != 0
        case 1: middle & bit != 0
        default: high & bit != 0
        }
    }

    package static let void: HTMLTagSet = [
        .area, .base, .br, .col, .embed, .hr, .img, .image, .input, .link, .meta, .param, .source, .track, .wbr, .frame,
    ]

    package static let headings: HTMLTagSet = [.h1, .h2, .h3, .h4, .h5, .h6]

    /// Elements that stand on lines of their own.
    package static let blocks: HTMLTagSet = [
        .html, .body, .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .header, .footer,
        .address, .main, .search, .p, .hr, .pre, .blockquote, .ol, .ul, .menu, .dir, .li, .dl, .dt, .dd, .figure,
        .figcaption, .div, .center, .listing, .table, .caption, .colgroup, .col, .tbody, .thead, .tfoot, .tr, .td, .th,
        .form, .fieldset, .legend, .details, .summary, .dialog, .plaintext, .xmp, .frameset, .noframes, .option,
        .optgroup,
    ]

    /// Elements whose start closes an open paragraph (§13.2.6.4.7).
    package static let closingParagraph: HTMLTagSet = [
        .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .header, .footer, .address, .main,
        .search, .p, .hr, .pre, .blockquote, .ol, .ul, .menu, .dir, .li, .dl, .dt, .dd, .figure, .figcaption, .div,
        .center, .listing, .table, .form, .fieldset, .details, .summary, .dialog, .plaintext, .xmp,
    ]

    /// Elements that an end tag inside them can't reach out of.
    package static let scopeBarriers: HTMLTagSet = [.table, .td, .th, .caption, .template, .object, .applet, .marquee]

    /// Inline elements that carry style or meaning and may be misnested.
    package static let formatting: HTMLTagSet = [
        .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u, .span, .mark, .cite, .q,
        .sub, .sup, .abbr, .acronym, .dfn, .kbd, .samp, .`var`, .time, .ins, .del, .label, .bdi, .bdo, .data, .unknown,
    ]
}
