-- Where the clinic wants it, somebody else signs before a session goes on over a sign-off of the safety rules: what is
-- asked for and answered is of record, and what was found before the session names it. Tables that refer to new ones
-- are made anew, their columns in the order that entries of the ledger know.

CREATE TABLE word_sign_off_rule (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_sign_off_rule VALUES ('anyone'), ('another_person');
CREATE TABLE word_sign_off_state (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_sign_off_state VALUES ('asked'), ('signed'), ('declined');

INSERT INTO word_record_kind VALUES ('sign-off');

CREATE TABLE clinic_new (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    isotretinoin_rule TEXT NOT NULL REFERENCES word_isotretinoin_rule (word),
    minimal_interval_days INTEGER NOT NULL CHECK (minimal_interval_days BETWEEN 1 AND 365),
    minimal_interval_rf_days INTEGER NOT NULL CHECK (minimal_interval_rf_days BETWEEN 1 AND 365),
    longest_interval_days INTEGER NOT NULL DEFAULT 70 CHECK (longest_interval_days BETWEEN 1 AND 999),
    acne_status_days INTEGER NOT NULL DEFAULT 14 CHECK (acne_status_days BETWEEN 0 AND 365),
    filler_days INTEGER NOT NULL DEFAULT 14 CHECK (filler_days BETWEEN 0 AND 999),
    botulinum_days INTEGER NOT NULL DEFAULT 14 CHECK (botulinum_days BETWEEN 0 AND 999),
    topical_retinoid_days INTEGER NOT NULL DEFAULT 5 CHECK (topical_retinoid_days BETWEEN 0 AND 365),
    absorption_hours INTEGER NOT NULL DEFAULT 24 CHECK (absorption_hours BETWEEN 1 AND 168),
    precaution_hours INTEGER NOT NULL DEFAULT 72 CHECK (precaution_hours BETWEEN 1 AND 168),
    questionnaire_score TEXT NOT NULL DEFAULT 'items' REFERENCES word_questionnaire_score (word),
    telephone TEXT CHECK (telephone <> ''),
    retention_years INTEGER NOT NULL DEFAULT 25 CHECK (retention_years BETWEEN 1 AND 100),
    lock_minutes INTEGER NOT NULL DEFAULT 15 CHECK (lock_minutes BETWEEN 1 AND 60),
    sign_off TEXT NOT NULL DEFAULT 'anyone' REFERENCES word_sign_off_rule (word)
) STRICT;
INSERT INTO clinic_new SELECT *, 'anyone' FROM clinic;
DROP TABLE clinic;
ALTER TABLE clinic_new RENAME TO clinic;

CREATE TABLE sign_off (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
    rule TEXT NOT NULL CHECK (rule <> ''),
    region TEXT REFERENCES word_region (word),
    because TEXT NOT NULL CHECK (because <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    source TEXT NOT NULL CHECK (source <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    asked_by TEXT NOT NULL CHECK (asked_by <> ''),
    asked_at TEXT NOT NULL CHECK (substr(asked_at, 1, 10) IS date(substr(asked_at, 1, 10), '+0 days')
        AND (length(asked_at) = 10 OR (length(asked_at) IN (16, 19) AND substr(asked_at, 11, 1) = 'T'
            AND substr(asked_at, 12) IS substr(time(substr(asked_at, 12)), 1, length(asked_at) - 11)))),
    state TEXT NOT NULL REFERENCES word_sign_off_state (word),
    answered_by TEXT CHECK (answered_by <> ''),
    answered_at TEXT CHECK (substr(answered_at, 1, 10) IS date(substr(answered_at, 1, 10), '+0 days')
        AND (length(answered_at) = 10 OR (length(answered_at) IN (16, 19) AND substr(answered_at, 11, 1) = 'T'
            AND substr(answered_at, 12) IS substr(time(substr(answered_at, 12)), 1, length(answered_at) - 11)))),
    answer TEXT CHECK (answer <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK ((state = 'asked') = (answered_by IS NULL)),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
    CHECK ((state = 'declined') = (answer IS NOT NULL)),
    CHECK (answered_by IS NULL OR answered_by <> asked_by COLLATE NOCASE),
    UNIQUE (id, patient_id)
) STRICT;
CREATE INDEX sign_off_by_patient ON sign_off (patient_id);
CREATE INDEX sign_off_waiting ON sign_off ("on", id) WHERE state = 'asked' AND voided = 0;
CREATE TRIGGER sign_off_id_is_not_given_again AFTER DELETE ON sign_off
WHEN OLD.id > coalesce((SELECT max(id) FROM sign_off), 0)
BEGIN
    INSERT INTO id_floor VALUES ('sign_off', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TABLE session_finding_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    session INTEGER NOT NULL,
    rule TEXT NOT NULL CHECK (rule <> ''),
    level TEXT NOT NULL REFERENCES word_level (word),
    because TEXT NOT NULL CHECK (because <> ''),
    override TEXT CHECK (override <> ''),
    record_kind TEXT REFERENCES word_record_kind (word),
    text TEXT NOT NULL CHECK (text <> ''),
    source TEXT NOT NULL CHECK (source <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    region TEXT REFERENCES word_region (word),
    not_asked INTEGER CHECK (not_asked IN (0, 1)),
    record_id INTEGER CHECK (record_id > 0),
    sign_off INTEGER,
    signed_by TEXT CHECK (signed_by <> ''),
    CHECK ((record_kind IS NULL) = (record_id IS NULL)),
    FOREIGN KEY (session, patient_id) REFERENCES session (id, patient_id),
    FOREIGN KEY (sign_off, patient_id) REFERENCES sign_off (id, patient_id)
) STRICT;
INSERT INTO session_finding_new SELECT *, NULL, NULL FROM session_finding;
DROP TABLE session_finding;
ALTER TABLE session_finding_new RENAME TO session_finding;
CREATE INDEX session_finding_by_patient ON session_finding (patient_id);
CREATE TRIGGER session_finding_id_is_not_given_again AFTER DELETE ON session_finding
WHEN OLD.id > coalesce((SELECT max(id) FROM session_finding), 0)
BEGIN
    INSERT INTO id_floor VALUES ('session_finding', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;
