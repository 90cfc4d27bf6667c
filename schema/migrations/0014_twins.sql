-- Who is asked for when somebody is registered who may be in the book already, and all spellings of lots for a recall:
-- these are compared folded, which only the program does, over the few different ones.

DROP INDEX session_by_folded_lot;
DROP INDEX application_by_folded_lot;
CREATE INDEX session_by_lot ON session (lot) WHERE lot IS NOT NULL;
CREATE INDEX application_by_lot ON application (lot) WHERE lot IS NOT NULL;
CREATE INDEX patient_by_birth ON patient (born) WHERE born IS NOT NULL;
CREATE INDEX patient_by_contact ON patient (contact) WHERE contact IS NOT NULL;
