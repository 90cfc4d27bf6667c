#pragma once
// Who is counted in the results of the clinic, and in which group.

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>

#include "app/progress/cohort/aggregates.h"
#include "app/progress/cohort/outcomes.h"
#include "db/book.h"
#include "schema/types/date.h"

namespace progress {

struct CohortPlace {
    const Group* group = nullptr;  // lives as long as the cohort
    // That values are counted from. Of aggregates null, but where it went on after the day.
    const Treatment* treatment = nullptr;
};

class Cohort {
  public:
    // Every patient that is not voided, as the book knew them at the end of the day.
    static Cohort load(const db::Book& book, schema::Date as_of, const Grouping& grouping);
    // The same from the book's aggregates, which know nothing of earlier days: who was treated
    // since is read one by one. Nothing when they were made by another method, lack a write, or so
    // many were treated since that reading everybody in one pass is quicker.
    static std::optional<Cohort> load_aggregate(const db::Book& book,
                                                schema::Date as_of,
                                                const Grouping& grouping);

    // In the order of the page; the scales are added by the caller.
    std::map<Group, GroupResult> groups() const;

    // Nothing for a patient who is not counted.
    std::optional<CohortPlace> place_of(schema::Id<schema::Patient> patient) const;

  private:
    const Group& add(const CohortMember& member, const Grouping& grouping);
    // Where values are counted from the treatment of a history of one day (see history_until).
    void place(const History& history, const Group& group);

    std::map<Group, GroupTotals> totals_;
    std::unordered_map<std::int64_t, CohortPlace> places_;
    std::unordered_map<std::int64_t, Treatment> treatments_;  // by patient
    // One group of everyone needs no place for each, but for who was treated since.
    std::optional<CohortPlace> everyone_;
};

}  // namespace progress
