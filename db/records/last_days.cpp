#include "db/records/last_days.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "db/records/score_key.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/kinds/kinds.h"

namespace db {

namespace {

using PatientId = schema::Id<schema::Patient>;
using LastDays = std::map<PatientId, schema::Date>;

void note(LastDays& days, PatientId patient, schema::Date day) {
    auto& last = days.try_emplace(patient, day).first->second;
    last = std::max(last, day);
}

// When something was: not when it was to be.
bool says_when(const kinds::Field& field) {
    const bool is_plan = field.facets.role == schema::Role::when && field.facets.planned;
    return !is_plan &&
           (field.facets.role == schema::Role::when || field.facets.role == schema::Role::until) &&
           (field.type == kinds::Type::day || field.type == kinds::Type::partial_day ||
            field.type == kinds::Type::moment);
}

// Patient and latest day of each; a year or a month alone is its last day.
std::vector<std::string> queries() {
    std::vector<std::string> all;
    for (const auto& kind : kinds::of_patients()) {
        for (const auto& field : kind.fields) {
            if (kind.owner == schema::Owner::patient && says_when(field)) {
                all.push_back(fmt::format(R"(
                    SELECT patient_id, max(day)
                    FROM (
                        SELECT patient_id, CASE length({0})
                            WHEN 4 THEN {0} || '-12-31'
                            WHEN 7 THEN date({0} || '-01', '+1 month', '-1 day')
                            ELSE substr({0}, 1, 10) END AS day
                        FROM {1} WHERE voided = 0)
                    WHERE day <= ? GROUP BY patient_id)",
                                          quoted_name(field.name),
                                          quoted_name(kind.table)));
            }
        }
    }
    return all;
}

}  // namespace

LastDays last_days(const Book& book, schema::Date today) {
    return translated([&] {
        auto& connection = book.connection();
        LastDays days;
        for (const auto& each : queries()) {
            Query rows(connection, each);
            rows.with(today);
            while (rows.step()) {
                const auto patient = rows.get<PatientId>();
                note(days, patient, rows.get<schema::Date>());
            }
        }
        Query scores(connection,
                     "SELECT patient_id, max(at) FROM score WHERE voided = 0 AND at <= ? "
                     "GROUP BY patient_id");
        scores.with(last_moment_number(today));
        while (scores.step()) {
            const auto patient = scores.get<PatientId>();
            note(days, patient, read_moment(scores.get<std::int64_t>()).day());
        }
        Query entries(connection,
                      "SELECT patient_id, substr(max(at), 1, 10) FROM ledger "
                      "WHERE patient_id IN (SELECT id FROM patient) GROUP BY patient_id");
        while (entries.step()) {
            const auto patient = entries.get<PatientId>();
            days.try_emplace(patient, entries.get<schema::Date>());
        }
        return days;
    });
}

}  // namespace db
