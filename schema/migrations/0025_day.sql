-- The clinic's day: appointments, attempts to reach patients, what is in stock, and protocols; and allergies by their
-- substance.

CREATE TABLE word_appointment_status (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_appointment_status VALUES ('planned'), ('arrived'), ('done'), ('missed'), ('cancelled');
CREATE TABLE word_contact_channel (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_contact_channel VALUES ('telephone'), ('message'), ('email'), ('in_person');
CREATE TABLE word_contact_outcome (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_contact_outcome VALUES ('reached'), ('no_answer'), ('left_message'), ('wrong_number'), ('declined');
CREATE TABLE word_stock_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_stock_kind VALUES ('cartridge'), ('device'), ('product');

INSERT INTO word_record_kind VALUES ('appointment'), ('contact');
INSERT INTO word_condition_kind VALUES ('allergy');
ALTER TABLE "condition" ADD COLUMN substance TEXT CHECK (substance <> '');

CREATE TABLE appointment (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')
        AND (length(at) = 10 OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480),
    status TEXT NOT NULL REFERENCES word_appointment_status (word),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX appointment_by_patient ON appointment (patient_id, at);
CREATE INDEX appointment_by_day ON appointment (at, id) WHERE voided = 0;
CREATE TRIGGER appointment_id_is_not_given_again AFTER DELETE ON appointment
WHEN OLD.id > coalesce((SELECT max(id) FROM appointment), 0)
BEGIN
    INSERT INTO id_floor VALUES ('appointment', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TABLE contact_attempt (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')
        AND (length(at) = 10 OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    channel TEXT NOT NULL REFERENCES word_contact_channel (word),
    outcome TEXT NOT NULL REFERENCES word_contact_outcome (word),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;
CREATE INDEX contact_attempt_by_patient ON contact_attempt (patient_id, at);
CREATE TRIGGER contact_attempt_id_is_not_given_again AFTER DELETE ON contact_attempt
WHEN OLD.id > coalesce((SELECT max(id) FROM contact_attempt), 0)
BEGIN
    INSERT INTO id_floor VALUES ('contact_attempt', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

-- Those that were used, the sessions and applications tell that name the lot.
CREATE TABLE stock (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    kind TEXT NOT NULL REFERENCES word_stock_kind (word),
    product TEXT NOT NULL CHECK (product <> ''),
    lot TEXT NOT NULL CHECK (lot <> ''),
    expiry TEXT CHECK (CASE length(expiry) WHEN 4 THEN expiry || '-01-01' WHEN 7 THEN expiry || '-01' ELSE expiry END
        IS date(CASE length(expiry) WHEN 4 THEN expiry || '-01-01' WHEN 7 THEN expiry || '-01' ELSE expiry END,
            '+0 days')),
    received INTEGER NOT NULL CHECK (received BETWEEN 1 AND 100000),
    received_on TEXT NOT NULL CHECK (received_on IS date(received_on, '+0 days')),
    uses_each INTEGER CHECK (uses_each BETWEEN 1 AND 1000),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;
CREATE TRIGGER stock_id_is_not_given_again AFTER DELETE ON stock
WHEN OLD.id > coalesce((SELECT max(id) FROM stock), 0)
BEGIN
    INSERT INTO id_floor VALUES ('stock', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

-- Counted in the index alone.
DROP INDEX session_by_lot;
DROP INDEX application_by_lot;
CREATE INDEX session_by_lot ON session (lot, voided, patient_id) WHERE lot IS NOT NULL;
CREATE INDEX application_by_lot ON application (lot, voided, patient_id) WHERE lot IS NOT NULL;

CREATE TABLE protocol (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    device TEXT NOT NULL REFERENCES word_device (word),
    model TEXT CHECK (model <> ''),
    needles INTEGER CHECK (needles BETWEEN 1 AND 600),
    anaesthetic TEXT CHECK (anaesthetic <> ''),
    glide TEXT REFERENCES word_active (word),
    glide_product TEXT CHECK (glide_product <> ''),
    products TEXT CHECK (products <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;
CREATE TRIGGER protocol_id_is_not_given_again AFTER DELETE ON protocol
WHEN OLD.id > coalesce((SELECT max(id) FROM protocol), 0)
BEGIN
    INSERT INTO id_floor VALUES ('protocol', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TABLE protocol_area (
    protocol_id INTEGER NOT NULL REFERENCES protocol (id),
    region TEXT NOT NULL REFERENCES word_region (word),
    depth_mm REAL NOT NULL CHECK (depth_mm BETWEEN 0.1 AND 8),
    passes INTEGER NOT NULL CHECK (passes BETWEEN 1 AND 20),
    PRIMARY KEY (protocol_id, region)
) STRICT, WITHOUT ROWID;
