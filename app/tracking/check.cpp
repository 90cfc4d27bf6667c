#include "app/tracking/check.h"

#include <algorithm>
#include <functional>
#include <future>

#include <fmt/format.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/commit.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/scoring.h"
#include "db/access_log/read_access.h"
#include "db/ledger/signature.h"
#include "db/photos/photo_store.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/types/disk_fault.h"

namespace tracking {

namespace {

using schema::Problem;
using schema::Score;

std::optional<Problem> compare(const Scales& scales,
                               std::string where,
                               const std::vector<Score>& kept,
                               const std::vector<Score>& due) {
    for (const auto& score : due) {
        const auto matches = [&](const Score& other) { return same_score(score, other); };
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
    db::ScoresByRecord kept(book, *origin_of<Record>);
    db::for_each_record<Record>(book, [&](const Record& record) {
        auto problem =
            compare(scales,
                    fmt::format("{} {}", schema::Description<Record>::noun, record.id.value),
                    kept.of(record.id.value),
                    due_scores(scales, record));
        if (problem) {
            problems.push_back(std::move(*problem));
        }
    });
}

void check_means(const db::Book& book, const Scales& scales, std::vector<Problem>& problems) {
    for (const auto& patient : db::all_patients(book)) {
        const auto readings = db::records_of<schema::Reading>(book, patient.id);
        auto problem = compare(scales,
                               fmt::format("patient {}", patient.id.value),
                               kept_means(book, patient.id),
                               due_means(scales, readings));
        if (problem) {
            problems.push_back(std::move(*problem));
        }
    }
}

void append(std::vector<Problem>& problems, const std::vector<Problem>& more) {
    problems.insert(problems.end(), more.begin(), more.end());
}

struct Findings {
    std::vector<Problem> problems{};
    // The disk or the memory ended a stage: nobody knows what it would have found.
    std::optional<schema::Error> failure{};

    void append(const Findings& more) {
        tracking::append(problems, more.problems);
        failure = failure ? failure : more.failure;
    }
    // Throws the failure, with what was found all the same behind it.
    std::vector<Problem> taken() && {
        if (failure) {
            auto all = failure->problems();
            tracking::append(all, problems);
            throw schema::Error(failure->fault(), std::move(all));
        }
        return std::move(problems);
    }
};

// What a stage finds; a damaged file can end a stage early, and that is a finding too.
void run(Findings& found, const std::function<void(std::vector<Problem>&)>& stage) {
    try {
        stage(found.problems);
    } catch (const schema::Error& error) {
        if (schema::is_of_the_disk(error.fault())) {
            found.failure = found.failure ? found.failure : error;
        } else {
            append(found.problems, error.problems());
        }
    }
}

void check_all_scores(const db::Book& book, std::vector<Problem>& problems) {
    if (has_outdated_scales(book)) {
        return;  // another program's scores; opening the book to write computes them anew
    }
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

Check check(const db::Book& book,
            const db::ReplayProgress& progress,
            const std::optional<db::PublicKey>& key,
            bool with_photos) {
    Check result;
    db::CheckedMoment moment(book);
    auto replay = std::async(std::launch::async, [&] {
        Findings played;
        run(played, [&](auto& problems) { problems = moment.replay_problems(progress); });
        return played;
    });
    Findings found;
    run(found, [&](auto& problems) { problems = moment.quick_problems(); });
    run(found, [&](auto& problems) { append(problems, db::signature_problems(book, key)); });
    Findings computed;
    run(computed, [&](auto& problems) { check_all_scores(book, problems); });
    run(computed, [&](auto& problems) { append(problems, aggregate_problems(book)); });
    run(computed, [&](auto& problems) { append(problems, db::access_problems(book)); });
    if (with_photos) {
        run(computed, [&](auto& problems) { append(problems, db::photo_problems(book)); });
    }
    run(computed, [&](auto& problems) { append(problems, consent_problems(book)); });
    run(computed, [&](auto&) { result.content = db::content_of(book); });
    found.append(replay.get());
    found.append(computed);
    result.problems = std::move(found).taken();
    return result;
}

std::vector<Problem> quick_check(const db::Book& book, const std::optional<db::PublicKey>& key) {
    Findings found;
    run(found, [&](auto& problems) { problems = db::quick_problems(book, db::Depth::quick); });
    run(found, [&](auto& problems) { append(problems, db::access_problems(book)); });
    run(found, [&](auto& problems) { append(problems, db::signature_problems(book, key)); });
    return std::move(found).taken();
}

}  // namespace tracking
