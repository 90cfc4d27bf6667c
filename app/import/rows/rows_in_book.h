#pragma once
// Rows that are in the book already: a record in force that says all that the row says. Compared
// are the values that the row gives, when it was, and what tells records of a kind apart; what the
// row leaves open (a rater whom the file does not name, a course that was joined) may be anything.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/import/import_plan.h"
#include "app/import/import_run.h"
#include "app/json/record_traits.h"
#include "app/tracking/twins.h"
#include "db/records/agreements.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/profile.h"
#include "db/records/records.h"
#include "db/records/tags.h"
#include "schema/kinds/correction.h"

namespace exchange {

// What of the row the record contradicts; empty where it says all that the row says.
std::vector<kinds::Difference> contradicted(const kinds::ConstRecord& there,
                                            const kinds::ConstRecord& row,
                                            const Plan& plan);

// "; iga 3 there, 4 here": the first of them. Of a confidential field its name only; empty for
// none.
std::string what_differs(const kinds::Kind& kind,
                         const std::vector<kinds::Difference>& differences);

template <class Record>
bool is_voided(const Record& record) {
    if constexpr (Voidable<Record>) {
        return record.voided;
    }
    return false;
}

enum class InBook { no, yes, voided };

template <class Record>
class RowsInBook {
  public:
    using Place = ImportPatients::Place;

    RowsInBook(const ImportRun& run, const Plan& plan) : run_(run), plan_(plan) {}

    // Whether the book says it. A record that may stand several times stands for one row each;
    // `taken` becomes its id.
    InBook take(const Record& row, std::optional<Place> patient, std::int64_t& taken) {
        auto& known = of(row, patient);
        if (auto* same = find(known, row, is_voided(row))) {
            same->is_taken = Voidable<Record> && !is_patient<Record>;
            if constexpr (requires { same->record.id.value; }) {
                taken = same->record.id.value;
            }
            return InBook::yes;
        }
        return !is_voided(row) && find(known, row, true) != nullptr ? InBook::voided : InBook::no;
    }

    // The records that the row could mean, voided ones too.
    template <class Visit>
    void each(const Record& row, std::optional<Place> patient, Visit visit) {
        for (const auto& known : of(row, patient)) {
            visit(known.record);
        }
    }

  private:
    struct Known {
        Record record;
        bool is_taken = false;
    };

    // The one that differs least; nothing where each contradicts the row or was taken.
    Known* find(std::vector<Known>& known, const Record& row, bool voided) const {
        const auto* when = kinds::of<Record>().field(schema::Role::when);
        Known* best = nullptr;
        std::size_t least = 0;
        for (auto& each : known) {
            if (each.is_taken || is_voided(each.record) != voided ||
                (when != nullptr && when->get(&each.record) != when->get(&row)) ||
                !contradicted(each.record, row, plan_).empty()) {
                continue;
            }
            const auto differing = kinds::differences(each.record, row).size();
            if (best == nullptr || differing < least) {
                best = &each;
                least = differing;
            }
        }
        return best;
    }

    // Read once: of the patient, or all of a kind that is nobody's.
    std::vector<Known>& of(const Record& row, std::optional<Place> patient) {
        auto place = patient;
        if constexpr (is_patient<Record>) {
            place = run_.patients.find(row.chart);
        }
        auto [found, is_new] = known_.try_emplace(place ? std::int64_t{*place} : -1);
        const bool is_stored = !place || run_.patients.is_stored(*place);
        if (is_new && is_stored) {
            const auto id = place ? run_.patients.id(*place) : schema::Id<schema::Patient>();
            for (auto& record : read(id)) {
                found->second.push_back({std::move(record)});
            }
        }
        return found->second;
    }

    std::vector<Record> read(schema::Id<schema::Patient> patient) const {
        const auto& book = run_.book;
        if constexpr (is_patient<Record>) {
            const auto known = db::find(book, patient);
            return known ? std::vector{*known} : std::vector<Record>();
        } else if constexpr (std::is_same_v<Record, schema::Tag>) {
            return db::tags_of(book, patient);
        } else if constexpr (std::is_same_v<Record, schema::Clinic>) {
            return {db::read_clinic(book)};
        } else if constexpr (ProfileRow<Record>) {
            return db::profile_rows<Record>(book);
        } else if constexpr (is_instrument<Record>) {
            return db::all_instruments(book);
        } else if constexpr (is_study_row<Record>) {
            return studies(patient);
        } else {
            return db::records_of<Record>(book, patient, db::Which::of_patient);
        }
    }

    std::vector<Record> studies(schema::Id<schema::Patient> patient) const {
        std::vector<Record> found;
        if constexpr (std::is_same_v<Record, StudyRow>) {
            const auto scales = db::all_instruments(run_.book);
            for (const auto& study : db::all_agreements(run_.book)) {
                found.push_back({study, db::instrument_among(scales, study.instrument).code});
            }
        } else {
            for (const auto& rating : db::all_agreement_ratings(run_.book)) {
                if (rating.patient == patient) {
                    found.push_back({rating});
                }
            }
        }
        return found;
    }

    const ImportRun& run_;
    const Plan& plan_;
    std::unordered_map<std::int64_t, std::vector<Known>> known_;  // by place; -1: nobody's
};

// Rows of one file that contradict each other. Both are imported, with a warning.
template <class Record>
class RowsOfFile {
  public:
    RowsOfFile(ImportRun& run, const Plan& plan) : run_(run), plan_(plan) {}

    // Of one patient's rows of a day, each against those before it.
    void see(const Record& row,
             std::optional<ImportPatients::Place> patient,
             const CellPlace& place) {
        if constexpr (OfPatient<Record> && Voidable<Record> && !is_study_row<Record>) {
            const auto* when = kinds::of<Record>().field(schema::Role::when);
            if (run_.of_directory() || row.voided || when == nullptr) {
                return;
            }
            const auto day = kinds::text_of(*when, when->get(&row)).substr(0, 10);
            auto& before = seen_[fmt::format("{} {}", *patient, day)];
            for (const auto& [other, line] : before) {
                const auto differences = contradicted(other, row, plan_);
                if (!differences.empty() && tracking::are_twins(row, other)) {
                    warn_of_contradiction(
                        run_, line, what_differs(kinds::of<Record>(), differences), place);
                }
            }
            before.emplace_back(row, place.line);
        }
    }

  private:
    ImportRun& run_;
    const Plan& plan_;
    std::unordered_map<std::string, std::vector<std::pair<Record, std::size_t>>> seen_;
};

}  // namespace exchange
