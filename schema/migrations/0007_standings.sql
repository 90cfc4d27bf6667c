-- Where every series began and where it stands, and how every patient was treated: what the results of the clinic are
-- made from without reading every value. Derived from the other tables by each write, so not in the ledger (no table
-- named standing_* is); `needlebook check` computes all of it anew.

CREATE TABLE standing_series (
    instrument_id INTEGER NOT NULL,
    region TEXT NOT NULL,
    patient_id INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    baseline REAL NOT NULL,
    latest REAL,
    response_days REAL,
    responded INTEGER CHECK (responded IN (0, 1)),
    until TEXT NOT NULL,
    PRIMARY KEY (instrument_id, region, patient_id),
    CHECK ((response_days IS NULL) = (responded IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE standing_treatment (
    patient_id INTEGER PRIMARY KEY,
    began TEXT,
    concern TEXT,
    sessions INTEGER NOT NULL,
    deepest_mm REAL,
    devices TEXT NOT NULL,
    all_sessions INTEGER NOT NULL,
    until TEXT
) STRICT;

-- The last ledger entry that the standings know of, and the method they were made by. Of any other entry or method they
-- are out of date, and nobody reads them.
CREATE TABLE standing_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    method INTEGER NOT NULL
) STRICT;

-- A recall names a lot as people say it (0006); nobody asks for its very bytes any more.
DROP INDEX session_by_lot;
DROP INDEX application_by_lot;
