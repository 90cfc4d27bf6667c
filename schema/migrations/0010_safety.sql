-- More kinds of conditions, and what no safety rule could judge kept with a session.
--
-- A CHECK cannot be widened in place: the tables are made anew with the same columns in the same order, so that the ledger
-- of old books stays replayable. No table refers to them.

CREATE TABLE condition_of_ten (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'keloid_tendency', 'herpes_history', 'herpes_active', 'active_infection',
        'open_wound', 'suspicious_lesion', 'wart_or_keratosis', 'rosacea',
        'bleeding_disorder', 'anticoagulant', 'connective_tissue_disease', 'pregnancy',
        'breastfeeding', 'metal_allergy', 'anaesthetic_allergy', 'anaesthetic_risk',
        'immunosuppression', 'uncontrolled_diabetes', 'isotretinoin', 'topical_retinoid',
        'sunburn', 'tattoo', 'electronic_implant', 'metal_implant', 'vitiligo', 'psoriasis',
        'lichen_planus', 'eczema', 'reduced_sensation', 'radiotherapy', 'blood_borne_infection',
        'body_dysmorphic_concern', 'other')),
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

INSERT INTO condition_of_ten SELECT * FROM "condition";
DROP TABLE "condition";
ALTER TABLE condition_of_ten RENAME TO "condition";
CREATE INDEX condition_by_patient ON "condition" (patient_id);

CREATE TABLE session_finding_of_ten (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    session INTEGER NOT NULL,
    rule TEXT NOT NULL CHECK (rule <> ''),
    level TEXT NOT NULL CHECK (level IN ('stop', 'sign_off', 'caution', 'not_judged')),
    because TEXT NOT NULL CHECK (because <> ''),
    override TEXT CHECK (override <> ''),
    record TEXT CHECK (record <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    source TEXT NOT NULL CHECK (source <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    FOREIGN KEY (session, patient_id) REFERENCES session (id, patient_id)
) STRICT;

INSERT INTO session_finding_of_ten SELECT * FROM session_finding;
DROP TABLE session_finding;
ALTER TABLE session_finding_of_ten RENAME TO session_finding;
CREATE INDEX session_finding_by_patient ON session_finding (patient_id);
