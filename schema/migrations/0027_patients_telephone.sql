-- The patient's page on their own telephone: until when its address holds, the code that opens it (told in person), and
-- what the patient tells of themselves there.

CREATE TABLE word_own_redness (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_own_redness VALUES ('none'), ('a_little'), ('clear'), ('strong');
CREATE TABLE word_entry_state (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_entry_state VALUES ('waiting'), ('accepted'), ('declined');

INSERT INTO word_record_kind VALUES ('own-entry');

ALTER TABLE clinic ADD COLUMN birth_date_code INTEGER NOT NULL DEFAULT 0 CHECK (birth_date_code IN (0, 1));
ALTER TABLE questionnaire ADD COLUMN by_patient INTEGER CHECK (by_patient IN (0, 1));

-- No day: a link of an earlier version, which no code opens.
ALTER TABLE patient_link ADD COLUMN expires TEXT CHECK (expires IS date(expires, '+0 days'));
ALTER TABLE patient_link ADD COLUMN entries INTEGER NOT NULL DEFAULT 0 CHECK (entries IN (0, 1));

CREATE TABLE patient_entry (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')
        AND (length(at) = 10 OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    redness TEXT REFERENCES word_own_redness (word),
    days_out INTEGER CHECK (days_out BETWEEN 0 AND 60),
    dlqi TEXT CHECK (dlqi <> '' AND trim(dlqi, '0123456789,') = ''),
    note TEXT CHECK (note <> ''),
    state TEXT NOT NULL REFERENCES word_entry_state (word),
    answered_by TEXT CHECK (answered_by <> ''),
    answered_at TEXT CHECK (substr(answered_at, 1, 10) IS date(substr(answered_at, 1, 10), '+0 days')
        AND (length(answered_at) = 10 OR (length(answered_at) IN (16, 19) AND substr(answered_at, 11, 1) = 'T'
            AND substr(answered_at, 12) IS substr(time(substr(answered_at, 12)), 1, length(answered_at) - 11)))),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK ((state = 'waiting') = (answered_by IS NULL)),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
    CHECK (coalesce(pain, redness, days_out, dlqi, note) IS NOT NULL)
) STRICT;
CREATE INDEX patient_entry_by_patient ON patient_entry (patient_id, at);
CREATE INDEX patient_entry_waiting ON patient_entry (id) WHERE state = 'waiting' AND voided = 0;
CREATE TRIGGER patient_entry_id_is_not_given_again AFTER DELETE ON patient_entry
WHEN OLD.id > coalesce((SELECT max(id) FROM patient_entry), 0)
BEGIN
    INSERT INTO id_floor VALUES ('patient_entry', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

-- The code of a link as Argon2id, how often it was wrong since it was last right, and how often it opened the page.
CREATE TABLE secret_link_code (
    link_id INTEGER PRIMARY KEY REFERENCES patient_link (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    openings INTEGER NOT NULL CHECK (openings >= 0),
    opened_at INTEGER
) STRICT;

-- The browsers in which it was opened, by the SHA-256 of what they show.
CREATE TABLE secret_link_browser (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    link_id INTEGER NOT NULL REFERENCES patient_link (id) ON DELETE CASCADE,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX secret_link_browser_by_link ON secret_link_browser (link_id);
