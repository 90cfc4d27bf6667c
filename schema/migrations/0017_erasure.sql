-- How long the clinic keeps its records, and what an erasure by law needs: entries of the ledger can be blanked,
-- and what is left to do after a kill is known.

ALTER TABLE clinic ADD COLUMN retention_years INTEGER NOT NULL DEFAULT 25 CHECK (retention_years BETWEEN 1 AND 100);

-- A row while the bytes of what was erased may still be in the file; not of record. seq: the entry of the erasure.
CREATE TABLE unfinished_erasure (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL CHECK (seq > 0)
) STRICT;

-- The ledger only grows; what an entry says can be blanked, all of it at once, and nothing else of it changes.
DROP TRIGGER ledger_is_not_rewritten;
CREATE TRIGGER ledger_is_not_rewritten BEFORE UPDATE ON ledger
WHEN NOT (NEW.reason IS NULL AND NEW.submission_key IS NULL AND NEW.request_hash IS NULL AND NEW.answer IS NULL
    AND NEW.changes IS NULL AND NEW.changes_hash = zeroblob(32)
    AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.actor = OLD.actor AND NEW.action = OLD.action
    AND NEW.patient_id IS OLD.patient_id AND NEW.previous = OLD.previous AND NEW.hash = OLD.hash)
BEGIN
    SELECT RAISE(ABORT, 'the ledger is not rewritten');
END;
