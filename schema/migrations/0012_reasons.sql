-- Where a safety rule found what it found, so that a reason answers that place; and whether anybody could be asked.

ALTER TABLE session_finding ADD COLUMN region TEXT CHECK (region IN (
    'forehead', 'nose', 'left_cheek', 'right_cheek', 'perioral', 'chin', 'jawline',
    'periorbital', 'neck', 'chest', 'upper_back', 'shoulders', 'other'));
ALTER TABLE session_finding ADD COLUMN not_asked INTEGER CHECK (not_asked IN (0, 1));
