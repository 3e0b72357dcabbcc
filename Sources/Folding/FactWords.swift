/// Numbers, days and months that are written as words: facts like those in digits. Part of `FoldingRules.version`.
enum FactWords {
    static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    /// Who sent a text says nothing about what it tells: datelines and bylines have these words, or have lost them.
    static let agencies = Set(
        ["afp", "ansa", "ap", "bloomberg", "cnn", "dpa", "efe", "kyodo", "reuter", "reuters", "tass", "upi", "xinhua"]
            .map(Words.hash))

    static let hashes: Set<UInt64> = Set(
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
