#pragma once
// Histories for tests, written down in a line per record.

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "app/clinical/catalogue.h"
#include "app/progress/history.h"
#include "schema/types/text.h"

namespace progress {

template <class Value>
Value read(std::string_view text) {
    const auto value = schema::Text<Value>::read(text);
    if (!value) {
        throw std::invalid_argument(std::string(text));
    }
    return *value;
}

inline schema::Date day(std::string_view text) {
    return read<schema::Date>(text);
}

inline schema::CivilTime moment(std::string_view text) {
    return read<schema::CivilTime>(text);
}

// Who or what gave a value, and over which places: "forehead=5,nose=0".
struct Rated {
    std::optional<std::string> rater{};
    std::optional<std::string> device{};
    const char* places = nullptr;
};

// A history with the catalogue's instruments, their ids counted from 1. Records get the next id.
class ExampleHistory {
  public:
    ExampleHistory() {
        history_.patient.id = schema::Id<schema::Patient>(1);
        history_.patient.chart = "C-001";
        history_.instruments = clinical::catalogue();
        for (std::size_t i = 0; i < history_.instruments.size(); ++i) {
            history_.instruments[i].id =
                schema::Id<schema::Instrument>(static_cast<std::int64_t>(i + 1));
        }
    }

    schema::Patient& patient() { return history_.patient; }

    schema::Instrument& instrument(std::string_view code) {
        const auto found = std::find_if(history_.instruments.begin(),
                                        history_.instruments.end(),
                                        [&](const auto& each) { return each.code == code; });
        return found == history_.instruments.end() ? add_instrument(code) : *found;
    }

    schema::Score& score(std::string_view code,
                         std::string_view at,
                         double value,
                         std::optional<schema::Region> region = std::nullopt,
                         const Rated& rated = {}) {
        auto& score = add(history_.scores);
        score.instrument = instrument(code).id;
        score.at = moment(at);
        score.value = value;
        score.region = region;
        score.rater = rated.rater;
        score.device = rated.device;
        if (rated.places != nullptr) {
            score.places = read<schema::Places>(rated.places);
        }
        return score;
    }

    // The sum over the places, as a count has it.
    schema::Score& count(std::string_view code,
                         std::string_view at,
                         const char* places,
                         Rated rated = {}) {
        rated.places = places;
        auto& sum = score(code, at, 0, std::nullopt, rated);
        for (const auto& [region, value] : sum.places->values) {
            sum.value += value;
        }
        return sum;
    }

    // The mean over the places, as readings have it.
    schema::Score& mean(std::string_view code,
                        std::string_view at,
                        const char* places,
                        Rated rated = {}) {
        auto& mean = count(code, at, places, std::move(rated));
        mean.value /= static_cast<double>(mean.places->values.size());
        mean.origin = schema::ScoreOrigin::reading_mean;
        return mean;
    }

    // The clinic's own study of a scale, adopted.
    schema::Agreement& study(std::string_view code,
                             std::optional<double> same_rater,
                             std::optional<double> other_rater) {
        auto& study = history_.agreements.emplace_back();
        study.id = schema::Id<schema::Agreement>(++last_id_);
        study.instrument = instrument(code).id;
        study.sdc_same_rater = same_rater;
        study.sdc_other_rater = other_rater;
        study.adopted = day("2025-01-01");
        return study;
    }

    schema::Course& course(std::string_view on, int sessions, std::string_view every) {
        auto& course = add(history_.courses);
        course.concern = schema::Concern::acne_scars;
        course.on = day(on);
        course.sessions = sessions;
        course.every = read<schema::Interval>(every);
        return course;
    }

    // Of the course that was added last; of none when there is none.
    schema::Session& session(std::string_view at) {
        auto& session = add(history_.sessions);
        session.at = moment(at);
        session.device = schema::Device::pen;
        if (!history_.courses.empty()) {
            session.course = history_.courses.back().id;
        }
        return session;
    }

    schema::AdverseEvent& event(schema::EventKind kind, std::string_view onset) {
        auto& event = add(history_.events);
        event.kind = kind;
        event.severity = 1;
        if (!onset.empty()) {
            event.onset = read<schema::PartialDate>(onset);
        }
        return event;
    }

    // A form with its own total, and the score computed from its items.
    void questionnaire(std::string_view on, int items, std::optional<int> total) {
        auto& form = add(history_.questionnaires);
        form.on = moment(on);
        form.which = schema::Form::dlqi;
        form.total = total;
        const auto id = form.id.value;
        auto& sum = score("dlqi", on, items);
        sum.origin = schema::ScoreOrigin::questionnaire;
        sum.origin_id = id;
    }

    void tag(std::string key, std::string value) {
        history_.tags.push_back({history_.patient.id, std::move(key), std::move(value)});
    }

    // As the loader gives it: sorted.
    History history() const {
        auto sorted = history_;
        std::sort(sorted.scores.begin(), sorted.scores.end(), [](const auto& a, const auto& b) {
            return std::tie(a.instrument, a.region, a.at, a.id) <
                   std::tie(b.instrument, b.region, b.at, b.id);
        });
        std::sort(sorted.sessions.begin(), sorted.sessions.end(), [](const auto& a, const auto& b) {
            return std::tie(a.at, a.id) < std::tie(b.at, b.id);
        });
        return sorted;
    }

  private:
    template <class Record>
    Record& add(std::vector<Record>& records) {
        auto& record = records.emplace_back();
        record.id = schema::Id<Record>(++last_id_);
        record.patient = history_.patient.id;
        return record;
    }

    schema::Instrument& add_instrument(std::string_view code) {
        auto& instrument = history_.instruments.emplace_back();
        instrument.id =
            schema::Id<schema::Instrument>(static_cast<std::int64_t>(history_.instruments.size()));
        instrument.code = code;
        instrument.name = code;
        instrument.unit = "{score}";
        return instrument;
    }

    History history_;
    std::int64_t last_id_ = 0;
};

// A woman in the fifth month of a course for scars, with all that a page can show: bands, noise,
// responder rules, regions, a form that does not add up, a side effect, records after 2026-06-15.
inline History example_history() {
    using schema::Region;
    ExampleHistory example;
    auto& huda = example.patient();
    huda.name = "Huda Saleh";
    huda.name_ar = "هدى صالح";
    huda.born = day("1996-04-02");
    huda.sex = schema::Sex::female;
    huda.fitzpatrick = schema::Fitzpatrick::IV;
    huda.monk = 6;
    example.tag("arm", "pen");

    example.course("2026-01-05", 6, "4w");
    for (const auto* at :
         {"2026-01-05T10:30", "2026-02-02T11:00", "2026-03-02T10:15", "2026-04-13T16:40"}) {
        auto& session = example.session(at);
        session.areas = {{Region::left_cheek, 1.5, 4}, {Region::right_cheek, 1.5, 4}};
        session.endpoint = schema::Endpoint::pinpoint_bleeding;
        session.pain = 4;
        session.downtime_days = 2;
    }
    example.session("2026-06-20T09:00");

    const auto series = [&](std::string_view code,
                            const std::vector<std::pair<const char*, double>>& values,
                            const Rated& rated = {}) {
        for (const auto& [at, value] : values) {
            example.score(code, at, value, std::nullopt, rated);
        }
    };
    series("lesions_total",
           {{"2026-01-05", 48},
            {"2026-02-02", 41},
            {"2026-03-02", 30},
            {"2026-04-13", 24},
            {"2026-05-25", 21},
            {"2026-06-20", 777}},
           {.rater = "Dr Saleh"});
    series("gags",
           {{"2026-01-05", 24},
            {"2026-02-02", 22},
            {"2026-03-02", 19},
            {"2026-04-13", 18},
            {"2026-05-25", 18}});
    series("iga", {{"2026-01-05", 3}, {"2026-05-25", 1}});
    series("goodman_baron_grade", {{"2026-01-05", 3}, {"2026-03-02", 3}, {"2026-05-25", 2}});
    series("goodman_baron_score", {{"2026-01-05", 21}, {"2026-03-02", 20}, {"2026-05-25", 18}});
    series("pahpi",
           {{"2026-02-02", 12}, {"2026-03-02", 14}, {"2026-04-13", 13}, {"2026-05-25", 15}});
    series("tewl", {{"2026-01-05", 14.2}, {"2026-01-08", 22.65}, {"2026-02-02", 13.9}});
    example.score("tewl", "2026-01-05", 15.1, Region::left_cheek);
    example.score("tewl", "2026-01-08", 24, Region::left_cheek);
    example.score("tewl", "2026-02-02", 14.4, Region::left_cheek);
    series("sebum", {{"2026-01-05", 160}, {"2026-05-25", 131}});
    series("cadi", {{"2026-05-25", 6}});
    example.questionnaire("2026-01-05", 11, 11);
    example.questionnaire("2026-03-02", 8, 9);
    example.questionnaire("2026-05-25", 5, std::nullopt);

    auto& redness = example.event(schema::EventKind::erythema, "2026-01-05");
    redness.resolved = read<schema::PartialDate>("2026-01-07");
    redness.session = schema::Id<schema::Session>(2);
    example.event(schema::EventKind::pih, "2026-02").severity = 2;
    return example.history();
}

}  // namespace progress
