-- Every change to the book, each with its complete changeset, in a chain of hashes.
CREATE TABLE ledger (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL CHECK (length(at) = 20 AND substr(at, 11, 1) = 'T' AND substr(at, 20) = 'Z'),
    actor TEXT NOT NULL CHECK (actor <> ''),
    action TEXT NOT NULL CHECK (action <> ''),
    reason TEXT,
    patient_id INTEGER,
    submission_key TEXT UNIQUE,
    answer TEXT,
    changes BLOB,
    changes_hash BLOB NOT NULL CHECK (length(changes_hash) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX ledger_by_patient ON ledger (patient_id, seq) WHERE patient_id IS NOT NULL;

-- The ledger only grows, one entry after the other; INSERT OR REPLACE does not slip past.
CREATE TRIGGER ledger_grows_by_one BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
BEGIN
    SELECT RAISE(ABORT, 'the ledger grows by one entry at a time');
END;

CREATE TRIGGER ledger_is_not_rewritten BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is not rewritten');
END;

CREATE TRIGGER ledger_is_not_cut BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is not cut');
END;
