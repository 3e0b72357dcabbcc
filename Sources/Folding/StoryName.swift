import Model

/// How stories get their names from their members.
enum StoryName {
    /// What one text contributes. A text that stands alone may have a content hash that another story's member has
    /// too, so its own key is mixed in.
    enum Candidate: Comparable {
        case shared(ContentHash)
        case alone(ContentHash)

        init(text: TextKey, contentHash: ContentHash) {
            guard text.standsAlone else {
                self = .shared(contentHash)
                return
            }
            var bytes = contentHash.bytes
            bytes.append(bigEndian: UInt64(text.rawValue))
            self = .alone(ContentHash(of: bytes))
        }

        var id: StoryID {
            switch self {
            case .shared(let hash), .alone(let hash): StoryID(hash: hash)
            }
        }
    }
}
