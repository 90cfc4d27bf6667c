-- What a registry and a sponsor ask of a side effect: whether it was serious, and how it is judged to be related.
CREATE TABLE word_relatedness (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_relatedness VALUES ('unrelated'), ('unlikely'), ('possible'), ('probable'), ('related');

ALTER TABLE adverse_event ADD COLUMN serious INTEGER CHECK (serious IN (0, 1));
ALTER TABLE adverse_event ADD COLUMN related TEXT REFERENCES word_relatedness (word);
