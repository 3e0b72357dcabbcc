/// What the third version adds: pictures of articles. Local, and of use only here.
enum SchemaVersion3 {
    static let sql = """
        -- Pictures for offline reading, once per SHA-256 of their bytes. No peer is sent any.
        CREATE TABLE picture (
            id    INTEGER PRIMARY KEY,
            hash  BLOB NOT NULL UNIQUE,
            -- The media type, as the first bytes say.
            type  TEXT NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;

        -- The pictures of an article: its lead picture, then those of its body, by place.
        CREATE TABLE article_picture (
            article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            address TEXT NOT NULL,
            place   INTEGER NOT NULL,
            -- NULL while it is not here.
            picture INTEGER REFERENCES picture,
            -- How often it was asked for in vain; at 3 it is given up.
            tries   INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (article, address)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_picture_wanted ON article_picture (article) WHERE picture IS NULL AND tries < 3;
        CREATE INDEX article_picture_by_address ON article_picture (address) WHERE picture IS NOT NULL;
        CREATE INDEX article_picture_by_picture ON article_picture (picture) WHERE picture IS NOT NULL;

        -- A picture goes with the last article that shows it.
        CREATE TRIGGER picture_unused AFTER DELETE ON article_picture
        WHEN OLD.picture IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM article_picture WHERE picture = OLD.picture)
        BEGIN
            DELETE FROM picture WHERE id = OLD.picture;
        END;

        """
}
