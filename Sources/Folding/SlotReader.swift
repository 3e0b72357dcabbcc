/// Collects the slots of a text: numbers and days, each with the three words before it, in which numbers and days
/// are masked. Templated reports (lottery, closing prices, forecasts) agree on the words and differ in the slots;
/// copies of one story agree in both.
struct SlotReader {
    /// Where in the UTF-8 form of the text each slot's value first stands.
    private(set) var places: [Slot: Range<Int>] = [:]
    private var before: (UInt64, UInt64, UInt64) = (0, 0, 0)

    private static let mask: UInt64 = 0x5851_F42D_4C95_7F2D

    var slots: [Slot] { places.keys.sorted() }

    mutating func read(_ line: Words) {
        for index in 0..<line.count {
            let word = line.hashes[index]
            let isSlot = line.kinds[index] == .number || Self.valueWords.contains(word)
            if isSlot, places.count < FoldingRules.mostSlots {
                let slot = Slot(context: context, value: UInt16(truncatingIfNeeded: word >> 20))
                if places[slot] == nil { places[slot] = Int(line.starts[index])..<Int(line.ends[index]) }
            }
            before = (before.1, before.2, isSlot ? Self.mask : word)
        }
    }

    private var context: UInt16 {
        var hash = before.0 &* 0x9E37_79B9_7F4A_7C15 ^ before.1
        hash = hash &* 0x9E37_79B9_7F4A_7C15 ^ before.2
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return UInt16(truncatingIfNeeded: hash >> 40)
    }

    /// Part of `FoldingRules.version`.
    static let valueWords: Set<UInt64> = Set(
        """
        zero one two three four five six seven eight nine ten eleven twelve
        monday tuesday wednesday thursday friday saturday sunday
        january february march april june july august september october november december
        montag dienstag mittwoch donnerstag freitag samstag sonntag
        januar februar marz juni juli oktober dezember
        lundi mardi mercredi jeudi vendredi samedi dimanche
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
        lunes martes miercoles jueves viernes sabado domingo
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        """
        .split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Words.hash(of: $0) })
}
