-- The highest ids of rows that left their tables: none of them is given again. A counter, not a record: it is no part of
-- the ledger's changes.
CREATE TABLE id_floor (
    table_name TEXT PRIMARY KEY,
    id INTEGER NOT NULL CHECK (id > 0)
) STRICT, WITHOUT ROWID;

-- Which entries took others back, without reading the whole ledger for it.
CREATE INDEX ledger_of_undo ON ledger (seq, answer) WHERE action = 'undo';

CREATE TRIGGER patient_id_is_not_given_again AFTER DELETE ON patient
WHEN OLD.id > coalesce((SELECT max(id) FROM patient), 0)
BEGIN
    INSERT INTO id_floor VALUES ('patient', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER condition_id_is_not_given_again AFTER DELETE ON "condition"
WHEN OLD.id > coalesce((SELECT max(id) FROM "condition"), 0)
BEGIN
    INSERT INTO id_floor VALUES ('condition', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER other_treatment_id_is_not_given_again AFTER DELETE ON other_treatment
WHEN OLD.id > coalesce((SELECT max(id) FROM other_treatment), 0)
BEGIN
    INSERT INTO id_floor VALUES ('other_treatment', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER course_id_is_not_given_again AFTER DELETE ON course
WHEN OLD.id > coalesce((SELECT max(id) FROM course), 0)
BEGIN
    INSERT INTO id_floor VALUES ('course', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER session_id_is_not_given_again AFTER DELETE ON session
WHEN OLD.id > coalesce((SELECT max(id) FROM session), 0)
BEGIN
    INSERT INTO id_floor VALUES ('session', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER application_id_is_not_given_again AFTER DELETE ON application
WHEN OLD.id > coalesce((SELECT max(id) FROM application), 0)
BEGIN
    INSERT INTO id_floor VALUES ('application', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER adverse_event_id_is_not_given_again AFTER DELETE ON adverse_event
WHEN OLD.id > coalesce((SELECT max(id) FROM adverse_event), 0)
BEGIN
    INSERT INTO id_floor VALUES ('adverse_event', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER session_finding_id_is_not_given_again AFTER DELETE ON session_finding
WHEN OLD.id > coalesce((SELECT max(id) FROM session_finding), 0)
BEGIN
    INSERT INTO id_floor VALUES ('session_finding', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER acne_status_id_is_not_given_again AFTER DELETE ON acne_status
WHEN OLD.id > coalesce((SELECT max(id) FROM acne_status), 0)
BEGIN
    INSERT INTO id_floor VALUES ('acne_status', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER scar_observation_id_is_not_given_again AFTER DELETE ON scar_observation
WHEN OLD.id > coalesce((SELECT max(id) FROM scar_observation), 0)
BEGIN
    INSERT INTO id_floor VALUES ('scar_observation', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER pigmentation_observation_id_is_not_given_again AFTER DELETE ON pigmentation_observation
WHEN OLD.id > coalesce((SELECT max(id) FROM pigmentation_observation), 0)
BEGIN
    INSERT INTO id_floor VALUES ('pigmentation_observation', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER reading_id_is_not_given_again AFTER DELETE ON reading
WHEN OLD.id > coalesce((SELECT max(id) FROM reading), 0)
BEGIN
    INSERT INTO id_floor VALUES ('reading', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER questionnaire_id_is_not_given_again AFTER DELETE ON questionnaire
WHEN OLD.id > coalesce((SELECT max(id) FROM questionnaire), 0)
BEGIN
    INSERT INTO id_floor VALUES ('questionnaire', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER instrument_id_is_not_given_again AFTER DELETE ON instrument
WHEN OLD.id > coalesce((SELECT max(id) FROM instrument), 0)
BEGIN
    INSERT INTO id_floor VALUES ('instrument', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER agreement_id_is_not_given_again AFTER DELETE ON agreement
WHEN OLD.id > coalesce((SELECT max(id) FROM agreement), 0)
BEGIN
    INSERT INTO id_floor VALUES ('agreement', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER agreement_rating_id_is_not_given_again AFTER DELETE ON agreement_rating
WHEN OLD.id > coalesce((SELECT max(id) FROM agreement_rating), 0)
BEGIN
    INSERT INTO id_floor VALUES ('agreement_rating', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER depth_limit_id_is_not_given_again AFTER DELETE ON depth_limit
WHEN OLD.id > coalesce((SELECT max(id) FROM depth_limit), 0)
BEGIN
    INSERT INTO id_floor VALUES ('depth_limit', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER care_advice_id_is_not_given_again AFTER DELETE ON care_advice
WHEN OLD.id > coalesce((SELECT max(id) FROM care_advice), 0)
BEGIN
    INSERT INTO id_floor VALUES ('care_advice', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER patient_link_id_is_not_given_again AFTER DELETE ON patient_link
WHEN OLD.id > coalesce((SELECT max(id) FROM patient_link), 0)
BEGIN
    INSERT INTO id_floor VALUES ('patient_link', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;

CREATE TRIGGER score_id_is_not_given_again AFTER DELETE ON score
WHEN OLD.id > coalesce((SELECT max(id) FROM score), 0)
BEGIN
    INSERT INTO id_floor VALUES ('score', OLD.id) ON CONFLICT DO UPDATE SET id = max(id, excluded.id);
END;
