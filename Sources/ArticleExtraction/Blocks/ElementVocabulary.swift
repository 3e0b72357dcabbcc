import Markup

/// Words in class names and ids, and what they say. Version 1.
///
/// Two words in a row are looked up as one, so `more-from` is `morefrom`. Words of languages other than English stand
/// in the same rows: German, French, Spanish, Italian, Portuguese, Dutch, Swedish and Polish sites mix them.
enum ElementVocabulary {
    static let lookup: NameLookup<ElementSignals> = {
        var merged: [String: ElementSignals] = [:]
        for (signals, words) in rows {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                merged[String(word), default: []].formUnion(signals)
            }
        }
        return NameLookup(merged.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value) })
    }()

    private static let rows: [(ElementSignals, String)] = [
        (
            .share,
            """
            share sharing shares sharebar sharebox sharebuttons sharelinks sharetools sharedaddy addtoany addthis
            socialshare social socials socialmedia sociallinks socialbar socialicons followus teilen compartir partage
            partager condividi dela delen udostepnij whatsapp jp jetpack jplikes
            """
        ),
        (
            .related,
            """
            related relatedarticles relatedposts relatedcontent relatedstories relatedlinks relatednews relatedtopics
            recommended recommendation recommendations recommends recirc recirculation mostread mostpopular mostviewed
            popular trending outbrain taboola zergnet revcontent mgid plista readmore readnext readalso alsoread
            morefrom moreon morestories moreinsection morearticles youmaylike mightalsolike upnext nextup seealso
            morenews topstories latestnews latest newsfeed similar yarpp crp inread linkbox relatedbox
            relacionadas relacionados relacionado articoli correlati verwandt weiterlesen mehrzumthema
            lesenswert lireaussi alirer asuivre articleslies lesplus leesook meerover lasmer relaterat czytajtakze
            podobne crosslinks crosslink moretopics interlink storypackage relatedstory
            secondarticle underarticle belowarticle breakingnews nextarticle morecontent furtherreading readmorebox
            """
        ),
        (
            .comments,
            """
            comments commentlist commentform commentsection commentarea respond disqus livefyre viafoura coral
            commenting usercontent bbwrapper messagebody kommentare kommentar commentaires commentaire comentarios comentario commenti reacties komentarze
            comment commentbody reply replies discussion usercomments postcomments webmentions pingback
            """
        ),
        (
            .navigation,
            """
            nav navigation navbar menu topnav mainnav mainmenu submenu breadcrumb breadcrumbs crumbs pagination pager
            paging pagenav postnav nextprev prevnext postnavigation skip skiplink skipto toolbar tabs tablist toc
            tableofcontents sitenav masthead skiptocontent jumplink jumpto backtotop totop wppagenavi pagelinks
            """
        ),
        (
            .promotion,
            """
            newsletter newsletters signup subscribe subscription subscriptions subscriber mailchimp mcembed donate
            donation donations fundraising promo promobox promotion promotions promoted cta calltoaction appdownload
            downloadapp membership abo abonnement abonner optin emailsignup newslettersignup supportus
            marketing callout disclosure editorialdisclosure emailcapture inlinenewsletter gnews googlenews googlepreferred preferredsource
            """
        ),
        (
            .advertisement,
            """
            ad ads advert adverts advertisement advertising advertorial adsense adslot adunit adbox adcontainer
            adwrapper adsbygoogle dfp gpt sponsor sponsored sponsors sponsorship banner banners werbung anzeige
            publicidad publicite pubblicita publicidade reklama reklame annons billboard leaderboard mpu affiliate
            affiliatelinks nativead partnerlinks
            """
        ),
        (
            .sidebar,
            "sidebar sidebars rightcol rightrail rail secondary tertiary aside complementary rightcolumn leftrail textwidget"
        ),
        (
            .footer,
            "footer footers sitefooter pagefooter foot colophon contentinfo bottombar articlefooter copyright companyinfo"
        ),
        (.header, "header siteheader pageheader topbar"),
        (
            .byline,
            """
            byline bylines author authors authorname dateline timestamp pubdate postmeta entrymeta articlemeta
            storymeta metadata postinfo readingtime readtime publishdate published updated lastupdated datepublished
            datemodified postdate entrydate articledate autor autore auteur
            """
        ),
        (
            .caption,
            """
            caption captions wpcaptiontext wpcaption imagecaption photocaption credit credits photocredit imagecredit
            figcaption copyrightholder legende bildunterschrift bildunterschriften bildtext bildquelle pieddephoto
            didascalia imagesource mediacaption imgcaption videocaption gallerycaption
            """
        ),
        (
            .hidden,
            """
            hide hidden invisible visuallyhidden srtext sronly srtag screenreader screenreadertext visuallyhide
            assistivetext a11y dnone displaynone offscreen printonly noscript offcanvas tooltip
            """
        ),
        (
            .consent,
            """
            cookie cookies consent gdpr ccpa cookiebar cookienotice cookieconsent cookiebanner onetrust didomi
            usercentrics sourcepoint truste cmp cookielaw cli otpccenter otsdkcontainer cookiebot privacypopup modal popup popover overlay lightbox interstitial toast
            """
        ),
        (.gallery, "gallery galleries slideshow slider carousel slick swiper photogallery fotostrecke mediagallery"),
        (
            .tags,
            """
            tags taglist tagcloud taglinks posttags entrytags articletags keywords topics topiclist articletopics
            categorylinks catlinks tagged schlagworte etiquetas motscles catlist articletags storytags postcategories
            """
        ),
        (.teaser, "teaser teasers teasertext card cards tile tiles thumbnail thumb thumbs headlines listitem"),
        (
            .authorBox,
            """
            authorbox authorbio authorinfo authorprofile aboutauthor abouttheauthor aboutauthors authordescription
            authorcard bio biography authorabout contributor contributors profilecard authorbox authorboxes
            postauthor vcard
            """
        ),
        (
            .paywall,
            "paywall paywalled piano tpmodal regwall registerwall meteredcontent subscribewall paygate paywallbox"
        ),
        (
            .widget,
            """
            widget widgets weather poll polls quiz survey rating ratings vote voting calculator ticker scoreboard login
            loginform search searchform searchbox player playlist videoplayer audioplayer embed embedded infobox factbox
            infographic disclaimer feedback print printbutton toolbox actions actionbar tools utility
            buttons button btn icon icons edit editsection editlink metabox navbox noprint reflist references
            """
        ),
        (
            .standfirst,
            """
            standfirst deck dek subtitle subheadline subhead subheading lede lead leadtext leadin intro introtext
            excerpt summary chapo chapeau sottotitolo occhiello entradilla subtitulo vorspann articleintro
            abstract description ingress zajawka keypoints keypoint keytakeaways takeaways highlights bulletpoints tldr
            zusammenfassung sammendrag resumen riassunto wichtigste
            """
        ),
        (
            .article,
            "article story post hentry newsarticle articlepage storypage singlepost entry blogpost articulo artikel"
        ),
        (
            .body,
            """
            articlebody storybody postbody entrycontent postcontent articlecontent articletext storycontent maincontent
            bodytext bodycopy articlecopy storytext contentbody entrybody contentarticle textbody postarticle
            articlecontents articlebodytext articlebodycontent singlecontent newsbody newstext newscontent bodycontent
            richtext articlemain articlewrapper cuerpo cuerpoarticulo texto textoarticulo corpo testo artikelinhalt
            artikeltext contenu corps articlecorps tresc artykul wysiwyg fieldnamebody nodecontent pagecontent
            textcontent prose paragraphs blogcontent articlecontentbody articlebodywrapper bodyarticle
            storybodytext articledetail newsdetail detailtext contenttext
            """
        ),
        (.main, "main content primary contents maincolumn contentmain"),
    ]
}
