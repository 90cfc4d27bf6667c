#include "app/tracking/retention.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "db/records/clinic.h"
#include "db/records/last_days.h"
#include "db/records/records.h"

namespace tracking {

namespace {

using LastDays = std::map<schema::Id<schema::Patient>, schema::Date>;

Retention retention(const schema::Patient& patient, const LastDays& last_days, int years) {
    constexpr int months = 12;
    Retention retention{.chart = patient.chart};
    if (const auto last = last_days.find(patient.id); last != last_days.end()) {
        retention.last_day = last->second;
        retention.over_on = last->second.plus_months(months * years);
    }
    return retention;
}

}  // namespace

Retention retention_of(const db::Book& book, const schema::Patient& patient, schema::Date today) {
    return retention(patient, db::last_days(book, today), db::read_clinic(book).retention_years);
}

std::vector<Retention> retention_due(const db::Book& book, schema::Date today) {
    const auto last_days = db::last_days(book, today);
    const int years = db::read_clinic(book).retention_years;
    std::vector<Retention> due;
    db::for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        if (auto each = retention(patient, last_days, years); each.is_over(today)) {
            due.push_back(std::move(each));
        }
    });
    std::sort(due.begin(), due.end(), [](const auto& a, const auto& b) {
        return std::tie(a.over_on, a.chart) < std::tie(b.over_on, b.chart);
    });
    return due;
}

}  // namespace tracking
