#include "app/progress/load_outcomes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "app/progress/load_treatments.h"
#include "db/cohort.h"
#include "db/instruments.h"
#include "schema/types/error.h"

namespace progress {

namespace {

// The series of all patients on some scales, cut out of the stream of their values.
class SeriesReader {
  public:
    using Visit = std::function<void(const db::SeriesValue&, std::span<const DatedValue>)>;

    SeriesReader(schema::Date as_of, Visit visit) : as_of_(as_of), visit_(std::move(visit)) {}

    void add(const db::SeriesValue& value) {
        if (value.at.day() > as_of_) {
            return;
        }
        if (!values_.empty() &&
            (value.patient != last_.patient || value.instrument != last_.instrument)) {
            end();
        }
        last_ = value;
        values_.push_back({.at = value.at, .value = value.value});
    }
    // The last series is over.
    void end() {
        if (!values_.empty()) {
            visit_(last_, values_);
            values_.clear();
        }
    }

  private:
    schema::Date as_of_;
    Visit visit_;
    db::SeriesValue last_;
    std::vector<DatedValue> values_;
};

struct Place {
    const CohortMember* member = nullptr;
    std::size_t group = 0;
};

// Trajectories by group, then by scale and region in the order of the page.
using ScaleKey = std::tuple<int, schema::Id<schema::Instrument>, std::optional<schema::Region>>;
using Trajectories = std::map<std::pair<std::size_t, ScaleKey>, std::vector<Trajectory>>;

class Collector {
  public:
    Collector(const db::Book& book, const OutcomesRequest& request)
        : book_(book), request_(request), instruments_(db::all_instruments(book)) {
        for_each_treatment(book, request.as_of, [&](const History& history) {
            members_.push_back(cohort_member(history));
        });
        std::map<Group, std::vector<const CohortMember*>> groups;
        for (const auto& member : members_) {
            groups[group_of(member, request.grouping)].push_back(&member);
        }
        for (const auto& [group, members] : groups) {
            for (const auto* member : members) {
                places_[member->patient.value] = {.member = member, .group = groups_.size()};
            }
            groups_.push_back(group_result(group, members));
        }
    }

    std::vector<GroupResult> collect() {
        if (request_.wanted.empty()) {
            read(std::nullopt,
                 [&](const db::VisitValue& visit) { db::for_each_whole_value(book_, visit); });
        }
        for (const auto& wanted : request_.wanted) {
            read(wanted.region, [&](const db::VisitValue& visit) {
                db::for_each_value_of(book_, wanted.instrument.id, wanted.region, visit);
            });
        }
        for (const auto& [key, patients] : trajectories_) {
            auto& results = groups_[key.first].instruments;
            results.push_back(
                instrument_result(instrument(std::get<1>(key.second)), patients, request_.plan));
            results.back().region = std::get<2>(key.second);
        }
        return std::move(groups_);
    }

  private:
    const schema::Instrument& instrument(schema::Id<schema::Instrument> id) const {
        const auto found = std::find_if(instruments_.begin(),
                                        instruments_.end(),
                                        [&](const auto& each) { return each.id == id; });
        if (found == instruments_.end()) {
            throw schema::damaged("score", "its instrument is missing", "run needlebook check");
        }
        return *found;
    }

    void read(const std::optional<schema::Region>& region,
              const std::function<void(const db::VisitValue&)>& scan) {
        SeriesReader reader(request_.as_of, [&](const auto& of, std::span<const DatedValue> all) {
            const auto place = places_.find(of.patient.value);
            if (place == places_.end()) {
                return;  // of a patient entered in error
            }
            const auto& scale = instrument(of.instrument);
            const int rank = scale.concern ? static_cast<int>(*scale.concern) : 1000;
            trajectories_[{place->second.group, ScaleKey{rank, scale.id, region}}].push_back(
                trajectory_of(scale, all, place->second.member->began, request_.plan));
        });
        scan([&](const db::SeriesValue& value) { reader.add(value); });
        reader.end();
    }

    const db::Book& book_;
    const OutcomesRequest& request_;
    std::vector<schema::Instrument> instruments_;
    std::vector<CohortMember> members_;
    std::vector<GroupResult> groups_;
    std::unordered_map<std::int64_t, Place> places_;
    Trajectories trajectories_;
};

}  // namespace

Outcomes load_outcomes(const db::Book& book, const OutcomesRequest& request) {
    return {.as_of = request.as_of,
            .grouping = request.grouping,
            .plan = request.plan,
            .groups = Collector(book, request).collect()};
}

}  // namespace progress
