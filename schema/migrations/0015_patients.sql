-- Patients once more: the chart number of somebody who was entered in error is free again, the contact is a telephone
-- number, an e-mail address or another address, and the birth is known as far as it is known.
-- begins an epoch

-- What refers to a patient is without one between the two tables.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE patient_before AS
SELECT *, ltrim(replace(replace(replace(replace(replace(replace(replace(
        contact, ' ', ''), char(160), ''), '-', ''), char(8211), ''), '(', ''), ')', ''), '.', ''), '+') AS digits
FROM patient;

DROP TABLE patient;

-- The telephone stands where the contact stood: older entries of the ledger are shown by the places of their columns.
CREATE TABLE patient (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    chart TEXT NOT NULL CHECK (trim(chart) <> ''),
    name TEXT CHECK (trim(name) <> ''),
    name_ar TEXT CHECK (trim(name_ar) <> ''),
    born TEXT CHECK (
        CASE length(born) WHEN 4 THEN born || '-01-01' WHEN 7 THEN born || '-01' ELSE born END
        IS date(CASE length(born) WHEN 4 THEN born || '-01-01' WHEN 7 THEN born || '-01' ELSE born END,
            '+0 days')),
    sex TEXT REFERENCES word_sex (word),
    fitzpatrick TEXT REFERENCES word_fitzpatrick (word),
    monk INTEGER CHECK (monk BETWEEN 1 AND 10),
    telephone TEXT CHECK (telephone <> ''),
    note TEXT CHECK (note <> ''),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    status TEXT REFERENCES word_patient_status (word),
    status_on TEXT CHECK (status_on IS date(status_on, '+0 days')),
    weight_kg REAL CHECK (weight_kg BETWEEN 1 AND 400),
    guardian TEXT CHECK (guardian <> ''),
    email TEXT CHECK (email <> ''),
    address TEXT CHECK (address <> '')
) STRICT;

-- As schema::contact_field tells them apart.
INSERT INTO patient
SELECT id, chart, name, name_ar, born, sex, fitzpatrick, monk, iif(kind = 'telephone', contact, NULL), note, version,
    voided, status, status_on, weight_kg, guardian, iif(kind = 'email', contact, NULL),
    iif(kind = 'address', contact, NULL)
FROM (
    SELECT *, CASE
        WHEN length(digits) BETWEEN 5 AND 15 AND digits NOT GLOB '*[^0-9٠-٩۰-۹]*' THEN 'telephone'
        WHEN contact GLOB '?*@?*' AND contact NOT GLOB '*@*@*' AND instr(contact, ' ') = 0
            AND instr(contact, char(9)) = 0 AND instr(contact, char(160)) = 0 THEN 'email'
        ELSE 'address' END AS kind
    FROM patient_before);

DROP TABLE patient_before;

CREATE UNIQUE INDEX patient_chart_in_force ON patient (chart) WHERE voided = 0;
CREATE INDEX patient_by_birth ON patient (born) WHERE born IS NOT NULL;
CREATE INDEX patient_by_telephone ON patient (telephone) WHERE telephone IS NOT NULL;
