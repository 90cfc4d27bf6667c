#include "app/tracking/undo.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/tracking/commit.h"
#include "app/tracking/people/recorder.h"
#include "app/tracking/questions.h"
#include "app/tracking/scoring.h"
#include "app/tracking/write.h"
#include "db/ledger/undo.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/kinds/kinds.h"

namespace tracking {

using access_control::Right;

namespace {

Question question_of(const db::Dependent& dependent) {
    const auto& entry = dependent.entry;
    return {schema::Fault::dependents,
            "dependents",
            fmt::format("entry {} ({}, {}, {}) rests on it: {}",
                        entry.seq,
                        entry.action,
                        entry.at,
                        entry.actor,
                        dependent.row),
            {},
            {"error.rests_on", {{"entry", static_cast<int>(entry.seq)}, {"actor", entry.actor}}}};
}

// What holds for everybody is taken back by who may change it.
void require_undo_of(db::Write& write, const db::LedgerEntry& entry) {
    static const std::set<std::string, std::less<>> settings{"agreement",
                                                             "care_advice",
                                                             "clinic",
                                                             "consent_form",
                                                             "depth_limit",
                                                             "instrument",
                                                             "protocol"};
    require_own_act(write, entry.actor);
    for (const auto& table : db::tables_changed(write.book(), entry)) {
        if (settings.contains(table)) {
            require(write, Right::change_settings);
        }
    }
}

bool has_records_that_count(const db::Book& book, schema::Id<schema::Patient> patient) {
    const auto& kinds = kinds::of_patients();
    return std::any_of(kinds.begin(),
                       kinds.end(),
                       [&](const kinds::Kind& kind) {
                           return kind.owner == schema::Owner::patient && !kind.made_by_program &&
                                  !db::records_of(book, kind, db::Which::in_force, patient).empty();
                       }) ||
           !db::scores_of(book, patient).empty();
}

// Voids the rows of one entry and counts them by kind.
class EntryVoider {
  public:
    EntryVoider(db::Write& write, const std::vector<db::MadeRow>& rows)
        : write_(write), rows_(rows), scorer_(write) {}

    std::string run() {
        for (const auto& kind : kinds::of_patients()) {
            if (kind.owner == schema::Owner::patient && !kind.made_by_program) {
                void_records(kind);
            }
        }
        scorer_.finish();
        void_scores();
        void_records(kinds::of<schema::Patient>());
        std::vector<std::string> texts;
        for (const auto& [noun, count] : counts_) {
            texts.push_back(fmt::format("{} {}", count, noun));
        }
        return fmt::format("{}", fmt::join(texts, ", "));
    }

  private:
    void void_records(const kinds::Kind& kind) {
        for (const auto& row : rows_) {
            if (row.table != kind.table) {
                continue;
            }
            const auto record = db::find(write_.book(), kind, row.id);
            if (record && !kinds::ConstRecord(*record).kept().voided && may_go(kind, row.id)) {
                void_in(write_, scorer_, *record);
                ++counts_[std::string(kind.noun)];
            }
        }
    }
    bool may_go(const kinds::Kind& kind, std::int64_t id) {
        return kind.noun != kinds::of<schema::Patient>().noun ||
               !has_records_that_count(write_.book(), schema::Id<schema::Patient>(id));
    }
    void void_scores() {
        for (const auto& row : rows_) {
            if (row.table != "score") {
                continue;
            }
            const schema::Id<schema::Score> id(row.id);
            if (const auto score = db::find_score(write_.book(), id);
                score && !score->voided && !score->origin) {
                db::set_score_voided(write_, id, true);
                ++counts_["score"];
            }
        }
    }

    db::Write& write_;
    const std::vector<db::MadeRow>& rows_;
    Scorer scorer_;
    std::map<std::string, int> counts_{};
};

}  // namespace

db::Receipt undo_entry(db::Book& book, const db::Submission& submission, std::int64_t seq) {
    return commit(book, submission, Right::void_own, [&](db::Write& write) {
        const auto undoing = db::plan_undo(write.book(), seq);
        require_undo_of(write, undoing.entry);
        for (const auto& each : undoing.dependents) {
            require_undo_of(write, each.entry);
        }
        std::vector<Question> questions;
        for (const auto& each : undoing.dependents) {
            questions.push_back(question_of(each));
        }
        ask_back(write, submission.confirm, std::move(questions));
        if (undoing.entry.patient) {
            write.concerns(*undoing.entry.patient);
        }
        db::undo(write, undoing);
        return undoing.answer();
    });
}

db::Receipt void_entry(db::Book& book, const db::Submission& submission, std::int64_t seq) {
    require_reason(submission);
    return commit(book, submission, Right::void_own, [&](db::Write& write) {
        const auto made = db::rows_made_by(write.book(), seq);
        require_own_act(write, made.actor);
        auto answer = EntryVoider(write, made.rows).run();
        if (answer.empty()) {
            throw schema::refused(
                fmt::format("ledger entry {}", seq),
                "recorded nothing that counts and could be voided",
                fmt::format("`needlebook ledger` shows what it did; `needlebook undo {}` takes "
                            "back a change",
                            seq))
                .as("nothing_to_void");
        }
        if (made.patient) {
            write.concerns(*made.patient);
        }
        return answer;
    });
}

}  // namespace tracking
