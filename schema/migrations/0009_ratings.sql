-- Who rated, what was looked at, and how far two ratings differ by chance: what a change is judged by.

ALTER TABLE acne_status ADD COLUMN rater TEXT CHECK (rater <> '');
ALTER TABLE scar_observation ADD COLUMN rest TEXT CHECK (rest IN ('none'));
ALTER TABLE scar_observation ADD COLUMN rater TEXT CHECK (rater <> '');
ALTER TABLE pigmentation_observation ADD COLUMN marks TEXT CHECK (marks IN ('none'));
ALTER TABLE pigmentation_observation ADD COLUMN device TEXT CHECK (device <> '');
ALTER TABLE pigmentation_observation ADD COLUMN rater TEXT CHECK (rater <> '');
ALTER TABLE reading ADD COLUMN rater TEXT CHECK (rater <> '');

-- A sum or a mean over places keeps the value of each: "forehead=5,left_cheek=3", and "rest" where every other place
-- was examined and has none. Without places the value is of the whole.
ALTER TABLE score ADD COLUMN rater TEXT CHECK (rater <> '');
ALTER TABLE score ADD COLUMN device TEXT CHECK (device <> '');
ALTER TABLE score ADD COLUMN places TEXT CHECK (places <> '');

-- rule: points = noise and noise_other_rater hold it; count = computed from the two counts. A scale that the clinic added
-- before this version has its noise without a rule and a kind: it is in points.
ALTER TABLE instrument ADD COLUMN noise_rule TEXT CHECK (noise_rule IN ('points', 'count'));
ALTER TABLE instrument ADD COLUMN noise_kind TEXT CHECK (noise_kind IN ('published', 'derived', 'ours'));
ALTER TABLE instrument ADD COLUMN noise_other_rater REAL CHECK (noise_other_rater >= 0);
ALTER TABLE instrument ADD COLUMN noise_formula TEXT CHECK (noise_formula <> '');
ALTER TABLE instrument ADD COLUMN target REAL;
ALTER TABLE instrument ADD COLUMN responder_from REAL CHECK (responder_from > 0);

ALTER TABLE course ADD COLUMN side TEXT CHECK (side IN ('left', 'right'));

ALTER TABLE clinic ADD COLUMN questionnaire_score TEXT NOT NULL DEFAULT 'items'
    CHECK (questionnaire_score IN ('items', 'recorded_total'));

-- A study of how far two ratings of the same unchanged patient differ. Adopted, it is the noise of its scale.
CREATE TABLE agreement (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    instrument_id INTEGER NOT NULL REFERENCES instrument (id),
    medium TEXT NOT NULL CHECK (medium IN ('live', 'photo')),
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

CREATE UNIQUE INDEX agreement_in_force ON agreement (instrument_id, medium) WHERE adopted IS NOT NULL AND voided = 0;

-- One rater may rate a patient more than once: that tells how far the same rater differs.
CREATE TABLE agreement_rating (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    rater TEXT NOT NULL CHECK (rater <> ''),
    value REAL NOT NULL,
    at TEXT NOT NULL CHECK (substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days') AND (length(at) = 10
        OR (length(at) IN (16, 19) AND substr(at, 11, 1) = 'T'
            AND substr(at, 12) IS substr(time(substr(at, 12)), 1, length(at) - 11)))),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE INDEX agreement_rating_by_study ON agreement_rating (agreement_id);

CREATE TRIGGER agreement_rating_fits_its_scale BEFORE INSERT ON agreement_rating
WHEN EXISTS (
    SELECT 1 FROM agreement JOIN instrument AS scale ON scale.id = agreement.instrument_id
    WHERE agreement.id = NEW.agreement_id
        AND (NEW.value < scale.low OR NEW.value > scale.high
            OR abs((NEW.value - scale.low) / scale.step - round((NEW.value - scale.low) / scale.step)) > 1e-6))
BEGIN
    SELECT RAISE(ABORT, 'the value is not on its scale');
END;

-- The standings say what the verdict was. They are derived: the next write computes them anew.
DROP TABLE standing_series;
CREATE TABLE standing_series (
    instrument_id INTEGER NOT NULL,
    region TEXT NOT NULL,
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
DELETE FROM standing_state;
