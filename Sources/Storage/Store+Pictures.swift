package import Model

/// A picture that an article shows and that is not here.
package struct WantedPicture: Hashable, Sendable {
    package var article: ArticleID
    package var address: String

    package init(article: ArticleID, address: String) {
        self.article = article
        self.address = address
    }
}

/// What came of fetching a picture.
package enum PictureOutcome: Hashable, Sendable {
    /// With its media type.
    case kept(type: String, bytes: [UInt8])
    /// It is no picture, too small or too large: it is not asked for again.
    case refused
    /// It could not be had this time.
    case failed
}

/// A picture that is here.
package struct PictureSummary: Hashable, Sendable {
    package var address: String
    package var type: String
    package var bytes: Int
    package var hash: ContentHash
}

extension Store {
    /// Pictures of a feed's articles that are still to be fetched, the newest article first.
    package func wantedPictures(of feed: FeedID, limit: Int) throws(StoreError) -> [WantedPicture] {
        try read { try PictureTable(transaction: $0).wanted(of: feed, limit: limit) }
    }

    package func settle(_ outcomes: [(WantedPicture, PictureOutcome)]) throws(StoreError) {
        try write { transaction in
            let table = PictureTable(transaction: transaction)
            for (wanted, outcome) in outcomes { try table.settle(outcome, of: wanted) }
        }
    }

    /// Those that are here, in the order in which the article shows them.
    package func pictures(of article: ArticleID) throws(StoreError) -> [PictureSummary] {
        try read { try PictureTable(transaction: $0).pictures(of: article) }
    }

    package func picture(_ hash: ContentHash) throws(StoreError) -> [UInt8]? {
        try read { try PictureTable(transaction: $0).bytes(of: hash) }
    }
}
