-- Every table of record once more, whole: what twelve versions added stands in its place, and words are referred to.
-- They are called new until 0013c has taken over all rows.

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
    telephone TEXT CHECK (telephone <> '')
) STRICT;

CREATE TABLE patient_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    chart TEXT NOT NULL UNIQUE CHECK (trim(chart) <> ''),
    name TEXT CHECK (trim(name) <> ''),
    name_ar TEXT CHECK (trim(name_ar) <> ''),
    born TEXT CHECK (born IS date(born, '+0 days')),
    sex TEXT REFERENCES word_sex (word),
    fitzpatrick TEXT REFERENCES word_fitzpatrick (word),
    monk INTEGER CHECK (monk BETWEEN 1 AND 10),
    contact TEXT CHECK (contact <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    status TEXT REFERENCES word_patient_status (word),
    status_on TEXT CHECK (status_on IS date(status_on, '+0 days')),
    weight_kg REAL CHECK (weight_kg BETWEEN 1 AND 400),
    guardian TEXT CHECK (guardian <> '')
) STRICT;

CREATE TABLE tag_new (
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    key TEXT NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (patient_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE condition_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    kind TEXT NOT NULL REFERENCES word_condition_kind (word),
    region TEXT REFERENCES word_region (word),
    "from" TEXT CHECK (
        CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END
        IS date(CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END,
            '+0 days')),
    until TEXT CHECK (
        CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END
        IS date(CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END,
            '+0 days')),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE TABLE other_treatment_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    kind TEXT NOT NULL REFERENCES word_treatment_kind (word),
    name TEXT CHECK (name <> ''),
    "from" TEXT CHECK (
        CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END
        IS date(CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END,
            '+0 days')),
    until TEXT CHECK (
        CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END
        IS date(CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END,
            '+0 days')),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE TABLE course_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    concern TEXT NOT NULL REFERENCES word_concern (word),
    sessions INTEGER NOT NULL CHECK (sessions BETWEEN 1 AND 50),
    every TEXT NOT NULL CHECK (every GLOB '[1-9]*[dwm]' AND length(every) <= 5
        AND rtrim(substr(every, 1, length(every) - 1), '0123456789') = ''),
    "on" TEXT NOT NULL CHECK ("on" IS date("on", '+0 days')),
    ended TEXT CHECK (ended IS date(ended, '+0 days')),
    goal TEXT CHECK (goal <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    side TEXT REFERENCES word_side (word),
    UNIQUE (id, patient_id),
    CHECK (ended >= "on")
) STRICT;

CREATE TABLE session_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days') AND (length(at) = 10
        OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    course INTEGER,
    operator TEXT CHECK (operator <> ''),
    device TEXT NOT NULL REFERENCES word_device (word),
    model TEXT CHECK (model <> ''),
    lot TEXT CHECK (lot <> ''),
    lot_expiry TEXT CHECK (lot_expiry IS date(lot_expiry, '+0 days')),
    needles INTEGER CHECK (needles BETWEEN 1 AND 600),
    speed_hz REAL CHECK (speed_hz BETWEEN 1 AND 400),
    anaesthetic TEXT CHECK (anaesthetic <> ''),
    anaesthetic_min INTEGER CHECK (anaesthetic_min BETWEEN 0 AND 180),
    energy_mj REAL CHECK (energy_mj BETWEEN 0 AND 1000),
    endpoint TEXT REFERENCES word_endpoint (word),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    downtime_days INTEGER CHECK (downtime_days BETWEEN 0 AND 365),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    serial TEXT CHECK (serial <> ''),
    clearance TEXT CHECK (clearance <> ''),
    needle_gauge INTEGER CHECK (needle_gauge BETWEEN 20 AND 40),
    needle_mm REAL CHECK (needle_mm BETWEEN 0.02 AND 1),
    power_w REAL CHECK (power_w BETWEEN 0 AND 1000),
    pulse_ms REAL CHECK (pulse_ms BETWEEN 0 AND 10000),
    frequency_mhz REAL CHECK (frequency_mhz BETWEEN 0 AND 100),
    treated_cm2 REAL CHECK (treated_cm2 BETWEEN 0 AND 9999),
    glide TEXT REFERENCES word_active (word),
    glide_product TEXT CHECK (glide_product <> ''),
    qualification TEXT CHECK (qualification <> ''),
    consent TEXT CHECK (consent <> ''),
    anaesthetic_percent REAL CHECK (anaesthetic_percent BETWEEN 0 AND 100),
    anaesthetic_area_cm2 REAL CHECK (anaesthetic_area_cm2 BETWEEN 0 AND 9999),
    anaesthetic_grams REAL CHECK (anaesthetic_grams BETWEEN 0 AND 1000),
    UNIQUE (id, patient_id),
    -- a course of the same patient
    FOREIGN KEY (course, patient_id) REFERENCES course_new (id, patient_id)
) STRICT;

CREATE TABLE session_area_new (
    session_id INTEGER NOT NULL REFERENCES session_new (id),
    region TEXT NOT NULL REFERENCES word_region (word),
    depth_mm REAL NOT NULL CHECK (depth_mm BETWEEN 0.1 AND 8),
    passes INTEGER NOT NULL CHECK (passes BETWEEN 1 AND 20),
    PRIMARY KEY (session_id, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days') AND (length(at) = 10
        OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    session INTEGER,
    active TEXT NOT NULL REFERENCES word_active (word),
    product TEXT CHECK (product <> ''),
    lot TEXT CHECK (lot <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    perfumed INTEGER CHECK (perfumed IN (0, 1)),
    FOREIGN KEY (session, patient_id) REFERENCES session_new (id, patient_id)
) STRICT;

CREATE TABLE adverse_event_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    session INTEGER,
    kind TEXT NOT NULL REFERENCES word_event_kind (word),
    onset TEXT CHECK (
        CASE length(onset) WHEN 4 THEN onset || '-01-01' WHEN 7 THEN onset || '-01' ELSE onset END
        IS date(CASE length(onset) WHEN 4 THEN onset || '-01-01' WHEN 7 THEN onset || '-01' ELSE onset END,
            '+0 days')),
    severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 5),
    resolved TEXT CHECK (
        CASE length(resolved) WHEN 4 THEN resolved || '-01-01' WHEN 7 THEN resolved || '-01' ELSE resolved END
        IS date(CASE length(resolved) WHEN 4 THEN resolved || '-01-01' WHEN 7 THEN resolved || '-01' ELSE resolved END,
            '+0 days')),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    FOREIGN KEY (session, patient_id) REFERENCES session_new (id, patient_id)
) STRICT;

CREATE TABLE session_finding_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
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
    CHECK ((record_kind IS NULL) = (record_id IS NULL)),
    FOREIGN KEY (session, patient_id) REFERENCES session_new (id, patient_id)
) STRICT;

CREATE TABLE acne_status_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    rest TEXT REFERENCES word_rest (word),
    iga INTEGER CHECK (iga BETWEEN 0 AND 4),
    redness INTEGER CHECK (redness BETWEEN 0 AND 3),
    tenderness INTEGER CHECK (tenderness BETWEEN 0 AND 3),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    rater TEXT CHECK (rater <> '')
) STRICT;

CREATE TABLE acne_region_new (
    acne_status_id INTEGER NOT NULL REFERENCES acne_status_new (id),
    region TEXT NOT NULL REFERENCES word_region (word),
    open_comedones INTEGER NOT NULL CHECK (open_comedones BETWEEN 0 AND 999),
    closed_comedones INTEGER NOT NULL CHECK (closed_comedones BETWEEN 0 AND 999),
    papules INTEGER NOT NULL CHECK (papules BETWEEN 0 AND 999),
    pustules INTEGER NOT NULL CHECK (pustules BETWEEN 0 AND 999),
    nodules INTEGER NOT NULL CHECK (nodules BETWEEN 0 AND 999),
    cysts INTEGER NOT NULL CHECK (cysts BETWEEN 0 AND 999),
    PRIMARY KEY (acne_status_id, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE scar_observation_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    goodman_baron_grade INTEGER CHECK (goodman_baron_grade BETWEEN 0 AND 4),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    goodman_baron TEXT CHECK (goodman_baron GLOB 'contour=*' OR goodman_baron GLOB 'visible_at_50cm=*'
        OR goodman_baron GLOB 'coverable=*' OR goodman_baron GLOB 'flattens=*'),
    scar_s TEXT CHECK (scar_s GLOB 'face=[0-5]*' OR scar_s GLOB 'chest=[0-5]*' OR scar_s GLOB 'back=[0-5]'),
    vancouver TEXT CHECK (vancouver GLOB 'pigmentation=[0-2],vascularity=[0-3],pliability=[0-5],height=[0-3]'),
    rest TEXT REFERENCES word_other_scars (word),
    rater TEXT CHECK (rater <> '')
) STRICT;

CREATE TABLE scar_count_new (
    scar_observation_id INTEGER NOT NULL REFERENCES scar_observation_new (id),
    type TEXT NOT NULL REFERENCES word_scar_type (word),
    amount REAL NOT NULL CHECK (amount BETWEEN 0 AND 9999),
    PRIMARY KEY (scar_observation_id, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE pigmentation_observation_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    kind TEXT NOT NULL REFERENCES word_pigmentation_kind (word),
    pahpi TEXT CHECK (pahpi GLOB 'size=[2468],intensity=[369],number=[1-5]'),
    melanin_index REAL CHECK (melanin_index BETWEEN -999 AND 999),
    erythema_index REAL CHECK (erythema_index BETWEEN -999 AND 999),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    marks TEXT REFERENCES word_marks (word),
    device TEXT CHECK (device <> ''),
    rater TEXT CHECK (rater <> '')
) STRICT;

CREATE TABLE pigmentation_region_new (
    pigmentation_observation_id INTEGER NOT NULL REFERENCES pigmentation_observation_new (id),
    region TEXT NOT NULL REFERENCES word_masi_region (word),
    area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 6),
    darkness INTEGER NOT NULL CHECK (darkness BETWEEN 0 AND 4),
    homogeneity INTEGER CHECK (homogeneity BETWEEN 0 AND 4),
    PRIMARY KEY (pigmentation_observation_id, region),
    -- no area, no darkness
    CHECK ((area = 0) = (darkness = 0)),
    CHECK (homogeneity IS NULL OR (area = 0) = (homogeneity = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    what TEXT NOT NULL REFERENCES word_measure (word),
    region TEXT REFERENCES word_region (word),
    value REAL NOT NULL,
    device TEXT CHECK (device <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    rater TEXT CHECK (rater <> '')
) STRICT;

CREATE TABLE questionnaire_new (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient_new (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    which TEXT NOT NULL REFERENCES word_form (word),
    answers TEXT CHECK (answers <> '' AND trim(answers, '0123456789,') = ''),
    total INTEGER CHECK (total BETWEEN 0 AND 99),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (answers IS NOT NULL OR total IS NOT NULL)
) STRICT;
