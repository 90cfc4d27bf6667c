-- The address under which a patient reads their own page: a key that nobody can guess. Withdrawn is voided.

CREATE TABLE patient_link (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    patient_id INTEGER NOT NULL REFERENCES patient (id),
    key TEXT NOT NULL UNIQUE CHECK (length(key) >= 22),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX patient_link_in_force ON patient_link (patient_id) WHERE voided = 0;

-- What the clinic's day looks at first.
CREATE INDEX session_by_time ON session (at, id) WHERE voided = 0;
CREATE INDEX adverse_event_going_on ON adverse_event (onset, id) WHERE resolved IS NULL AND voided = 0;
