#pragma once
// Where every series stands and how every patient was treated: derived rows, kept by each write so
// that the results of the clinic need not read every value. Not in the ledger.

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "db/ledger/transact.h"
#include "db/records/dirty_set.h"
#include "schema/records/course.h"
#include "schema/records/session.h"
#include "schema/types/civil_time.h"
#include "schema/types/verdict.h"

namespace db {

// How long a patient was watched for a first response.
struct ResponseTime {
    double days = 0;  // from the baseline to the first response, else to the last value
    bool responded = false;

    bool operator==(const ResponseTime&) const = default;
};

struct SeriesAggregate {
    SeriesKey key;
    int n = 0;  // values that are not voided
    // None where it cannot stand beside other patients': a count of part of a face.
    std::optional<double> baseline;
    std::optional<double> latest;  // none without a verdict; of a statement the last one
    schema::Verdict verdict = schema::Verdict::not_enough_data;
    std::optional<bool> confirmed;  // of improved and worsened
    // None without a later value, and when the responder rule cannot be decided.
    std::optional<ResponseTime> response;
    schema::Date until;  // the day of the last value

    bool operator==(const SeriesAggregate&) const = default;
};

struct TreatmentAggregate {
    schema::Id<schema::Patient> patient{};
    // Of the course that progress is measured from; none when no course has a session.
    std::optional<schema::CivilTime> began;
    std::optional<schema::Concern> concern;
    // Of the sessions since the treatment began; of all sessions when no course has one.
    int sessions = 0;
    std::optional<double> deepest_mm;
    std::vector<schema::Device> devices;  // each once
    int all_sessions = 0;                 // whatever the course
    std::optional<schema::Date> until;    // the last day of a session or of a course's beginning

    bool operator==(const TreatmentAggregate&) const = default;
};

// Whether the aggregates know the last entry of the ledger and were made by this method.
bool aggregates_are_current(const Book& book, int method);

// Of an entry that changes nothing that they rest on: they know it if they knew the one before.
void carry_aggregates(Write& write);

// Says so of the entry that this write will be. Call it when all that was touched is renewed.
void stamp_aggregates(Write& write, int method);

void put_aggregate(Write& write, const SeriesAggregate& aggregate);
void put_aggregate(Write& write, const TreatmentAggregate& aggregate);
void remove_aggregate(Write& write, const SeriesKey& key);
// All of the patient's.
void remove_aggregates(Write& write, schema::Id<schema::Patient> patient);
// Of everybody.
void clear_aggregates(Write& write);

std::optional<TreatmentAggregate> treatment_aggregate_of(const Book& book,
                                                         schema::Id<schema::Patient> patient);

// Every patient that is not voided, by id.
void for_each_treatment_aggregate(const Book& book,
                                  const std::function<void(const TreatmentAggregate&)>& visit);

// By scale, region, patient; of one scale and region, and of all scales for the patients as a whole
// (no regions).
using VisitAggregate = std::function<void(const SeriesAggregate&)>;
void for_each_aggregate_of(const Book& book,
                           schema::Id<schema::Instrument> instrument,
                           const std::optional<schema::Region>& region,
                           const VisitAggregate& visit);
void for_each_whole_aggregate(const Book& book, const VisitAggregate& visit);

std::optional<SeriesAggregate> find_aggregate(const Book& book, const SeriesKey& key);
std::int64_t count_series_aggregates(const Book& book);

// What all treatments come to, and until when they reach; the sessions are those of patients whose
// treatment does not go on after the day.
struct TreatmentTotals {
    int patients = 0;
    int treated = 0;  // with a session
    int sessions = 0;
    std::optional<schema::Date> until;
};
TreatmentTotals treatment_totals(const Book& book, schema::Date day = schema::Date::last());

// The patients with a side effect and without any session, by id.
std::vector<schema::Id<schema::Patient>> untreated_with_events(const Book& book);

// The patients whose treatment goes on after the day, by id.
std::vector<schema::Id<schema::Patient>> treated_after(const Book& book, schema::Date day);

}  // namespace db
