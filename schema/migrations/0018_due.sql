-- When each patient's next session should be: derived from the latest course, its sessions and the last value, and kept
-- by each write, so that nobody reads every session for the day's list. Not of record.

CREATE TABLE aggregate_due (
    patient_id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL,
    done INTEGER NOT NULL CHECK (done >= 0),
    first_session TEXT,
    last_session TEXT,
    intervals INTEGER NOT NULL,
    intervals_kept INTEGER NOT NULL,
    next_on TEXT,
    last_visit TEXT NOT NULL,
    lost_from TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;

CREATE INDEX aggregate_due_by_day ON aggregate_due (next_on, lost_from, until) WHERE next_on IS NOT NULL;
CREATE INDEX aggregate_due_by_reach ON aggregate_due (until);
