#pragma once
// How long a patient's records are to be kept: the clinic's retention_years since the last
// treatment or record. Nothing is ever erased by itself.

#include <optional>
#include <string>
#include <vector>

#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/date.h"

namespace tracking {

struct Retention {
    std::string chart;
    // None where nothing tells: then nobody knows that the time is over.
    std::optional<schema::Date> last_day;
    std::optional<schema::Date> over_on;  // the first day on which they need not be kept any more

    bool is_over(schema::Date today) const { return over_on && *over_on <= today; }
};

// Reads the records of the whole clinic (db/records/last_days.h).
Retention retention_of(const db::Book& book, const schema::Patient& patient, schema::Date today);

// Whose time is over, voided patients too; the longest over first, then by chart.
std::vector<Retention> retention_due(const db::Book& book, schema::Date today);

}  // namespace tracking
