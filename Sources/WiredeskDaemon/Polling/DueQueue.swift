package import Model

/// Feeds by the moment at which each is due: a binary heap that knows each feed's place in it, so that a moment can
/// change, and a feed go, without a look at the others. Every step costs the logarithm of their number.
package struct DueQueue: Sendable {
    package struct Item: Hashable, Sendable {
        package let feed: FeedID
        package let moment: Timestamp
    }

    private var heap: [Item] = []
    private var places: [FeedID: Int] = [:]

    package init() {}

    package var count: Int { heap.count }

    /// The feed that is due first.
    package var first: Item? { heap.first }

    /// Puts a feed in its place, wherever it was before; `nil` takes it out.
    package mutating func set(_ feed: FeedID, dueAt moment: Timestamp?) {
        guard let moment else { return remove(feed) }
        let item = Item(feed: feed, moment: moment)
        guard let place = places[feed] else {
            heap.append(item)
            return rise(from: heap.count - 1)
        }
        let earlier = moment < heap[place].moment
        heap[place] = item
        if earlier { rise(from: place) } else { sink(from: place) }
    }

    package mutating func remove(_ feed: FeedID) {
        guard let place = places.removeValue(forKey: feed) else { return }
        let last = heap.removeLast()
        guard place < heap.count else { return }
        let earlier = last.moment < heap[place].moment
        heap[place] = last
        if earlier { rise(from: place) } else { sink(from: place) }
    }

    private mutating func rise(from start: Int) {
        var place = start
        let item = heap[place]
        while place > 0 {
            let parent = (place - 1) / 2
            guard item.moment < heap[parent].moment else { break }
            settle(heap[parent], at: place)
            place = parent
        }
        settle(item, at: place)
    }

    private mutating func sink(from start: Int) {
        var place = start
        let item = heap[place]
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].moment < heap[child].moment { child += 1 }
            guard heap[child].moment < item.moment else { break }
            settle(heap[child], at: place)
            place = child
        }
        settle(item, at: place)
    }

    private mutating func settle(_ item: Item, at place: Int) {
        heap[place] = item
        places[item.feed] = place
    }
}
