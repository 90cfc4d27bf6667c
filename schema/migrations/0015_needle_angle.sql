ALTER TABLE session ADD COLUMN needle_angle INTEGER CHECK (needle_angle BETWEEN 10 AND 90);
