-- Scales, and one uniform series of values per patient and scale.

CREATE TABLE instrument (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    code TEXT NOT NULL UNIQUE CHECK (code GLOB '[a-z]*' AND trim(code, 'abcdefghijklmnopqrstuvwxyz0123456789_') = ''),
    name TEXT NOT NULL CHECK (name <> ''),
    concern TEXT CHECK (concern IN (
        'active_acne', 'acne_scars', 'pigmentation', 'pores', 'barrier', 'quality_of_life',
        'other')),
    low REAL NOT NULL,
    high REAL CHECK (high > low),
    step REAL CHECK (step > 0),
    unit TEXT NOT NULL CHECK (unit <> ''),
    better TEXT NOT NULL CHECK (better IN ('lower', 'higher', 'neither')),
    noise REAL CHECK (noise >= 0),
    noise_source TEXT CHECK (noise_source <> ''),
    responder_change REAL CHECK (responder_change > 0),
    responder_percent REAL CHECK (responder_percent > 0),
    responder_reach REAL,
    responder_text TEXT CHECK (responder_text <> ''),
    responder_source TEXT CHECK (responder_source <> ''),
    source TEXT CHECK (source <> ''),
    built_in INTEGER NOT NULL CHECK (built_in IN (0, 1))
) STRICT;

-- One patient's series on one scale is one contiguous range of the table. region 'all' is the patient as a whole, or
-- the mean over regions; a score that was entered directly has no origin.
CREATE TABLE score (
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    instrument_id INTEGER NOT NULL REFERENCES instrument (id),
    region TEXT NOT NULL CHECK (region IN (
        'all', 'forehead', 'nose', 'left_cheek', 'right_cheek', 'perioral', 'chin', 'jawline',
        'periorbital', 'neck', 'chest', 'upper_back', 'shoulders', 'other')),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days') AND (length(at) = 10
        OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    id INTEGER NOT NULL CHECK (id > 0),
    value REAL NOT NULL,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    origin TEXT CHECK (origin IN (
        'acne_status', 'scar_observation', 'pigmentation_observation', 'reading',
        'reading_mean', 'questionnaire')),
    origin_id INTEGER,
    PRIMARY KEY (patient_id, instrument_id, region, at, id),
    CHECK ((origin IS NULL) = (origin_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX score_by_id ON score (id);
CREATE INDEX score_by_origin ON score (origin, origin_id) WHERE origin IS NOT NULL;

-- A value lies within its scale and on one of its steps, to a millionth of a step; a mean over regions has no step.

CREATE TRIGGER score_fits_its_scale_on_insert BEFORE INSERT ON score
WHEN EXISTS (
    SELECT 1 FROM instrument AS scale
    WHERE scale.id = NEW.instrument_id
        AND (NEW.value < scale.low OR NEW.value > scale.high
            OR (NEW.origin IS NOT 'reading_mean'
                AND abs((NEW.value - scale.low) / scale.step - round((NEW.value - scale.low) / scale.step)) > 1e-6)))
BEGIN
    SELECT RAISE(ABORT, 'the value is not on its scale');
END;

CREATE TRIGGER score_fits_its_scale_on_update BEFORE UPDATE ON score
WHEN EXISTS (
    SELECT 1 FROM instrument AS scale
    WHERE scale.id = NEW.instrument_id
        AND (NEW.value < scale.low OR NEW.value > scale.high
            OR (NEW.origin IS NOT 'reading_mean'
                AND abs((NEW.value - scale.low) / scale.step - round((NEW.value - scale.low) / scale.step)) > 1e-6)))
BEGIN
    SELECT RAISE(ABORT, 'the value is not on its scale');
END;
