package import Model

/// What one act of folding did to the stories.
///
/// A store refreshes what it derives about every story in `touched`, drops what it holds about those in `retired`,
/// and carries over what hangs on a story's name along `moves`. Members: `FoldingStore.texts(inStory:)`.
package struct StoryChanges: Hashable, Sendable {
    /// Stories that exist now and whose set of articles, or one of whose articles' texts, is not what it was.
    package var touched: Set<StoryID> = []
    /// Names that no story has any more.
    package var retired: Set<StoryID> = []
    /// From where to where texts went: several from one story if it fell apart, several to one if they became one.
    package var moves: Set<Move> = []

    package struct Move: Hashable, Sendable {
        package var from: StoryID
        package var to: StoryID

        package init(from: StoryID, to: StoryID) {
            self.from = from
            self.to = to
        }
    }

    package init(touched: Set<StoryID> = []) { self.touched = touched }

    package var isEmpty: Bool { touched.isEmpty && retired.isEmpty }
}
