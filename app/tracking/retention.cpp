#include "app/tracking/retention.h"

#include <algorithm>
#include <tuple>

#include "db/records/clinic.h"
#include "db/records/last_days.h"
#include "db/records/records.h"

namespace tracking {

namespace {

class Clock {
  public:
    Clock(const db::Book& book, schema::Date today)
        : years_(db::read_clinic(book).retention_years), last_days_(db::last_days(book, today)) {}

    Retention of(const schema::Patient& patient) const {
        Retention retention{.chart = patient.chart};
        if (const auto last = last_days_.find(patient.id); last != last_days_.end()) {
            constexpr int months = 12;
            retention.last_day = last->second;
            retention.over_on = last->second.plus_months(months * years_);
        }
        return retention;
    }

  private:
    int years_;
    std::map<schema::Id<schema::Patient>, schema::Date> last_days_;
};

}  // namespace

Retention retention_of(const db::Book& book, const schema::Patient& patient, schema::Date today) {
    return Clock(book, today).of(patient);
}

std::vector<Retention> retention_due(const db::Book& book, schema::Date today) {
    const Clock clock(book, today);
    std::vector<Retention> due;
    db::for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        if (auto each = clock.of(patient); each.is_over(today)) {
            due.push_back(std::move(each));
        }
    });
    std::sort(due.begin(), due.end(), [](const auto& a, const auto& b) {
        return std::tie(a.over_on, a.chart) < std::tie(b.over_on, b.chart);
    });
    return due;
}

}  // namespace tracking
