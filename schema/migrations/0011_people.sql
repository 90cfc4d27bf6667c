-- Who is still a patient, what an anaesthetic's dose is judged by, and one more kind of side effect.

ALTER TABLE patient ADD COLUMN status TEXT CHECK (status IN ('active', 'left', 'died'));
ALTER TABLE patient ADD COLUMN status_on TEXT CHECK (status_on IS date(status_on, '+0 days'));
ALTER TABLE patient ADD COLUMN weight_kg REAL CHECK (weight_kg BETWEEN 1 AND 400);
ALTER TABLE patient ADD COLUMN guardian TEXT CHECK (guardian <> '');

ALTER TABLE clinic ADD COLUMN telephone TEXT CHECK (telephone <> '');

ALTER TABLE session ADD COLUMN anaesthetic_percent REAL CHECK (anaesthetic_percent BETWEEN 0 AND 100);
ALTER TABLE session ADD COLUMN anaesthetic_area_cm2 REAL CHECK (anaesthetic_area_cm2 BETWEEN 0 AND 9999);
ALTER TABLE session ADD COLUMN anaesthetic_grams REAL CHECK (anaesthetic_grams BETWEEN 0 AND 1000);

-- A CHECK cannot be widened in place: the table is made anew with the same columns in the same order, so that the ledger
-- of old books stays replayable. No table refers to it.
CREATE TABLE adverse_event_of_ten (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    session INTEGER,
    kind TEXT NOT NULL CHECK (kind IN (
        'erythema', 'oedema', 'pain', 'bleeding', 'bruising', 'dryness', 'itch', 'crust',
        'lymphadenopathy', 'contact_dermatitis', 'pih', 'tram_track_scarring', 'granuloma',
        'herpes_reactivation', 'infection', 'acne_flare', 'milia', 'burn', 'fat_loss',
        'nerve_injury', 'scar', 'spreading_redness', 'other')),
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

INSERT INTO adverse_event_of_ten SELECT * FROM adverse_event;
DROP TABLE adverse_event;
ALTER TABLE adverse_event_of_ten RENAME TO adverse_event;
CREATE INDEX adverse_event_by_patient ON adverse_event (patient_id);
CREATE INDEX adverse_event_going_on ON adverse_event (onset, id) WHERE resolved IS NULL AND voided = 0;
