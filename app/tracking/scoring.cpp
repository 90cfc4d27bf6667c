#include "app/tracking/scoring.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/types/error.h"

namespace tracking {

namespace {

// The mean over regions; of a region that was read more than once its own mean. The rater is named
// when one read them all. `readings` are of one patient, measure, moment and device.
schema::Score mean_of(const std::vector<const schema::Reading*>& readings) {
    std::map<schema::Region, std::vector<double>> by_region;
    schema::Score mean;
    const auto& first = *readings.front();
    mean.patient = first.patient;
    mean.at = first.on;
    mean.origin = schema::ScoreOrigin::reading_mean;
    mean.origin_id = first.id.value;
    mean.device = first.device;
    mean.rater = first.rater;
    for (const auto* reading : readings) {
        by_region[*reading->region].push_back(reading->value);
        mean.origin_id = std::min(*mean.origin_id, reading->id.value);
        mean.rater = mean.rater == reading->rater ? mean.rater : std::nullopt;
    }
    auto& places = mean.places.emplace();
    for (const auto& [region, values] : by_region) {
        const double sum = std::accumulate(values.begin(), values.end(), 0.0);
        places.values.push_back({region, sum / static_cast<double>(values.size())});
        mean.value += places.values.back().value / static_cast<double>(by_region.size());
    }
    return mean;
}

}  // namespace

Scales::Scales(const db::Book& book) {
    for (const auto& instrument : db::all_instruments(book)) {
        ids_.emplace(instrument.code, instrument.id);
        scales_.emplace(instrument.id.value, instrument);
    }
    questionnaire_score_ = db::read_clinic(book).questionnaire_score;
}

schema::Id<schema::Instrument> Scales::of(std::string_view code) const {
    const auto found = ids_.find(std::string(code));
    if (found == ids_.end()) {
        throw schema::damaged("instrument",
                              "the book lacks the scale " + std::string(code),
                              "run `needlebook check`");
    }
    return found->second;
}

const schema::Instrument& Scales::scale(schema::Id<schema::Instrument> id) const {
    return scales_.at(id.value);
}

bool same_score(const schema::Score& a, const schema::Score& b) {
    // Computed again from the same numbers in another order a mean may differ in its last bits.
    constexpr double tolerance = 1e-9;
    const double size = std::max({1.0, std::abs(a.value), std::abs(b.value)});
    return a.patient == b.patient && a.instrument == b.instrument && a.region == b.region &&
           a.at == b.at && a.rater == b.rater && a.device == b.device && a.places == b.places &&
           std::abs(a.value - b.value) <= tolerance * size;
}

bool same_scores(const std::vector<schema::Score>& kept, const std::vector<schema::Score>& due) {
    return kept.size() == due.size() &&
           std::is_permutation(kept.begin(), kept.end(), due.begin(), &same_score);
}

std::vector<schema::Score> due_means(const Scales& scales,
                                     const std::vector<schema::Reading>& readings) {
    using Moment = std::tuple<schema::Measure, schema::CivilTime, std::optional<std::string>>;
    std::map<Moment, std::vector<const schema::Reading*>> moments;
    for (const auto& reading : readings) {
        if (reading.region && !reading.voided) {
            moments[{reading.what, reading.on, reading.device}].push_back(&reading);
        }
    }
    std::vector<schema::Score> means;
    for (const auto& [moment, of_moment] : moments) {
        means.push_back(mean_of(of_moment));
        means.back().instrument = scales.of(schema::word(std::get<0>(moment)));
    }
    return means;
}

std::vector<schema::Score> kept_means(const db::Book& book, schema::Id<schema::Patient> patient) {
    return db::reading_means_of(book, patient);
}

template <class Record>
void Scorer::renew_stale() {
    std::vector<Record> stale;
    db::for_each_record<Record>(write_.book(), [&](const Record& record) {
        const auto kept = db::scores_from(write_.book(), {*origin_of<Record>, record.id.value});
        if (!same_scores(kept, due_scores(scales_, record))) {
            stale.push_back(record);
        }
    });
    for (const auto& record : stale) {
        renew(record);
    }
}

void Scorer::renew_all() {
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        if constexpr (Scored<Record>) {
            renew_stale<Record>();
        }
    });
    for (const auto& patient : db::all_patients(write_.book())) {
        const auto readings = db::records_of<schema::Reading>(write_.book(), patient.id);
        if (!same_scores(kept_means(write_.book(), patient.id), due_means(scales_, readings))) {
            for (const auto& reading : readings) {
                touched_.insert({reading.patient, reading.what, reading.on});
            }
        }
    }
    finish();
}

void Scorer::keep(schema::Score score) {
    score.id =
        known_ ? known_(score, scales_.scale(score.instrument).code) : schema::Id<schema::Score>();
    if (score.id.value == 0) {
        db::insert_score(write_, score);
    } else {
        db::put_score(write_, score);
    }
}

void Scorer::finish() {
    std::map<schema::Id<schema::Patient>, std::vector<schema::Score>> due;
    for (const auto& [patient, what, on] : touched_) {
        auto known = due.find(patient);
        if (known == due.end()) {
            const auto readings = db::records_of<schema::Reading>(write_.book(), patient);
            known = due.emplace(patient, due_means(scales_, readings)).first;
        }
        schema::Score mean;
        mean.patient = patient;
        mean.instrument = scales_.of(schema::word(what));
        mean.at = on;
        db::remove_reading_mean(write_, mean);
        for (const auto& score : known->second) {
            if (score.instrument == mean.instrument && score.at == on) {
                keep(score);
            }
        }
    }
    touched_.clear();
}

}  // namespace tracking
