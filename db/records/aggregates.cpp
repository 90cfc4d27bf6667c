#include "db/records/aggregates.h"

#include <string>

#include "db/records/due_aggregates.h"
#include "db/records/score_key.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/text.h"

namespace db {

namespace {

using schema::Device;
using schema::Patient;

constexpr const char* series_columns =
    "SELECT instrument_id, region, patient_id, n, baseline, latest, verdict, confirmed, "
    "response_days, responded, until "
    "FROM aggregate_series ";
constexpr const char* treatment_columns =
    "SELECT patient_id, began, concern, sessions, deepest_mm, devices, all_sessions, until "
    "FROM aggregate_treatment ";

SeriesAggregate read_series(Query& row) {
    SeriesAggregate aggregate;
    aggregate.key.instrument = row.get<schema::Id<schema::Instrument>>();
    aggregate.key.region = read_region(row.get<std::int64_t>());
    aggregate.key.patient = row.get<schema::Id<Patient>>();
    aggregate.n = row.get<int>();
    aggregate.baseline = row.get<std::optional<double>>();
    aggregate.latest = row.get<std::optional<double>>();
    aggregate.verdict = row.get<schema::Verdict>();
    aggregate.confirmed = row.get<std::optional<bool>>();
    const auto days = row.get<std::optional<double>>();
    const bool responded = row.get<bool>();
    if (days) {
        aggregate.response = ResponseTime{.days = *days, .responded = responded};
    }
    aggregate.until = row.get<schema::Date>();
    return aggregate;
}

std::string device_list(const std::vector<Device>& devices) {
    std::string list;
    for (const auto device : devices) {
        list += list.empty() ? "" : " ";
        list += schema::word(device);
    }
    return list;
}

std::vector<Device> read_devices(const std::string& list) {
    std::vector<Device> devices;
    for (const auto word : schema::split(list, ' ')) {
        if (const auto device = schema::read_word<Device>(word)) {
            devices.push_back(*device);
        }
    }
    return devices;
}

TreatmentAggregate read_treatment(Query& row) {
    TreatmentAggregate aggregate;
    aggregate.patient = row.get<schema::Id<Patient>>();
    aggregate.began = row.get<std::optional<schema::CivilTime>>();
    aggregate.concern = row.get<std::optional<schema::Concern>>();
    aggregate.sessions = row.get<int>();
    aggregate.deepest_mm = row.get<std::optional<double>>();
    aggregate.devices = read_devices(row.get<std::string>());
    aggregate.all_sessions = row.get<int>();
    aggregate.until = row.get<std::optional<schema::Date>>();
    return aggregate;
}

template <class... Values>
void visit_series(const Book& book,
                  const VisitAggregate& visit,
                  const char* rest,
                  const Values&... values) {
    translate([&] {
        Query rows(book.connection(), std::string(series_columns) + rest);
        rows.with(values...);
        while (rows.step()) {
            visit(read_series(rows));
        }
    });
}

}  // namespace

bool aggregates_are_current(const Book& book, int method) {
    return translated([&] {
        Query row(book.connection(), R"(
            SELECT 1 FROM aggregate_state
            WHERE method = ? AND seq = (SELECT coalesce(max(seq), 0) FROM ledger))");
        row.with(method);
        return row.step();
    });
}

void carry_aggregates(Write& write) {
    Query(write.connection(), R"(
        UPDATE aggregate_state SET seq = seq + 1
        WHERE seq = (SELECT coalesce(max(seq), 0) FROM ledger))")
        .run();
}

void stamp_aggregates(Write& write, int method) {
    Query(write.connection(), R"(
        INSERT OR REPLACE INTO aggregate_state (id, seq, method)
        SELECT 1, coalesce(max(seq), 0) + 1, ? FROM ledger)")
        .with(method)
        .run();
}

void put_aggregate(Write& write, const SeriesAggregate& aggregate) {
    const auto& [days, responded] = aggregate.response.value_or(ResponseTime{});
    const auto known = [&](auto value) {
        return aggregate.response ? std::optional(value) : std::nullopt;
    };
    Query(write.connection(), R"(
        INSERT OR REPLACE INTO aggregate_series
            (instrument_id, region, patient_id, n, baseline, latest, verdict, confirmed,
             response_days, responded, until)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))")
        .with(aggregate.key.instrument,
              region_number(aggregate.key.region),
              aggregate.key.patient,
              aggregate.n,
              aggregate.baseline,
              aggregate.latest,
              aggregate.verdict,
              aggregate.confirmed,
              known(days),
              known(responded),
              aggregate.until)
        .run();
}

void put_aggregate(Write& write, const TreatmentAggregate& aggregate) {
    Query(write.connection(), R"(
        INSERT OR REPLACE INTO aggregate_treatment
            (patient_id, began, concern, sessions, deepest_mm, devices, all_sessions, until)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?))")
        .with(aggregate.patient,
              aggregate.began,
              aggregate.concern,
              aggregate.sessions,
              aggregate.deepest_mm,
              device_list(aggregate.devices),
              aggregate.all_sessions,
              aggregate.until)
        .run();
}

void remove_aggregate(Write& write, const SeriesKey& key) {
    Query(write.connection(), R"(
        DELETE FROM aggregate_series WHERE instrument_id = ? AND region = ? AND patient_id = ?)")
        .with(key.instrument, region_number(key.region), key.patient)
        .run();
}

void remove_aggregates(Write& write, schema::Id<Patient> patient) {
    // Every scale and region is named: the table is sorted by them first.
    Query(write.connection(), R"(
        DELETE FROM aggregate_series
        WHERE instrument_id IN (SELECT id FROM instrument)
            AND region IN (SELECT id FROM word_region) AND patient_id = ?)")
        .with(patient)
        .run();
    Query(write.connection(), "DELETE FROM aggregate_treatment WHERE patient_id = ?")
        .with(patient)
        .run();
    remove_due(write, patient);
}

void clear_aggregates(Write& write) {
    write.connection().run("DELETE FROM aggregate_series");
    write.connection().run("DELETE FROM aggregate_treatment");
    write.connection().run("DELETE FROM aggregate_due");
}

std::optional<TreatmentAggregate> treatment_aggregate_of(const Book& book,
                                                         schema::Id<Patient> patient) {
    return translated([&]() -> std::optional<TreatmentAggregate> {
        Query row(book.connection(), std::string(treatment_columns) + "WHERE patient_id = ?");
        row.with(patient);
        return row.step() ? std::optional(read_treatment(row)) : std::nullopt;
    });
}

void for_each_treatment_aggregate(const Book& book,
                                  const std::function<void(const TreatmentAggregate&)>& visit) {
    translate([&] {
        Query rows(book.connection(), std::string(treatment_columns) + "ORDER BY patient_id");
        while (rows.step()) {
            visit(read_treatment(rows));
        }
    });
}

void for_each_aggregate_of(const Book& book,
                           schema::Id<schema::Instrument> instrument,
                           const std::optional<schema::Region>& region,
                           const VisitAggregate& visit) {
    visit_series(book,
                 visit,
                 "WHERE instrument_id = ? AND region = ? ORDER BY patient_id",
                 instrument,
                 region_number(region));
}

void for_each_whole_aggregate(const Book& book, const VisitAggregate& visit) {
    visit_series(book, visit, "WHERE region = 0 ORDER BY instrument_id, region, patient_id");
}

std::optional<SeriesAggregate> find_aggregate(const Book& book, const SeriesKey& key) {
    std::optional<SeriesAggregate> found;
    visit_series(
        book,
        [&](const SeriesAggregate& aggregate) { found = aggregate; },
        "WHERE instrument_id = ? AND region = ? AND patient_id = ?",
        key.instrument,
        region_number(key.region),
        key.patient);
    return found;
}

std::int64_t count_series_aggregates(const Book& book) {
    return translated(
        [&] { return book.connection().number("SELECT count(*) FROM aggregate_series"); });
}

TreatmentTotals treatment_totals(const Book& book, schema::Date day) {
    return translated([&] {
        Query row(book.connection(), R"(
            SELECT count(*), count(*) FILTER (WHERE all_sessions > 0 AND until <= ?1),
                coalesce(sum(all_sessions) FILTER (WHERE until <= ?1), 0), max(until)
            FROM aggregate_treatment)");
        row.with(day);
        row.step();
        TreatmentTotals totals;
        totals.patients = row.get<int>();
        totals.treated = row.get<int>();
        totals.sessions = row.get<int>();
        totals.until = row.get<std::optional<schema::Date>>();
        return totals;
    });
}

std::vector<schema::Id<Patient>> untreated_with_events(const Book& book) {
    return translated([&] {
        std::vector<schema::Id<Patient>> patients;
        Query rows(book.connection(), R"(
            SELECT patient_id FROM aggregate_treatment
            WHERE all_sessions = 0 AND patient_id IN (SELECT patient_id FROM adverse_event)
            ORDER BY patient_id)");
        while (rows.step()) {
            patients.push_back(rows.get<schema::Id<Patient>>());
        }
        return patients;
    });
}

std::vector<schema::Id<Patient>> treated_after(const Book& book, schema::Date day) {
    return translated([&] {
        std::vector<schema::Id<Patient>> patients;
        Query rows(book.connection(),
                   "SELECT patient_id FROM aggregate_treatment WHERE until > ? ORDER BY 1");
        rows.with(day);
        while (rows.step()) {
            patients.push_back(rows.get<schema::Id<Patient>>());
        }
        return patients;
    });
}

}  // namespace db
