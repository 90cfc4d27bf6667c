-- In which language a patient reads, with which digits Arabic is written in this clinic, and whether patients' papers
-- have the day of the Umm al-Qura calendar too. The clinic's table is made anew, since it refers to new words, its
-- columns in the order that entries of the ledger know.

CREATE TABLE word_patient_language (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_patient_language VALUES ('en'), ('ar');
CREATE TABLE word_digits (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_digits VALUES ('latn'), ('arab');

ALTER TABLE patient ADD COLUMN language TEXT REFERENCES word_patient_language (word);

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
    telephone TEXT CHECK (telephone <> ''),
    retention_years INTEGER NOT NULL DEFAULT 25 CHECK (retention_years BETWEEN 1 AND 100),
    lock_minutes INTEGER NOT NULL DEFAULT 15 CHECK (lock_minutes BETWEEN 1 AND 60),
    sign_off TEXT NOT NULL DEFAULT 'anyone' REFERENCES word_sign_off_rule (word),
    digits TEXT NOT NULL DEFAULT 'latn' REFERENCES word_digits (word),
    umm_al_qura INTEGER NOT NULL DEFAULT 0 CHECK (umm_al_qura IN (0, 1))
) STRICT;
INSERT INTO clinic_new SELECT *, 'latn', 0 FROM clinic;
DROP TABLE clinic;
ALTER TABLE clinic_new RENAME TO clinic;
