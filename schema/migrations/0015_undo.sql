-- The highest ids of rows that an undo took out of their tables: none of them is given again. A counter, not a record:
-- it is no part of the ledger's changes.
CREATE TABLE id_floor (
    table_name TEXT PRIMARY KEY,
    id INTEGER NOT NULL CHECK (id > 0)
) STRICT, WITHOUT ROWID;
