-- Scales, scores and the ledger, these in their right shape; then all rows move and the new tables take the old names.
-- begins an epoch

CREATE TABLE instrument_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    code TEXT NOT NULL UNIQUE CHECK (code GLOB '[a-z]*' AND trim(code, 'abcdefghijklmnopqrstuvwxyz0123456789_') = ''),
    name TEXT NOT NULL CHECK (name <> ''),
    concern TEXT REFERENCES word_concern (word),
    low REAL NOT NULL,
    high REAL CHECK (high > low),
    step REAL CHECK (step > 0),
    unit TEXT NOT NULL CHECK (unit <> ''),
    better TEXT NOT NULL REFERENCES word_better (word),
    noise REAL CHECK (noise >= 0),
    noise_source TEXT CHECK (noise_source <> ''),
    responder_change REAL CHECK (responder_change > 0),
    responder_percent REAL CHECK (responder_percent > 0),
    responder_reach REAL,
    responder_text TEXT CHECK (responder_text <> ''),
    responder_source TEXT CHECK (responder_source <> ''),
    source TEXT CHECK (source <> ''),
    built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
    noise_rule TEXT REFERENCES word_noise_rule (word),
    noise_kind TEXT REFERENCES word_noise_kind (word),
    noise_other_rater REAL CHECK (noise_other_rater >= 0),
    noise_formula TEXT CHECK (noise_formula <> ''),
    target REAL,
    responder_from REAL CHECK (responder_from > 0)
) STRICT;

CREATE TABLE agreement_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    instrument_id INTEGER NOT NULL REFERENCES instrument_new (id),
    medium TEXT NOT NULL REFERENCES word_medium (word),
    patients INTEGER NOT NULL CHECK (patients BETWEEN 2 AND 999),
    "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
    adopted TEXT CHECK (adopted IS date(adopted, '+0 days')),
    reason TEXT CHECK (reason <> ''),
    sdc_same_rater REAL CHECK (sdc_same_rater >= 0),
    sdc_other_rater REAL CHECK (sdc_other_rater >= 0),
    summary TEXT CHECK (summary <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK ((adopted IS NULL) = (reason IS NULL)),
    CHECK (adopted IS NULL OR sdc_same_rater IS NOT NULL OR sdc_other_rater IS NOT NULL)
) STRICT;

CREATE TABLE agreement_rating_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    agreement_id INTEGER NOT NULL REFERENCES agreement_new (id),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    rater TEXT NOT NULL CHECK (rater <> ''),
    value REAL NOT NULL,
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days') AND (length(at) = 10
        OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE TABLE depth_limit_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    region TEXT NOT NULL REFERENCES word_region (word),
    fitzpatrick TEXT REFERENCES word_fitzpatrick (word),
    radiofrequency INTEGER NOT NULL CHECK (radiofrequency IN (0, 1)),
    max_mm REAL CHECK (max_mm BETWEEN 0.1 AND 8),
    source TEXT NOT NULL CHECK (source <> '')
) STRICT;

CREATE TABLE care_advice_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    subject TEXT NOT NULL UNIQUE REFERENCES word_care_subject (word),
    stance TEXT NOT NULL REFERENCES word_stance (word),
    from_hours INTEGER NOT NULL CHECK (from_hours BETWEEN 0 AND 2000),
    until_hours INTEGER NOT NULL CHECK (until_hours BETWEEN 1 AND 2000),
    cautious_until_hours INTEGER CHECK (cautious_until_hours BETWEEN 1 AND 2000),
    source TEXT NOT NULL CHECK (source <> ''),
    CHECK (until_hours > from_hours),
    CHECK (cautious_until_hours > until_hours)
) STRICT;

CREATE TABLE patient_link_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    key TEXT NOT NULL UNIQUE CHECK (length(key) >= 22),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

-- One patient's series on one scale is one contiguous range of the table. region 0 is the patient as a whole, or the
-- mean over regions; a score that was entered directly has no origin.
-- at: a moment as a number, in the order of moments and of their texts:
-- 87901 * days since 2000-01-01 + (0, or with a time 61 * (1 + minute of the day) + (0, or with seconds 1 + second)).
CREATE TABLE score_new (
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    instrument_id INTEGER NOT NULL REFERENCES instrument_new (id),
    region INTEGER NOT NULL REFERENCES word_region (id),
    at INTEGER NOT NULL CHECK (at BETWEEN -19263064645 AND 256841447939),
    id INTEGER NOT NULL CHECK (id > 0),
    value REAL NOT NULL,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    origin INTEGER REFERENCES word_score_origin (id),
    origin_id INTEGER,
    rater TEXT CHECK (rater <> ''),
    device TEXT CHECK (device <> ''),
    places TEXT CHECK (places <> ''),
    PRIMARY KEY (patient_id, instrument_id, region, at, id),
    CHECK ((origin IS NULL) = (origin_id IS NULL)),
    -- a day without a time has no seconds
    CHECK ((at % 87901 + 87901) % 87901 NOT BETWEEN 1 AND 60)
) STRICT, WITHOUT ROWID;

-- What is asked for often stands before the changes, which can be millions of bytes long. request_hash: SHA-256, as
-- hex, of the request that came with the key.
CREATE TABLE ledger_new (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL CHECK (length(at) = 20 AND substr(at, 11, 1) = 'T' AND substr(at, 20) = 'Z'),
    actor TEXT NOT NULL CHECK (actor <> ''),
    action TEXT NOT NULL CHECK (action <> ''),
    reason TEXT,
    patient_id INTEGER,
    submission_key TEXT,
    request_hash TEXT CHECK (length(request_hash) = 64),
    answer TEXT,
    changes_hash BLOB NOT NULL CHECK (length(changes_hash) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    changes BLOB,
    CHECK (request_hash IS NULL OR submission_key IS NOT NULL)
) STRICT;

CREATE TABLE aggregate_series (
    instrument_id INTEGER NOT NULL,
    region INTEGER NOT NULL,
    patient_id INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    baseline REAL,
    latest REAL,
    verdict TEXT NOT NULL CHECK (verdict <> ''),
    confirmed INTEGER CHECK (confirmed IN (0, 1)),
    response_days REAL,
    responded INTEGER CHECK (responded IN (0, 1)),
    until TEXT NOT NULL,
    PRIMARY KEY (instrument_id, region, patient_id),
    CHECK ((response_days IS NULL) = (responded IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO clinic_new SELECT * FROM clinic;
INSERT INTO patient_new SELECT * FROM patient;
INSERT INTO tag_new SELECT * FROM tag;
INSERT INTO condition_new SELECT * FROM "condition";
INSERT INTO other_treatment_new SELECT * FROM other_treatment;
INSERT INTO course_new SELECT * FROM course;
INSERT INTO session_new SELECT * FROM session;
INSERT INTO session_area_new SELECT * FROM session_area;
INSERT INTO application_new SELECT * FROM application;
INSERT INTO adverse_event_new SELECT * FROM adverse_event;

-- "acne 3" in two columns. A text that an import brought and that names no record stays: in what the finding rests on.
INSERT INTO session_finding_new
SELECT id, patient_id, session, rule, level, iif(is_name, because, because || coalesce(' (' || record || ')', '')),
    override, iif(is_name, kind, NULL), text, source, version, voided, region, not_asked, iif(is_name, number, NULL)
FROM (
    SELECT *, kind IN (SELECT word FROM word_record_kind) AND number > 0 AND record = kind || ' ' || number AS is_name
    FROM (
        SELECT *, substr(record, 1, instr(record, ' ') - 1) AS kind,
            CAST(substr(record, instr(record, ' ') + 1) AS INTEGER) AS number
        FROM session_finding));
INSERT INTO acne_status_new SELECT * FROM acne_status;
INSERT INTO acne_region_new SELECT * FROM acne_region;
INSERT INTO scar_observation_new SELECT * FROM scar_observation;
INSERT INTO scar_count_new SELECT * FROM scar_count;
INSERT INTO pigmentation_observation_new SELECT * FROM pigmentation_observation;
INSERT INTO pigmentation_region_new SELECT * FROM pigmentation_region;
INSERT INTO reading_new SELECT * FROM reading;
INSERT INTO questionnaire_new SELECT * FROM questionnaire;
INSERT INTO instrument_new SELECT * FROM instrument;
INSERT INTO agreement_new SELECT * FROM agreement;
INSERT INTO agreement_rating_new SELECT * FROM agreement_rating;
INSERT INTO depth_limit_new SELECT * FROM depth_limit;
INSERT INTO care_advice_new SELECT * FROM care_advice;
INSERT INTO patient_link_new SELECT * FROM patient_link;

INSERT INTO score_new
SELECT patient_id, instrument_id, coalesce((SELECT id FROM word_region WHERE word = region), 0),
    61 * (1441 * (unixepoch(substr(at, 1, 10)) / 86400 - 10957)
        + CASE length(at) WHEN 10 THEN 0 ELSE 1 + 60 * substr(at, 12, 2) + substr(at, 15, 2) END)
        + CASE length(at) WHEN 19 THEN 1 + substr(at, 18, 2) ELSE 0 END,
    id, value, version, voided, (SELECT id FROM word_score_origin WHERE word = origin), origin_id, rater, device, places
FROM score;

INSERT INTO aggregate_series
SELECT instrument_id, coalesce((SELECT id FROM word_region WHERE word = region), 0), patient_id, n, baseline, latest,
    verdict, confirmed, response_days, responded, until
FROM standing_series;

-- A key that came with a request was followed by a blank and the request's hash.
INSERT INTO ledger_new
SELECT seq, at, actor, action, reason, patient_id,
    iif(has_request, substr(submission_key, 1, blank - 1), submission_key),
    iif(has_request, substr(submission_key, blank + 1), NULL), answer, changes_hash, previous, hash, changes
FROM (
    SELECT *, blank > 1 AND length(submission_key) = blank + 64
        AND trim(substr(submission_key, blank + 1), '0123456789abcdef') = '' AS has_request
    FROM (SELECT *, instr(submission_key, ' ') AS blank FROM ledger));

-- What refers to others goes first.
DROP TABLE standing_series;
DROP TABLE ledger;
DROP TABLE score;
DROP TABLE patient_link;
DROP TABLE care_advice;
DROP TABLE depth_limit;
DROP TABLE agreement_rating;
DROP TABLE agreement;
DROP TABLE instrument;
DROP TABLE questionnaire;
DROP TABLE reading;
DROP TABLE pigmentation_region;
DROP TABLE pigmentation_observation;
DROP TABLE scar_count;
DROP TABLE scar_observation;
DROP TABLE acne_region;
DROP TABLE acne_status;
DROP TABLE session_finding;
DROP TABLE adverse_event;
DROP TABLE application;
DROP TABLE session_area;
DROP TABLE session;
DROP TABLE course;
DROP TABLE other_treatment;
DROP TABLE "condition";
DROP TABLE tag;
DROP TABLE patient;
DROP TABLE clinic;

ALTER TABLE clinic_new RENAME TO clinic;
ALTER TABLE patient_new RENAME TO patient;
ALTER TABLE tag_new RENAME TO tag;
ALTER TABLE condition_new RENAME TO "condition";
ALTER TABLE other_treatment_new RENAME TO other_treatment;
ALTER TABLE course_new RENAME TO course;
ALTER TABLE session_new RENAME TO session;
ALTER TABLE session_area_new RENAME TO session_area;
ALTER TABLE application_new RENAME TO application;
ALTER TABLE adverse_event_new RENAME TO adverse_event;
ALTER TABLE session_finding_new RENAME TO session_finding;
ALTER TABLE acne_status_new RENAME TO acne_status;
ALTER TABLE acne_region_new RENAME TO acne_region;
ALTER TABLE scar_observation_new RENAME TO scar_observation;
ALTER TABLE scar_count_new RENAME TO scar_count;
ALTER TABLE pigmentation_observation_new RENAME TO pigmentation_observation;
ALTER TABLE pigmentation_region_new RENAME TO pigmentation_region;
ALTER TABLE reading_new RENAME TO reading;
ALTER TABLE questionnaire_new RENAME TO questionnaire;
ALTER TABLE instrument_new RENAME TO instrument;
ALTER TABLE agreement_new RENAME TO agreement;
ALTER TABLE agreement_rating_new RENAME TO agreement_rating;
ALTER TABLE depth_limit_new RENAME TO depth_limit;
ALTER TABLE care_advice_new RENAME TO care_advice;
ALTER TABLE patient_link_new RENAME TO patient_link;
ALTER TABLE score_new RENAME TO score;
ALTER TABLE ledger_new RENAME TO ledger;
ALTER TABLE standing_treatment RENAME TO aggregate_treatment;
ALTER TABLE standing_state RENAME TO aggregate_state;

CREATE INDEX tag_by_key ON tag (key, value);
CREATE INDEX other_treatment_by_patient ON other_treatment (patient_id);
CREATE INDEX course_by_patient ON course (patient_id);
CREATE INDEX session_by_patient ON session (patient_id);
CREATE INDEX application_by_patient ON application (patient_id);
CREATE INDEX acne_status_by_patient ON acne_status (patient_id);
CREATE INDEX scar_observation_by_patient ON scar_observation (patient_id);
CREATE INDEX pigmentation_observation_by_patient ON pigmentation_observation (patient_id);
CREATE INDEX reading_by_patient ON reading (patient_id);
CREATE INDEX questionnaire_by_patient ON questionnaire (patient_id);
CREATE INDEX session_by_folded_lot ON session (lower(trim(lot))) WHERE lot IS NOT NULL;
CREATE INDEX application_by_folded_lot ON application (lower(trim(lot))) WHERE lot IS NOT NULL;
CREATE UNIQUE INDEX depth_limit_by_place ON depth_limit (region, coalesce(fitzpatrick, ''), radiofrequency);
CREATE UNIQUE INDEX patient_link_in_force ON patient_link (patient_id) WHERE voided = 0;
CREATE INDEX session_by_time ON session (at, id) WHERE voided = 0;
CREATE UNIQUE INDEX agreement_in_force ON agreement (instrument_id, medium) WHERE adopted IS NOT NULL AND voided = 0;
CREATE INDEX agreement_rating_by_study ON agreement_rating (agreement_id);
CREATE INDEX condition_by_patient ON "condition" (patient_id);
CREATE INDEX session_finding_by_patient ON session_finding (patient_id);
CREATE INDEX adverse_event_by_patient ON adverse_event (patient_id);
CREATE INDEX adverse_event_going_on ON adverse_event (onset, id) WHERE resolved IS NULL AND voided = 0;
CREATE UNIQUE INDEX score_by_id ON score (id);
CREATE INDEX score_by_origin ON score (origin, origin_id) WHERE origin IS NOT NULL;
CREATE INDEX ledger_by_patient ON ledger (patient_id, seq) WHERE patient_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_by_key ON ledger (submission_key, coalesce(request_hash, ''))
    WHERE submission_key IS NOT NULL;

-- A value lies within its scale and on one of its steps, to a millionth of a step; a mean over regions (origin 5)
-- has no step.
CREATE TRIGGER score_fits_its_scale_on_insert BEFORE INSERT ON score
WHEN EXISTS (
    SELECT 1 FROM instrument AS scale
    WHERE scale.id = NEW.instrument_id
        AND (NEW.value < scale.low OR NEW.value > scale.high
            OR (NEW.origin IS NOT 5
                AND abs((NEW.value - scale.low) / scale.step - round((NEW.value - scale.low) / scale.step)) > 1e-6)))
BEGIN
    SELECT RAISE(ABORT, 'the value is not on its scale');
END;

CREATE TRIGGER score_fits_its_scale_on_update BEFORE UPDATE ON score
WHEN EXISTS (
    SELECT 1 FROM instrument AS scale
    WHERE scale.id = NEW.instrument_id
        AND (NEW.value < scale.low OR NEW.value > scale.high
            OR (NEW.origin IS NOT 5
                AND abs((NEW.value - scale.low) / scale.step - round((NEW.value - scale.low) / scale.step)) > 1e-6)))
BEGIN
    SELECT RAISE(ABORT, 'the value is not on its scale');
END;

CREATE TRIGGER agreement_rating_fits_its_scale BEFORE INSERT ON agreement_rating
WHEN EXISTS (
    SELECT 1 FROM agreement JOIN instrument AS scale ON scale.id = agreement.instrument_id
    WHERE agreement.id = NEW.agreement_id
        AND (NEW.value < scale.low OR NEW.value > scale.high
            OR abs((NEW.value - scale.low) / scale.step - round((NEW.value - scale.low) / scale.step)) > 1e-6))
BEGIN
    SELECT RAISE(ABORT, 'the value is not on its scale');
END;

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
