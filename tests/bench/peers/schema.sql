-- The peers' tables: the keys, references and checks of the book's, with moments as whole minutes since 2000. What
-- stands between /* and */ is for SQLite alone.
CREATE TABLE patient (id INTEGER PRIMARY KEY, chart TEXT NOT NULL UNIQUE);
CREATE TABLE instrument (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
CREATE TABLE region (id INTEGER PRIMARY KEY);
CREATE TABLE session (
    id INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL REFERENCES patient (id), minute INTEGER NOT NULL);
CREATE TABLE area (
    session_id INTEGER NOT NULL REFERENCES session (id), region INTEGER NOT NULL REFERENCES region (id),
    depth_mm DOUBLE PRECISION NOT NULL CHECK (depth_mm BETWEEN 0.1 AND 8),
    passes INTEGER NOT NULL CHECK (passes BETWEEN 1 AND 20), PRIMARY KEY (session_id, region)) /* WITHOUT ROWID */;
CREATE TABLE acne_status (
    id INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL REFERENCES patient (id), minute INTEGER NOT NULL,
    iga INTEGER CHECK (iga BETWEEN 0 AND 4));
CREATE TABLE acne_region (
    acne_status_id INTEGER NOT NULL REFERENCES acne_status (id), region INTEGER NOT NULL REFERENCES region (id),
    open_comedones INTEGER NOT NULL CHECK (open_comedones BETWEEN 0 AND 999),
    papules INTEGER NOT NULL CHECK (papules BETWEEN 0 AND 999), PRIMARY KEY (acne_status_id, region)) /* WITHOUT ROWID */;
CREATE TABLE score (
    patient_id INTEGER NOT NULL REFERENCES patient (id), instrument_id INTEGER NOT NULL REFERENCES instrument (id),
    region INTEGER NOT NULL REFERENCES region (id), minute INTEGER NOT NULL, id INTEGER NOT NULL CHECK (id > 0),
    value DOUBLE PRECISION NOT NULL CHECK (value BETWEEN 0 AND 999),
    version INTEGER NOT NULL CHECK (version >= 1), voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
    PRIMARY KEY (patient_id, instrument_id, region, minute, id)) /* WITHOUT ROWID */;
