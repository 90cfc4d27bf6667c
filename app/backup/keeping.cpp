#include "app/backup/keeping.h"

#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "app/backup/into_folder.h"
#include "app/backup/medium.h"
#include "app/backup/staged_copy.h"
#include "db/clock.h"
#include "db/ledger/ledger.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

class Making {
  public:
    Making(const db::Book& source, const Run& run)
        : source_(source),
          run_(run),
          policy_(policy_for_backups(source.file())),
          known_(known_backups(source)),
          is_clock_behind_(db::clock_problem(source).has_value()) {
        const auto end = db::ledger_end(source);
        for (const auto& folder : folders_of(policy_, source.file())) {
            if (!run.only_due || is_due(known_[folder], end, run.now)) {
                outcomes_.push_back({.folder = folder});
            }
        }
    }

    std::vector<Outcome> outcomes() && {
        if (outcomes_.empty()) {
            return {};
        }
        const auto ready = ready_folders();
        if (!ready.empty()) {
            fill(ready);
        }
        note_outcomes();
        return std::move(outcomes_);
    }

  private:
    using Ready = std::vector<std::pair<Outcome*, fs::path>>;

    Ready ready_folders() {
        Ready ready;
        const auto identity = identity_of_book(source_);
        for (auto& outcome : outcomes_) {
            attempt(outcome, [&] {
                const bool had_backups = known_[outcome.folder].good.has_value();
                ready.emplace_back(
                    &outcome, ready_folder(outcome.folder, source_.file(), identity, had_backups));
            });
        }
        return ready;
    }

    // Where the copy itself fails, all of them do.
    void fill(const Ready& ready) {
        std::unique_ptr<StagedCopy> copy;
        try {
            copy = std::make_unique<StagedCopy>(source_.file());
        } catch (const schema::Error& error) {
            if (error.fault() == schema::Fault::refused) {
                throw;  // another process makes one
            }
            const auto trouble = trouble_of(error);
            for (const auto& [outcome, folder] : ready) {
                fail(*outcome,
                     trouble == Trouble::full ? Trouble::full_beside : trouble,
                     error.problems().front().what);
            }
            return;
        }
        for (const auto& each : ready) {
            auto& outcome = *each.first;
            attempt(outcome, [&] { put(*copy, each.second, outcome); });
        }
    }

    void put(const StagedCopy& copy, const fs::path& folder, Outcome& outcome) {
        const auto& proved = known_[outcome.folder].proved;
        const bool is_proof_due =
            !proved || run_.now - *proved >= between_proofs || *proved > run_.now;
        outcome.is_proved = run_.proves || is_proof_due;
        auto made = IntoFolder{.book = source_.file(),
                               .policy = policy_,
                               .copy = copy,
                               .now = run_.now,
                               .program = run_.program,
                               .is_proved = outcome.is_proved,
                               .is_clock_behind = is_clock_behind_}
                        .make(folder);
        known_[outcome.folder].good = Good{.moment = made.manifest.moment,
                                           .end = made.manifest.end,
                                           .name = made.manifest.name,
                                           .medium = medium_of(folder, source_.file()),
                                           .is_sealed = made.manifest.sealed_for.has_value()};
        outcome.made = std::move(made.manifest);
        outcome.removed = made.removed;
        outcome.healed = std::move(made.healed);
        if (made.is_clock_behind) {
            throw Stopped{Trouble::clock_behind, ""};
        }
    }

    void attempt(Outcome& outcome, const std::function<void()>& work) {
        try {
            work();
        } catch (const Stopped& stopped) {
            fail(outcome, stopped.trouble, stopped.detail);
        } catch (const schema::Error& error) {
            fail(outcome, trouble_of(error), error.problems().front().what);
        } catch (const fs::filesystem_error& error) {
            fail(outcome, Trouble::failed, error.code().message());
        }
    }

    void fail(Outcome& outcome, Trouble trouble, const std::string& detail) {
        outcome.problem = problem_of(trouble, outcome.folder, detail);
        failed_[outcome.folder] = {.moment = run_.now, .trouble = trouble, .detail = detail};
    }

    void note_outcomes() {
        note(source_, [&](KnownBackups& all) {
            for (const auto& outcome : outcomes_) {
                auto& known = all[outcome.folder];
                if (outcome.made) {
                    known.good = known_[outcome.folder].good;
                    known.failed.reset();
                }
                if (outcome.made && outcome.is_proved) {
                    known.proved = outcome.made->moment;
                }
                if (const auto found = failed_.find(outcome.folder); found != failed_.end()) {
                    known.failed = found->second;
                }
            }
        });
    }

    const db::Book& source_;
    const Run& run_;
    const Policy policy_;
    KnownBackups known_;
    const bool is_clock_behind_;
    std::vector<Outcome> outcomes_;
    std::map<std::string, Failed> failed_;
};

}  // namespace

bool is_due(const Known& known, const db::Head& end, std::int64_t now) {
    const auto& failed = known.failed;
    // While the clock is behind nothing is removed: they are not to fill the disk.
    const auto pause =
        failed && failed->trouble == Trouble::clock_behind ? between_backups : between_tries;
    if (failed && now >= failed->moment && now - failed->moment < pause) {
        return false;
    }
    if (!known.good || now < known.good->moment) {
        return true;
    }
    const auto age = now - known.good->moment;
    return age >= (known.good->end == end ? between_same : between_backups);
}

std::vector<Outcome> make_backups(const fs::path& book, const Run& run) {
    const auto source = db::Book::open_as_stored(book);
    return Making(source, run).outcomes();
}

}  // namespace backup
