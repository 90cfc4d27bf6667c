-- The last entry of the log of who read what (NAME.access, a file of its own) at the last sign-in, sign-out or lock: a
-- log that ends before it, or has another entry in its place, was cut or replaced. Not of record.
CREATE TABLE secret_access_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    entry INTEGER NOT NULL CHECK (entry > 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
