-- Photographs of patients, whose bytes lie beside the book; what patients are asked to agree to, and what they agreed
-- to.

CREATE TABLE word_photo_view (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_photo_view VALUES ('front'), ('left_45'), ('right_45'), ('left_90'), ('right_90'), ('close_up'),
    ('chest'), ('back'), ('document');
CREATE TABLE word_body_side (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_body_side VALUES ('left'), ('right'), ('both');
CREATE TABLE word_photo_format (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_photo_format VALUES ('jpeg'), ('png');
CREATE TABLE word_consent_scope (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_consent_scope VALUES ('treatment'), ('record'), ('teaching'), ('publication'), ('research'),
    ('patients_file');
CREATE TABLE word_consent_manner (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_consent_manner VALUES ('screen'), ('paper');

INSERT INTO word_record_kind VALUES ('photo'), ('consent');

CREATE TABLE photo (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    taken_at TEXT NOT NULL CHECK (substr(taken_at, 1, 10) IS date(substr(taken_at, 1, 10), '+0 days')
        AND (length(taken_at) = 10 OR (length(taken_at) IN (16, 19) AND substr(taken_at, 11, 1) = 'T'
            AND substr(taken_at, 12) IS substr(time(substr(taken_at, 12)), 1, length(taken_at) - 11)))),
    view TEXT NOT NULL REFERENCES word_photo_view (word),
    region TEXT REFERENCES word_region (word),
    side TEXT REFERENCES word_body_side (word),
    session INTEGER,
    device TEXT CHECK (device <> ''),
    light TEXT CHECK (light <> ''),
    make_up INTEGER CHECK (make_up IN (0, 1)),
    sha256 TEXT NOT NULL CHECK (sha256 <> ''),
    bytes INTEGER NOT NULL CHECK (bytes BETWEEN 1 AND 1000000000),
    width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 100000),
    height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 100000),
    format TEXT NOT NULL REFERENCES word_photo_format (word),
    orientation INTEGER NOT NULL CHECK (orientation BETWEEN 1 AND 8),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    FOREIGN KEY (session, patient_id) REFERENCES session (id, patient_id),
    UNIQUE (id, patient_id),
    CHECK (length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = '')
) STRICT;
CREATE INDEX photo_by_patient ON photo (patient_id, taken_at);
CREATE INDEX photo_by_sha256 ON photo (sha256);
CREATE TRIGGER photo_id_is_not_given_again AFTER DELETE ON photo
WHEN OLD.id > coalesce((SELECT max(id) FROM photo), 0)
BEGIN
    INSERT INTO id_floor VALUES ('photo', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TABLE consent (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')
        AND (length(at) = 10 OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    scope TEXT NOT NULL REFERENCES word_consent_scope (word),
    form TEXT NOT NULL CHECK (form <> ''),
    edition TEXT NOT NULL CHECK (edition <> ''),
    language TEXT NOT NULL REFERENCES word_patient_language (word),
    form_text TEXT NOT NULL CHECK (form_text <> ''),
    manner TEXT NOT NULL REFERENCES word_consent_manner (word),
    guardian TEXT CHECK (guardian <> ''),
    witness TEXT CHECK (witness <> ''),
    device TEXT CHECK (device <> ''),
    signature TEXT CHECK (signature <> ''),
    scan INTEGER,
    until TEXT CHECK (until IS date(until, '+0 days')),
    sha256 TEXT NOT NULL CHECK (sha256 <> ''),
    withdrawn_at TEXT CHECK (substr(withdrawn_at, 1, 10) IS date(substr(withdrawn_at, 1, 10), '+0 days')
        AND (length(withdrawn_at) = 10 OR (length(withdrawn_at) IN (16, 19) AND substr(withdrawn_at, 11, 1) = 'T'
            AND substr(withdrawn_at, 12) IS substr(time(substr(withdrawn_at, 12)), 1, length(withdrawn_at) - 11)))),
    withdrawn_by TEXT CHECK (withdrawn_by <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    FOREIGN KEY (scan, patient_id) REFERENCES photo (id, patient_id),
    CHECK (length(sha256) = 64 AND trim(sha256, '0123456789abcdef') = ''),
    CHECK ((manner = 'screen') = (signature IS NOT NULL)),
    CHECK (manner = 'paper' OR scan IS NULL),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;
CREATE INDEX consent_by_patient ON consent (patient_id);
CREATE TRIGGER consent_id_is_not_given_again AFTER DELETE ON consent
WHEN OLD.id > coalesce((SELECT max(id) FROM consent), 0)
BEGIN
    INSERT INTO id_floor VALUES ('consent', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TABLE consent_form (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    name TEXT NOT NULL CHECK (name <> ''),
    edition TEXT NOT NULL CHECK (edition <> ''),
    scope TEXT NOT NULL REFERENCES word_consent_scope (word),
    text_en TEXT CHECK (text_en <> ''),
    text_ar TEXT CHECK (text_ar <> ''),
    months INTEGER CHECK (months BETWEEN 1 AND 600),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;
CREATE TRIGGER consent_form_id_is_not_given_again AFTER DELETE ON consent_form
WHEN OLD.id > coalesce((SELECT max(id) FROM consent_form), 0)
BEGIN
    INSERT INTO id_floor VALUES ('consent_form', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;
