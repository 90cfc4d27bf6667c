-- What was on when a value was taken: treated=yes, arm=A. One value per key and score; a score without labels has no
-- row here and costs nothing. Only what was entered directly has any. Texts, not numbers of a table of texts: so an
-- erasure takes them with the score, and nothing is left of a label that nobody has any more.
CREATE TABLE score_label (
    score_id INTEGER NOT NULL REFERENCES score (id),
    key TEXT NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (score_id, key)
) STRICT, WITHOUT ROWID;
