"""What the peers are asked, in SQL that all of them understand, and what is recorded."""
from itertools import count

# The first and the last value of a series in one pass; a value is below 1000, so that moment and value are one number.
ends = ("min(minute * 1000.0{0} + value) - min(minute) * 1000.0{0} AS f, "
        "max(minute * 1000.0{0} + value) - max(minute) * 1000.0{0} AS l")
ends_of = {"DuckDB": "arg_min(value, minute) AS f, arg_max(value, minute) AS l", "PostgreSQL": ends.format("::float8")}

summary = [
    """SELECT instrument_id, count(*), min(value), max(value),
    (count(*) * sum(minute / 1440.0 * value) - sum(minute / 1440.0) * sum(value))
    / nullif(count(*) * sum(minute / 1440.0 * minute / 1440.0) - sum(minute / 1440.0) * sum(minute / 1440.0), 0) AS slope
    FROM score WHERE patient_id = (SELECT id FROM patient WHERE chart = ?) AND voided = 0 GROUP BY instrument_id""",
    """SELECT * FROM session JOIN area ON session_id = id
    WHERE patient_id = (SELECT id FROM patient WHERE chart = ?) ORDER BY minute, id"""]


def series(engine, condition=""):
    return f"""SELECT patient_id, instrument_id, min(minute) AS base, {ends_of.get(engine, ends.format(""))}
    FROM score WHERE region = 0 AND voided = 0 {condition} GROUP BY instrument_id, patient_id"""


def outcomes(engine, condition=""):
    return f"""SELECT instrument_id, count(*), avg(f), avg(l), avg(l - f), sum((l - f) * (l - f)),
    sum(CASE WHEN l <= f / 2 THEN 1 ELSE 0 END), sum(CASE WHEN l > f THEN 1 ELSE 0 END)
    FROM ({series(engine, condition)}) AS s GROUP BY instrument_id"""


def visits(engine):
    """4 and 8 weeks from the first value: the nearest within two weeks."""
    away = "abs(score.minute - base - week * 10080)"
    return f"""WITH s AS ({series(engine)}), near AS (
        SELECT instrument_id, week, f, value, row_number() OVER (
            PARTITION BY patient_id, instrument_id, week ORDER BY {away}, score.minute) AS k
        FROM score JOIN s USING (patient_id, instrument_id)
        JOIN (SELECT 4 AS week UNION ALL SELECT 8) AS plan ON {away} <= 20160 WHERE region = 0 AND voided = 0)
    SELECT instrument_id, week, count(*), avg(value), avg(value - f), sum((value - f) * (value - f))
    FROM near WHERE k = 1 GROUP BY instrument_id, week"""


record = ["INSERT INTO acne_status VALUES (?, ?, ?, 3)", "INSERT INTO acne_region VALUES (?, 2, 4, 3)",
          "INSERT INTO score VALUES " + ", ".join(["(?, ?, 0, ?, ?, ?, 1, 0)"] * 4)]
numbers = count(10**7)


def one_record(patient, minute):
    """The parameters of a record: a status, a region, four values."""
    number = next(numbers)
    values = [(patient, scale, minute, 4 * number + scale, value) for scale, value in ((1, 7), (2, 3), (3, 4), (5, 3))]
    return [[number, patient, minute], [number], [one for value in values for one in value]]
