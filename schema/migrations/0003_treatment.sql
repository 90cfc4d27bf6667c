-- What was planned and what was done.

CREATE TABLE course (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    concern TEXT NOT NULL CHECK (concern IN (
        'active_acne', 'acne_scars', 'pigmentation', 'pores', 'barrier', 'quality_of_life',
        'other')),
    sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 50),
    every TEXT NOT NULL CHECK (every GLOB '[1-9]*[dwm]' AND length(every) <= 5
        AND rtrim(substr(every, 1, length(every) - 1), '0123456789') = ''),
    "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
    ended TEXT CHECK (ended IS date(ended, '+0 days')),
    goal TEXT CHECK (goal <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    UNIQUE (id, patient_id),
    CHECK (ended >= "on")
) STRICT;

CREATE INDEX course_by_patient ON course (patient_id);

CREATE TABLE session (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days') AND (length(at) = 10
        OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    course INTEGER,
    operator TEXT CHECK (operator <> ''),
    device TEXT NOT NULL CHECK (device IN ('roller', 'stamp', 'pen', 'rf_insulated', 'rf_noninsulated', 'home')),
    model TEXT CHECK (model <> ''),
    lot TEXT CHECK (lot <> ''),
    lot_expiry TEXT CHECK (lot_expiry IS date(lot_expiry, '+0 days')),
    needles INTEGER CHECK (needles BETWEEN 1 AND 600),
    speed_hz REAL CHECK (speed_hz BETWEEN 1 AND 400),
    anaesthetic TEXT CHECK (anaesthetic <> ''),
    anaesthetic_min INTEGER CHECK (anaesthetic_min BETWEEN 0 AND 180),
    energy_mj REAL CHECK (energy_mj BETWEEN 0 AND 1000),
    endpoint TEXT CHECK (endpoint IN ('none', 'erythema', 'pinpoint_bleeding', 'uniform_bleeding')),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    downtime_days INTEGER CHECK (downtime_days BETWEEN 0 AND 365),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    UNIQUE (id, patient_id),
    -- a course of the same patient
    FOREIGN KEY (course, patient_id) REFERENCES course (id, patient_id)
) STRICT;

CREATE INDEX session_by_patient ON session (patient_id);

CREATE INDEX session_by_lot ON session (lot) WHERE lot IS NOT NULL;

CREATE TABLE session_area (
    session_id INTEGER NOT NULL REFERENCES session (id),
    region TEXT NOT NULL CHECK (region IN (
        'forehead', 'nose', 'left_cheek', 'right_cheek', 'perioral', 'chin', 'jawline',
        'periorbital', 'neck', 'chest', 'upper_back', 'shoulders', 'other')),
    depth_mm REAL NOT NULL CHECK (depth_mm BETWEEN 0.1 AND 8),
    passes INTEGER NOT NULL CHECK (passes BETWEEN 1 AND 20),
    PRIMARY KEY (session_id, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE application (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days') AND (length(at) = 10
        OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    session INTEGER,
    active TEXT NOT NULL CHECK (active IN (
        'niacinamide', 'hyaluronic_acid', 'peptides', 'growth_factors',
        'platelet_rich_plasma', 'vitamin_c', 'retinoid', 'azelaic_acid', 'tranexamic_acid',
        'glycolic_acid', 'salicylic_acid', 'benzoyl_peroxide', 'hydroquinone', 'ceramides',
        'panthenol', 'petrolatum', 'moisturiser', 'sunscreen', 'cleanser', 'other')),
    product TEXT CHECK (product <> ''),
    lot TEXT CHECK (lot <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    FOREIGN KEY (session, patient_id) REFERENCES session (id, patient_id)
) STRICT;

CREATE INDEX application_by_patient ON application (patient_id);

CREATE INDEX application_by_lot ON application (lot) WHERE lot IS NOT NULL;

CREATE TABLE adverse_event (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    session INTEGER,
    kind TEXT NOT NULL CHECK (kind IN (
        'erythema', 'oedema', 'pain', 'bleeding', 'bruising', 'dryness', 'itch', 'crust',
        'lymphadenopathy', 'contact_dermatitis', 'pih', 'tram_track_scarring', 'granuloma',
        'herpes_reactivation', 'infection', 'acne_flare', 'milia', 'burn', 'fat_loss',
        'nerve_injury', 'scar', 'other')),
    onset TEXT CHECK (CASE length(onset) WHEN 4 THEN onset || '-01-01' WHEN 7 THEN onset || '-01' ELSE onset END
        IS date(CASE length(onset) WHEN 4 THEN onset || '-01-01' WHEN 7 THEN onset || '-01' ELSE onset END, '+0 days')),
    severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 5),
    resolved TEXT CHECK (CASE length(resolved) WHEN 4 THEN resolved || '-01-01' WHEN 7 THEN resolved || '-01' ELSE resolved END
        IS date(CASE length(resolved) WHEN 4 THEN resolved || '-01-01' WHEN 7 THEN resolved || '-01' ELSE resolved END, '+0 days')),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    FOREIGN KEY (session, patient_id) REFERENCES session (id, patient_id)
) STRICT;

CREATE INDEX adverse_event_by_patient ON adverse_event (patient_id);
