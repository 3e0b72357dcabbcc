package import Markup
import Model

/// A parsed feed as JSON: the neutral schema in which parsers are compared, absent values as `null`.
///
///     {"format": "rss20", "encoding": "utf-8", "wellformed": true,
///      "feed": {"title": …, "link": …, "description": …, …},
///      "entries": [{"id": …, "title": …, "link": …, "published": "2004-07-08T21:56:58Z", …}]}
///
/// A text of which nothing can be shown is an empty paragraph, which tells it from an absent one.
/// Times are ISO 8601 in UTC; titles plain text; descriptions, summaries and contents sanitised HTML.
package enum FeedJSON {
    package static func write(_ feed: ParsedFeed, to json: inout JSONWriter) {
        json.object { json in
            json.member("format", feed.format.name)
            json.member("encoding", feed.encoding)
            json.key("wellformed")
            json.value(feed.isWellFormed)
            json.key("feed")
            json.object { writeChannel(feed, &$0) }
            json.key("entries")
            json.array(feed.entries) { write($1, &$0) }
            json.key("faults")
            json.array(feed.faults) { json, fault in
                json.object { json in
                    json.key("line")
                    json.value(Int64(fault.line))
                    json.key("column")
                    json.value(Int64(fault.column))
                    json.member("message", fault.message)
                }
            }
        }
    }

    private static func writeChannel(_ feed: ParsedFeed, _ json: inout JSONWriter) {
        json.member("id", feed.id)
        json.member("title", text(feed.title, feed.blankFields.contains(.title)))
        json.member("link", feed.link)
        json.member("description", text(feed.description, feed.blankFields.contains(.summary)))
        json.member("language", feed.language)
        json.member("published", feed.published?.iso8601)
        json.member("updated", feed.updated?.iso8601)
        write(feed.authors, &json)
        json.member("rights", text(feed.rights, feed.blankFields.contains(.rights)))
        json.member("generator", feed.generator)
        json.member("icon", feed.icon)
        json.member("image", feed.image)
        json.member("categories", feed.categories)
        json.key("ttl")
        json.value(feed.pollingHints.timeToLive.map { $0.components.seconds / 60 })
        json.member("self", feed.selfLink)
        json.member("next", feed.nextLink)
        json.member("hubs", feed.hubs)
        json.member("newFeedURL", feed.newFeedURL)
    }

    private static func write(_ entry: ParsedEntry, _ json: inout JSONWriter) {
        json.object { json in
            json.member("id", entry.id)
            json.member("title", text(entry.title, entry.blankFields.contains(.title)))
            json.member("link", entry.link)
            json.member("published", entry.published?.iso8601)
            json.member("updated", entry.updated?.iso8601)
            write(entry.authors, &json)
            json.member("summary", text(entry.summary, entry.blankFields.contains(.summary)))
            json.member("content", text(entry.content, entry.blankFields.contains(.content)))
            json.member("rights", text(entry.rights, entry.blankFields.contains(.rights)))
            json.member("categories", entry.categories)
            json.key("enclosures")
            json.array(entry.enclosures) { json, enclosure in
                json.object { json in
                    json.member("url", enclosure.url)
                    json.member("type", enclosure.mediaType)
                    json.key("length")
                    json.value(enclosure.length)
                }
            }
            json.member("comments", entry.comments)
            json.member("language", entry.language)
            json.member("image", entry.image)
            json.member("place", entry.place)
            json.member("duration", entry.duration)
            json.key("explicit")
            json.value(entry.isExplicit)
            json.key("line")
            json.value(entry.line.map { Int64($0) })
        }
    }

    private static func text(_ text: String?, _ isBlank: Bool) -> String? { text ?? (isBlank ? "<p></p>" : nil) }

    private static func write(_ authors: [ParsedAuthor], _ json: inout JSONWriter) {
        json.member("author", authors.first?.name ?? authors.first?.email)
        json.member("author_email", authors.first?.email)
        json.member("authors", authors.compactMap { $0.name ?? $0.email })
    }
}
