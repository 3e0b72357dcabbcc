/// What the eighth version changes: an article is known by its content where its text is found for its story. An alias of its
/// own cost each article another page.
enum SchemaVersion8 {
    static let sql = """
        DELETE FROM alias WHERE kind = 2;
        DROP INDEX article_by_text;
        CREATE INDEX article_by_text ON article (folded_text, folded_content, feed) WHERE folded_text IS NOT NULL;

        -- Bytes that FTS5 gathers before it writes a segment: what one transaction adds becomes one, instead of three or
        -- four that have to be merged.
        INSERT INTO search (search, rank) VALUES ('hashsize', 4194304);

        """
}
