/// What the sanitiser lets through, as data: everything that is not listed is dropped or unwrapped.
enum SanitizerPolicy {
    /// Elements that are written out.
    static let kept: HTMLTagSet = [
        .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .ul, .ol, .li, .dl, .dt, .dd, .pre, .code, .em, .strong, .b, .i,
        .u, .s, .del, .ins, .sub, .sup, .mark, .small, .q, .cite, .abbr, .acronym, .time, .kbd, .samp, .`var`, .dfn,
        .tt,
        .a, .img, .figure, .figcaption, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .br, .hr, .div, .ruby,
        .rb, .rt, .rp, .bdi, .bdo, .audio, .video, .source, .details, .summary, .wbr, .address,
    ]

    /// Elements that vanish with all that is in them.
    static let dropped: HTMLTagSet = [
        .script, .style, .template, .select, .datalist, .textarea, .noembed, .noframes, .svg, .math,
        .canvas, .applet,
    ]

    /// Elements of HTML that end foreign content (§13.2.6.5): a paragraph after a broken `svg` is text again.
    static let endingForeign: HTMLTagSet = [
        .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
        .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong,
        .strike, .sub, .sup, .table, .tt, .u, .ul, .`var`,
    ]

    /// Unknown block elements become `div`, so that their text stays apart from its neighbours. A whole page's `title` is
    /// one of them: some feeds give pages for texts.
    static let divided: HTMLTagSet = [
        .article, .section, .nav, .aside, .header, .footer, .main, .hgroup, .search, .center, .form, .fieldset, .legend,
        .dir, .menu, .listing, .dialog, .xmp, .plaintext, .option, .optgroup, .title,
    ]

    /// Attributes allowed on every element.
    static func allows(_ attribute: HTMLAttribute, on tag: HTMLTag) -> Bool {
        switch attribute {
        case .lang, .dir, .title: true
        case .href: tag == .a
        case .src: tag == .img || tag == .audio || tag == .video || tag == .source
        case .poster: tag == .video
        case .controls: tag == .audio || tag == .video
        case .type: tag == .source || tag == .ol
        case .alt, .width, .height: tag == .img
        case .cite: tag == .blockquote || tag == .q || tag == .del || tag == .ins
        case .datetime: tag == .time || tag == .del || tag == .ins
        case .colspan, .rowspan: tag == .td || tag == .th
        case .scope: tag == .th
        case .start, .reversed: tag == .ol
        case .value: tag == .li
        default: false
        }
    }

    static func isURL(_ attribute: HTMLAttribute) -> SchemePolicy? {
        switch attribute {
        case .href, .cite: .link
        case .src, .poster: .media
        default: nil
        }
    }

    /// Deeper elements are unwrapped: no page means anything by them, and what reads the output may recurse.
    static let deepest = 128

    /// Where a picture's address is found when `src` has only a place-holder, in this order.
    static let lazySources: [HTMLAttribute] = [.dataSource, .dataOriginal, .dataLazySource]
}
