-- The keys with which the clinic signs its ledger: the public ones, those of the past too. The private one lies outside
-- the book. A key vouches for the one after it by a signature, where it was at hand. Entries are numbers of the ledger.
CREATE TABLE clinic_key (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
    public_key TEXT NOT NULL CHECK (public_key <> ''),
    made_at TEXT NOT NULL,
    since_entry INTEGER NOT NULL CHECK (since_entry > 0),
    vouched BLOB CHECK (length(vouched) > 0),
    retired_at TEXT,
    until_entry INTEGER CHECK (until_entry > since_entry),
    CHECK ((retired_at IS NULL) = (until_entry IS NULL))
) STRICT;
CREATE UNIQUE INDEX clinic_key_in_use ON clinic_key (retired_at IS NULL) WHERE retired_at IS NULL;
CREATE TRIGGER clinic_key_is_not_removed BEFORE DELETE ON clinic_key
BEGIN
    SELECT RAISE(ABORT, 'a key of the clinic is retired, never removed');
END;
CREATE TRIGGER clinic_key_is_only_retired BEFORE UPDATE ON clinic_key
WHEN OLD.retired_at IS NOT NULL OR NEW.retired_at IS NULL OR NEW.id <> OLD.id OR NEW.fingerprint <> OLD.fingerprint
    OR NEW.public_key <> OLD.public_key OR NEW.made_at <> OLD.made_at OR NEW.since_entry <> OLD.since_entry
    OR NEW.vouched IS NOT OLD.vouched
BEGIN
    SELECT RAISE(ABORT, 'a key of the clinic is retired once, and not changed else');
END;

-- The signature of the ledger's last entry, kept anew with each. Not of record: it says that the ledger is the clinic's.
CREATE TABLE ledger_signature (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    entry INTEGER NOT NULL CHECK (entry > 0),
    signature BLOB NOT NULL CHECK (length(signature) > 0)
) STRICT;
