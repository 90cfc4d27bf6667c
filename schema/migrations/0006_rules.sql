-- What the clinical rules rest on: more of a session, the clinic's policies and profiles, and what the
-- safety rules found before each session.

ALTER TABLE clinic ADD COLUMN longest_interval_days INTEGER NOT NULL DEFAULT 70
    CHECK (longest_interval_days BETWEEN 1 AND 999);
ALTER TABLE clinic ADD COLUMN acne_status_days INTEGER NOT NULL DEFAULT 14
    CHECK (acne_status_days BETWEEN 0 AND 365);
ALTER TABLE clinic ADD COLUMN filler_days INTEGER NOT NULL DEFAULT 14
    CHECK (filler_days BETWEEN 0 AND 999);
ALTER TABLE clinic ADD COLUMN botulinum_days INTEGER NOT NULL DEFAULT 14
    CHECK (botulinum_days BETWEEN 0 AND 999);
ALTER TABLE clinic ADD COLUMN topical_retinoid_days INTEGER NOT NULL DEFAULT 5
    CHECK (topical_retinoid_days BETWEEN 0 AND 365);
ALTER TABLE clinic ADD COLUMN absorption_hours INTEGER NOT NULL DEFAULT 24
    CHECK (absorption_hours BETWEEN 1 AND 168);
ALTER TABLE clinic ADD COLUMN precaution_hours INTEGER NOT NULL DEFAULT 72
    CHECK (precaution_hours BETWEEN 1 AND 168);

ALTER TABLE session ADD COLUMN serial TEXT CHECK (serial <> '');
ALTER TABLE session ADD COLUMN clearance TEXT CHECK (clearance <> '');
ALTER TABLE session ADD COLUMN needle_gauge INTEGER CHECK (needle_gauge BETWEEN 20 AND 40);
ALTER TABLE session ADD COLUMN needle_mm REAL CHECK (needle_mm BETWEEN 0.02 AND 1);
ALTER TABLE session ADD COLUMN power_w REAL CHECK (power_w BETWEEN 0 AND 1000);
ALTER TABLE session ADD COLUMN pulse_ms REAL CHECK (pulse_ms BETWEEN 0 AND 10000);
ALTER TABLE session ADD COLUMN frequency_mhz REAL CHECK (frequency_mhz BETWEEN 0 AND 100);
ALTER TABLE session ADD COLUMN treated_cm2 REAL CHECK (treated_cm2 BETWEEN 0 AND 9999);
ALTER TABLE session ADD COLUMN glide TEXT CHECK (glide IN (
    'niacinamide', 'hyaluronic_acid', 'peptides', 'growth_factors',
    'platelet_rich_plasma', 'vitamin_c', 'retinoid', 'azelaic_acid', 'tranexamic_acid',
    'glycolic_acid', 'salicylic_acid', 'benzoyl_peroxide', 'hydroquinone', 'ceramides',
    'panthenol', 'petrolatum', 'moisturiser', 'sunscreen', 'cleanser', 'other'));
ALTER TABLE session ADD COLUMN glide_product TEXT CHECK (glide_product <> '');
ALTER TABLE session ADD COLUMN qualification TEXT CHECK (qualification <> '');
ALTER TABLE session ADD COLUMN consent TEXT CHECK (consent <> '');

-- A recall names a lot as people say it.
CREATE INDEX session_by_folded_lot ON session (lower(trim(lot))) WHERE lot IS NOT NULL;
CREATE INDEX application_by_folded_lot ON application (lower(trim(lot))) WHERE lot IS NOT NULL;

ALTER TABLE application ADD COLUMN perfumed INTEGER CHECK (perfumed IN (0, 1));

ALTER TABLE scar_observation ADD COLUMN goodman_baron TEXT
    CHECK (goodman_baron GLOB 'contour=*' OR goodman_baron GLOB 'visible_at_50cm=*'
        OR goodman_baron GLOB 'coverable=*' OR goodman_baron GLOB 'flattens=*');
ALTER TABLE scar_observation ADD COLUMN scar_s TEXT
    CHECK (scar_s GLOB 'face=[0-5]*' OR scar_s GLOB 'chest=[0-5]*' OR scar_s GLOB 'back=[0-5]');
ALTER TABLE scar_observation ADD COLUMN vancouver TEXT
    CHECK (vancouver GLOB 'pigmentation=[0-2],vascularity=[0-3],pliability=[0-5],height=[0-3]');

-- What the rules found when the session was recorded, and why it was done nevertheless.
CREATE TABLE session_finding (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    session INTEGER NOT NULL,
    rule TEXT NOT NULL CHECK (rule <> ''),
    level TEXT NOT NULL CHECK (level IN ('stop', 'sign_off', 'caution')),
    because TEXT NOT NULL CHECK (because <> ''),
    override TEXT CHECK (override <> ''),
    record TEXT CHECK (record <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    source TEXT NOT NULL CHECK (source <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    FOREIGN KEY (session, patient_id) REFERENCES session (id, patient_id)
) STRICT;

CREATE INDEX session_finding_by_patient ON session_finding (patient_id);

-- The clinic's own rows of two profiles; each stands in the place of the program's row with the same key.
CREATE TABLE depth_limit (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    region TEXT NOT NULL CHECK (region IN (
        'forehead', 'nose', 'left_cheek', 'right_cheek', 'perioral', 'chin', 'jawline',
        'periorbital', 'neck', 'chest', 'upper_back', 'shoulders', 'other')),
    fitzpatrick TEXT CHECK (fitzpatrick IN ('I', 'II', 'III', 'IV', 'V', 'VI')),
    radiofrequency INTEGER NOT NULL CHECK (radiofrequency IN (0, 1)),
    max_mm REAL CHECK (max_mm BETWEEN 0.1 AND 8),
    source TEXT NOT NULL CHECK (source <> '')
) STRICT;

CREATE UNIQUE INDEX depth_limit_by_place ON depth_limit (region, coalesce(fitzpatrick, ''), radiofrequency);

CREATE TABLE care_advice (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    subject TEXT NOT NULL UNIQUE CHECK (subject IN (
        'niacinamide', 'hyaluronic_acid', 'peptides', 'growth_factors',
        'platelet_rich_plasma', 'vitamin_c', 'retinoid', 'azelaic_acid', 'tranexamic_acid',
        'glycolic_acid', 'salicylic_acid', 'benzoyl_peroxide', 'hydroquinone', 'ceramides',
        'panthenol', 'petrolatum', 'moisturiser', 'sunscreen', 'cleanser', 'other',
        'make_up', 'exercise', 'sauna_and_pool', 'alcohol_based_product', 'perfume', 'scrub',
        'peel_or_laser', 'sun')),
    stance TEXT NOT NULL CHECK (stance IN ('advised', 'avoid', 'no_evidence')),
    from_hours INTEGER NOT NULL CHECK (from_hours BETWEEN 0 AND 2000),
    until_hours INTEGER NOT NULL CHECK (until_hours BETWEEN 1 AND 2000),
    cautious_until_hours INTEGER CHECK (cautious_until_hours BETWEEN 1 AND 2000),
    source TEXT NOT NULL CHECK (source <> ''),
    CHECK (until_hours > from_hours),
    CHECK (cautious_until_hours > until_hours)
) STRICT;
