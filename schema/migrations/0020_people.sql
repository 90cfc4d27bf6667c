-- People: who works with the book and what they may. Accounts and the devices on which people signed in are of record;
-- what proves somebody is whom they say stands in tables secret_…, which are not: in no change of the ledger, no export
-- and no comparison, but in backups. Moments of theirs are seconds since 1970, UTC; hashes of what people type are
-- Argon2id, of what the program drew by lot SHA-256, as hex.

ALTER TABLE clinic ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 15 CHECK (lock_minutes BETWEEN 1 AND 60);

CREATE TABLE word_role (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_role VALUES ('owner'), ('clinician'), ('assistant'), ('reader');

-- Nobody's name is given again, whatever its case; other spellings of one name, the program compares.
CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    display_name TEXT CHECK (display_name <> ''),
    role TEXT NOT NULL REFERENCES word_role (word),
    language TEXT CHECK (language <> ''),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
) STRICT;
CREATE UNIQUE INDEX account_by_name ON account (name COLLATE NOCASE);
-- What somebody did stays theirs.
CREATE TRIGGER account_is_not_removed BEFORE DELETE ON account
BEGIN
    SELECT RAISE(ABORT, 'an account is disabled, never removed');
END;

CREATE TABLE sign_in_device (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    label TEXT NOT NULL CHECK (label <> ''),
    account INTEGER NOT NULL REFERENCES account (id),
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
) STRICT;
CREATE TRIGGER sign_in_device_is_not_removed BEFORE DELETE ON sign_in_device
BEGIN
    SELECT RAISE(ABORT, 'a device is revoked, never removed');
END;

CREATE TABLE secret_password (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    hash TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT;

-- Not asked for until it is confirmed with a first code.
CREATE TABLE secret_totp (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    secret TEXT NOT NULL CHECK (length(secret) = 40),
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    last_step INTEGER NOT NULL
) STRICT;

CREATE TABLE secret_recovery_code (
    account_id INTEGER NOT NULL REFERENCES account (id),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret_reset_code (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    until INTEGER NOT NULL
) STRICT;

-- One row for each device that was not revoked: whose turn it is there; no account: signed out.
CREATE TABLE secret_turn (
    device_id INTEGER PRIMARY KEY REFERENCES sign_in_device (id),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    account_id INTEGER REFERENCES account (id),
    password_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    locked INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT;

-- Who signed in on the device by password, when, and the PIN that they set there.
CREATE TABLE secret_pin (
    device_id INTEGER NOT NULL REFERENCES sign_in_device (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    password_at INTEGER NOT NULL,
    hash TEXT,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    PRIMARY KEY (device_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret_program_token (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    rights TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    until INTEGER,
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX secret_program_token_by_name ON secret_program_token (name COLLATE NOCASE) WHERE revoked = 0;

-- Of an account ("account 3"), an address ("address 10.0.0.7") and names that nobody has ("nobody").
CREATE TABLE secret_delay (
    of TEXT PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures > 0),
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Under which what people type and have not recorded is kept beside the book.
CREATE TABLE secret_draft_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key TEXT NOT NULL CHECK (length(key) = 64)
) STRICT;
