-- The clinic, its patients, and what is known of them before treatment.

CREATE TABLE clinic (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    isotretinoin_rule TEXT NOT NULL CHECK (isotretinoin_rule IN ('label', 'consensus')),
    minimal_interval_days INTEGER NOT NULL CHECK (minimal_interval_days BETWEEN 1 AND 365),
    minimal_interval_rf_days INTEGER NOT NULL CHECK (minimal_interval_rf_days BETWEEN 1 AND 365)
) STRICT;

CREATE TABLE patient (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    chart TEXT NOT NULL UNIQUE CHECK (trim(chart) <> ''),
    name TEXT CHECK (trim(name) <> ''),
    name_ar TEXT CHECK (trim(name_ar) <> ''),
    born TEXT CHECK (born IS date(born, '+0 days')),
    sex TEXT CHECK (sex IN ('female', 'male', 'other')),
    fitzpatrick TEXT CHECK (fitzpatrick IN ('I', 'II', 'III', 'IV', 'V', 'VI')),
    monk INTEGER CHECK (monk BETWEEN 1 AND 10),
    contact TEXT CHECK (contact <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE TABLE tag (
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    key TEXT NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (patient_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_by_key ON tag (key, value);

CREATE TABLE "condition" (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'keloid_tendency', 'herpes_history', 'herpes_active', 'active_infection',
        'open_wound', 'suspicious_lesion', 'wart_or_keratosis', 'rosacea',
        'bleeding_disorder', 'anticoagulant', 'connective_tissue_disease', 'pregnancy',
        'breastfeeding', 'metal_allergy', 'anaesthetic_allergy', 'anaesthetic_risk',
        'immunosuppression', 'uncontrolled_diabetes', 'isotretinoin', 'topical_retinoid',
        'sunburn', 'tattoo', 'other')),
    region TEXT CHECK (region IN (
        'forehead', 'nose', 'left_cheek', 'right_cheek', 'perioral', 'chin', 'jawline',
        'periorbital', 'neck', 'chest', 'upper_back', 'shoulders', 'other')),
    "from" TEXT CHECK (CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END
        IS date(CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END, '+0 days')),
    until TEXT CHECK (CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END
        IS date(CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END, '+0 days')),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE INDEX condition_by_patient ON "condition" (patient_id);

CREATE TABLE other_treatment (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'peel', 'laser', 'dermabrasion', 'light', 'injection', 'filler', 'botulinum',
        'oral_medicine', 'topical_medicine', 'other')),
    name TEXT CHECK (name <> ''),
    "from" TEXT CHECK (CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END
        IS date(CASE length("from") WHEN 4 THEN "from" || '-01-01' WHEN 7 THEN "from" || '-01' ELSE "from" END, '+0 days')),
    until TEXT CHECK (CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END
        IS date(CASE length(until) WHEN 4 THEN until || '-01-01' WHEN 7 THEN until || '-01' ELSE until END, '+0 days')),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE INDEX other_treatment_by_patient ON other_treatment (patient_id);
