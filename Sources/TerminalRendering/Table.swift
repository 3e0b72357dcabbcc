/// Rows in columns that fit the terminal.
package struct Table: Sendable {
    package struct Column: Sendable {
        let heading: String
        let alignment: DisplayWidth.Alignment
        /// The least it may be narrowed to; `nil` keeps it as wide as its widest cell.
        let minimum: Int?
        /// The most it may take, however wide its cells are.
        let maximum: Int?
        /// Left out first, from the highest number down, where not even the least of all columns fits; 0 always stays.
        let expendable: Int

        package init(
            _ heading: String, alignment: DisplayWidth.Alignment = .left, minimum: Int? = nil, maximum: Int? = nil,
            expendable: Int = 0
        ) {
            self.heading = heading
            self.alignment = alignment
            self.minimum = minimum
            self.maximum = maximum
            self.expendable = expendable
        }
    }

    /// Text that went through `TerminalText`, and how it looks.
    package struct Cell: Sendable, ExpressibleByStringLiteral {
        let text: String
        let style: Style

        package init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }

        package init(stringLiteral value: String) { self.init(value) }
    }

    private static let gap = 2
    private let columns: [Column]
    private var rows: [[Cell]] = []

    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; missing cells are empty.
    package mutating func add(_ cells: [Cell]) {
        let missing = max(0, columns.count - cells.count)
        rows.append(Array(cells.prefix(columns.count)) + Array(repeating: Cell(""), count: missing))
    }

    /// The lines of the table. Headings only where somebody looks on: a program that reads a pipe counts lines.
    package func lines(on canvas: Canvas) -> [String] {
        guard !rows.isEmpty else { return [] }
        let hasHeadings = canvas.columns != nil
        let widths = widths(for: canvas.columns, withHeadings: hasHeadings)
        var result: [String] = []
        if hasHeadings {
            result.append(line(columns.map { Cell($0.heading, .dim) }, widths, on: canvas))
        }
        return result + rows.map { line($0, widths, on: canvas) }
    }

    private func line(_ cells: [Cell], _ widths: [Int?], on canvas: Canvas) -> String {
        let shown = cells.indices.filter { widths[$0] != nil }
        var result = ""
        for (place, index) in shown.enumerated() {
            let width = widths[index] ?? 0
            let text = DisplayWidth.fit(cells[index].text, to: width)
            let isLast = place == shown.count - 1
            let padding = String(repeating: " ", count: max(0, width - DisplayWidth.columns(text)))
            if columns[index].alignment == .right { result += padding }
            result += canvas.styled(text, cells[index].style)
            if columns[index].alignment == .left, !isLast { result += padding }
            if !isLast { result += String(repeating: " ", count: Self.gap) }
        }
        while result.last == " " { result.removeLast() }
        return result
    }

    /// The width of each column, `nil` for one that is left out.
    ///
    /// What is too much is taken from the columns that may be narrowed, each in proportion to what it can give.
    private func widths(for available: Int?, withHeadings: Bool) -> [Int?] {
        var natural = columns.indices.map { index in
            let cells = rows.map { DisplayWidth.columns($0[index].text) }.max() ?? 0
            // A column without a single word in it is not worth its heading.
            guard cells > 0 else { return 0 }
            let width = withHeadings ? max(cells, DisplayWidth.columns(columns[index].heading)) : cells
            return available == nil ? width : min(width, columns[index].maximum ?? width)
        }
        var isShown = natural.map { $0 > 0 }
        guard let available else { return columns.indices.map { isShown[$0] ? natural[$0] : nil } }

        func least(_ index: Int) -> Int { min(natural[index], columns[index].minimum ?? natural[index]) }
        func total(_ width: (Int) -> Int) -> Int {
            let shown = columns.indices.filter { isShown[$0] }
            return shown.reduce(0) { $0 + width($1) } + Self.gap * max(0, shown.count - 1)
        }
        while total(least) > available,
            let victim = columns.indices.filter({ isShown[$0] && columns[$0].expendable > 0 })
                .max(by: { columns[$0].expendable < columns[$1].expendable })
        {
            isShown[victim] = false
        }
        var excess = total { natural[$0] } - available
        let slack = columns.indices.map { isShown[$0] ? natural[$0] - least($0) : 0 }
        var remaining = slack.reduce(0, +)
        for index in columns.indices where excess > 0 && slack[index] > 0 {
            let share = min(slack[index], (excess * slack[index] + remaining - 1) / remaining)
            natural[index] -= share
            excess -= share
            remaining -= slack[index]
        }
        return columns.indices.map { isShown[$0] ? natural[$0] : nil }
    }
}
