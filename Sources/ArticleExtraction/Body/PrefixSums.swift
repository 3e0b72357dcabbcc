/// Whole numbers of which the sum of any range is known at once.
struct PrefixSums: Sendable {
    private var sums = [0]

    init(_ values: some Sequence<Int>) {
        var sum = 0
        for value in values {
            sum += value
            sums.append(sum)
        }
    }

    var total: Int { sums[sums.count - 1] }

    subscript(_ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }
}
