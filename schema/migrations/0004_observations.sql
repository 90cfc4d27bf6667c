-- What was seen. Active acne, scars and pigmentation are three kinds of finding, in three tables.

CREATE TABLE acne_status (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    rest TEXT CHECK (rest IN ('clear')),
    iga INTEGER CHECK (iga BETWEEN 0 AND 4),
    redness INTEGER CHECK (redness BETWEEN 0 AND 3),
    tenderness INTEGER CHECK (tenderness BETWEEN 0 AND 3),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE INDEX acne_status_by_patient ON acne_status (patient_id);

CREATE TABLE acne_region (
    acne_status_id INTEGER NOT NULL REFERENCES acne_status (id),
    region TEXT NOT NULL CHECK (region IN (
        'forehead', 'nose', 'left_cheek', 'right_cheek', 'perioral', 'chin', 'jawline',
        'periorbital', 'neck', 'chest', 'upper_back', 'shoulders', 'other')),
    open_comedones INTEGER NOT NULL CHECK (open_comedones BETWEEN 0 AND 999),
    closed_comedones INTEGER NOT NULL CHECK (closed_comedones BETWEEN 0 AND 999),
    papules INTEGER NOT NULL CHECK (papules BETWEEN 0 AND 999),
    pustules INTEGER NOT NULL CHECK (pustules BETWEEN 0 AND 999),
    nodules INTEGER NOT NULL CHECK (nodules BETWEEN 0 AND 999),
    cysts INTEGER NOT NULL CHECK (cysts BETWEEN 0 AND 999),
    PRIMARY KEY (acne_status_id, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE scar_observation (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    goodman_baron_grade INTEGER CHECK (goodman_baron_grade BETWEEN 0 AND 4),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE INDEX scar_observation_by_patient ON scar_observation (patient_id);

CREATE TABLE scar_count (
    scar_observation_id INTEGER NOT NULL REFERENCES scar_observation (id),
    type TEXT NOT NULL CHECK (type IN (
        'macular', 'dish_mild', 'dish_moderate', 'punched_shallow', 'broad_shallow',
        'punched_deep_normal', 'punched_deep_abnormal', 'linear', 'broad_deep', 'papular',
        'keloidal_cm2', 'ecca_v', 'ecca_u', 'ecca_m', 'ecca_elastolysis',
        'ecca_hypertrophic_recent', 'ecca_hypertrophic_old')),
    amount REAL NOT NULL CHECK (amount BETWEEN 0 AND 9999),
    PRIMARY KEY (scar_observation_id, type)
) STRICT, WITHOUT ROWID;

CREATE TABLE pigmentation_observation (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    kind TEXT NOT NULL CHECK (kind IN ('pih', 'pie', 'melasma')),
    pahpi TEXT CHECK (pahpi GLOB 'size=[2468],intensity=[369],number=[1-5]'),
    melanin_index REAL CHECK (melanin_index BETWEEN -999 AND 999),
    erythema_index REAL CHECK (erythema_index BETWEEN -999 AND 999),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE INDEX pigmentation_observation_by_patient ON pigmentation_observation (patient_id);

CREATE TABLE pigmentation_region (
    pigmentation_observation_id INTEGER NOT NULL REFERENCES pigmentation_observation (id),
    region TEXT NOT NULL CHECK (region IN ('forehead', 'right_cheek', 'left_cheek', 'chin')),
    area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 6),
    darkness INTEGER NOT NULL CHECK (darkness BETWEEN 0 AND 4),
    homogeneity INTEGER CHECK (homogeneity BETWEEN 0 AND 4),
    PRIMARY KEY (pigmentation_observation_id, region),
    -- no area, no darkness
    CHECK ((area = 0) = (darkness = 0)),
    CHECK (homogeneity IS NULL OR (area = 0) = (homogeneity = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    what TEXT NOT NULL CHECK (what IN (
        'sebum', 'tewl', 'hydration', 'pores', 'melanin_index', 'erythema_index')),
    region TEXT CHECK (region IN (
        'forehead', 'nose', 'left_cheek', 'right_cheek', 'perioral', 'chin', 'jawline',
        'periorbital', 'neck', 'chest', 'upper_back', 'shoulders', 'other')),
    value REAL NOT NULL,
    device TEXT CHECK (device <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE INDEX reading_by_patient ON reading (patient_id);

CREATE TABLE questionnaire (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    "on" TEXT NOT NULL CHECK (substr("on", 1, 10) IS date(substr("on", 1, 10), '+0 days') AND (length("on") = 10
        OR (length("on") IN (16, 19) AND substr("on", 11, 1) = 'T'
            AND substr("on", 12) IS substr(time(substr("on", 12)), 1, length("on") - 11)))),
    which TEXT NOT NULL CHECK (which IN ('dlqi', 'cadi')),
    answers TEXT CHECK (answers <> '' AND trim(answers, '0123456789,') = ''),
    total INTEGER CHECK (total BETWEEN 0 AND 99),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CHECK (answers IS NOT NULL OR total IS NOT NULL)
) STRICT;

CREATE INDEX questionnaire_by_patient ON questionnaire (patient_id);
