-- Which photographs a study of agreement shows to its raters: one of each patient, drawn when it begins.

CREATE TABLE agreement_photo (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    PRIMARY KEY (agreement_id, photo_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_photo_by_photo ON agreement_photo (photo_id);
