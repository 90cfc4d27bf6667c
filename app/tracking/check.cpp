#include "app/tracking/check.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "app/tracking/scoring.h"
#include "db/patients.h"
#include "db/records.h"
#include "db/scores.h"

namespace tracking {

namespace {

using schema::Problem;
using schema::Score;

// Computed again from the same numbers in another order a mean may differ in its last bits.
bool same_value(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

bool same(const Score& a, const Score& b) {
    return a.patient == b.patient && a.instrument == b.instrument && a.region == b.region &&
           a.at == b.at && same_value(a.value, b.value);
}

std::optional<Problem> compare(const Scales& scales,
                               std::string where,
                               const std::vector<Score>& kept,
                               const std::vector<Score>& due) {
    for (const auto& score : due) {
        const auto matches = [&](const Score& other) { return same(score, other); };
        if (std::none_of(kept.begin(), kept.end(), matches)) {
            return Problem{std::move(where),
                           fmt::format("its score {} should be {}, and is not kept so",
                                       scales.scale(score.instrument).code,
                                       score.value),
                           "correct the record with a reason; its scores are computed anew"};
        }
    }
    if (kept.size() != due.size()) {
        return Problem{std::move(where),
                       fmt::format("has {} scores, should have {}", kept.size(), due.size()),
                       "correct the record with a reason; its scores are computed anew"};
    }
    return std::nullopt;
}

template <class Record>
void check_scores(const db::Book& book, const Scales& scales, std::vector<Problem>& problems) {
    db::for_each_record<Record>(book, [&](const Record& record) {
        const auto kept = db::scores_from(book, {*origin_of<Record>, record.id.value});
        auto problem =
            compare(scales,
                    fmt::format("{} {}", schema::Description<Record>::noun, record.id.value),
                    kept,
                    due_scores(scales, record));
        if (problem) {
            problems.push_back(std::move(*problem));
        }
    });
}

void check_means(const db::Book& book, const Scales& scales, std::vector<Problem>& problems) {
    for (const auto& patient : db::all_patients(book)) {
        auto kept = db::scores_of(book, patient.id);
        std::erase_if(kept, [](const Score& score) {
            return score.origin != schema::ScoreOrigin::reading_mean;
        });
        const auto due = due_means(scales, db::records_of<schema::Reading>(book, patient.id));
        if (auto problem =
                compare(scales, fmt::format("patient {}", patient.id.value), kept, due)) {
            problems.push_back(std::move(*problem));
        }
    }
}

// What a stage finds; a damaged file can end a stage early, and that is a finding too.
void run(std::vector<Problem>& problems, const std::function<void(std::vector<Problem>&)>& stage) {
    try {
        stage(problems);
    } catch (const schema::Error& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
}

void check_all_scores(const db::Book& book, std::vector<Problem>& problems) {
    const Scales scales(book);
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        if constexpr (Scored<Record>) {
            check_scores<Record>(book, scales, problems);
        }
    });
    check_means(book, scales, problems);
}

}  // namespace

Check check(const db::Book& book, const db::ReplayProgress& progress) {
    Check result;
    run(result.problems, [&](auto& problems) { problems = db::quick_problems(book); });
    run(result.problems, [&](auto& problems) {
        const auto found = db::replay_problems(book, progress);
        problems.insert(problems.end(), found.begin(), found.end());
    });
    run(result.problems, [&](auto& problems) { check_all_scores(book, problems); });
    run(result.problems, [&](auto&) { result.content = db::content_of(book); });
    return result;
}

}  // namespace tracking
