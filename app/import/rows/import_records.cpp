#include <algorithm>
#include <memory>
#include <type_traits>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/clinical/instruments/questionnaire_sum.h"
#include "app/import/cell_words.h"
#include "app/import/column_decimals.h"
#include "app/import/file_kinds.h"
#include "app/import/record_vocabulary.h"
#include "app/import/rows/record_checks.h"
#include "app/import/rows/record_rows.h"
#include "app/import/rows/record_settling.h"
#include "app/import/rows/record_storing.h"
#include "app/import/rows/study_rows.h"
#include "app/import/told_values.h"
#include "app/json/record_json.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/plausibility.h"
#include "app/tracking/possibility.h"
#include "app/tracking/wall_clock.h"
#include "app/tracking/write.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/profile.h"
#include "db/records/records.h"
#include "db/records/tags.h"
#include "schema/kinds/record_text.h"

namespace exchange {

namespace {

template <class Record>
constexpr bool is_tag = std::is_same_v<Record, schema::Tag>;

// Our own export, untouched: no option says anything about its cells.
template <class Record>
bool is_export(const ImportRun& run, const Table& table) {
    const auto& options = run.options;
    const bool plain = options.map.empty() && options.set.empty() && options.values.empty() &&
                       options.missing.empty() && !options.decimal && !options.dates;
    return run.of_directory() || (Voidable<Record> && plain && table.has_header() &&
                                  table.header() == export_header(kinds::of<Record>()));
}

}  // namespace

template <class Record>
RecordRows<Record>::RecordRows(ImportRun& run, const Table& table, const Plan& plan, bool exact)
    : run_(run),
      table_(table),
      plan_(plan),
      cells_(run.options, exact, run.findings, db::read_clinic(run.book).time_zone),
      row_cells_(run, plan, cells_),
      row_(run, kinds::of<Record>(), plan, cells_, row_cells_),
      content_(plan, row_cells_, time_field(kinds::of<Record>()), tracking::Scored<Record>),
      tags_(run, plan),
      scales_(db::all_instruments(run.book)),
      today_(tracking::today_in(db::read_clinic(run.book).time_zone)),
      in_book_(run, plan),
      of_file_(run, plan),
      counts_(db::read_clinic(run.book).questionnaire_score),
      updates_(run, plan) {
    if (has_part_of_row(plan)) {
        groups_.emplace();
    }
}

template <class Record>
void RecordRows<Record>::read(const CsvRow& csv,
                              std::size_t number,
                              Problems& problems,
                              OrderedJson* json) {
    const CellPlace place{table_.file(), csv.line, problems};
    if (pass_over(csv, number, place)) {
        return;
    }
    Row row{.line = csv.line};
    const auto read = row_.read(csv, number, row.record, place);
    row.patient = read.patient;
    row.exported_id = read.exported_id;
    row.version = read.version;
    rename(row);
    const auto labels = tags_.read(cells_, csv, whose(row), place);
    if (groups_ && !problems.empty()) {
        groups_->tear(row);
    }
    if (!problems.empty()) {
        return;
    }
    if (json != nullptr) {
        *json = json_of(row, labels);
    }
    if (groups_) {
        groups_->add({std::move(row), labels, csv.raw});
    } else {
        settle_row(std::move(row), labels, place);
    }
}

// A voided patient of an export whose records name their patients by id.
template <class Record>
bool RecordRows<Record>::is_left_to_others(const Row& row) const {
    return run_.of_directory() && is_voided(row.record) && plan_.find("version") != nullptr;
}

// True when the book says it already. What cannot be is refused; only of the rest is asked.
template <class Record>
bool RecordRows<Record>::judge(Row& row, const CellPlace& place) {
    check_references(run_, row.record, row.patient, place);
    if (!place.problems.empty()) {
        return false;
    }
    if (is_in_book(row, place)) {
        return true;
    }
    check(row, place);
    if (place.problems.empty()) {
        ask(row, place);
        of_file_.see(row.record, row.patient, place);
    }
    return false;
}

template <class Record>
std::optional<ImportPatients::Place> RecordRows<Record>::whose(const Row& row) const {
    if constexpr (is_patient<Record>) {
        return run_.patients.find(row.record.chart);
    }
    return row.patient;
}

template <class Record>
Record RecordRows<Record>::as_of_book(const Row& row) const {
    auto record = row.record;
    if constexpr (OfPatient<Record>) {
        record.patient = run_.patients.id(*row.patient);
    }
    return record;
}

// An exported directory is what it is.
template <class Record>
bool RecordRows<Record>::is_in_book(const Row& row, const CellPlace& place) {
    if (is_joined_to(row)) {
        know_again(row, run_.patients.id(*whose(row)).value);
        return true;
    }
    std::int64_t id = 0;
    const auto found =
        run_.is_as_exported() ? InBook::no : in_book_.take(as_of_book(row), whose(row), id);
    if (found == InBook::yes) {
        know_again(row, id);
    }
    if (found == InBook::voided) {
        warn_of_voided(run_, kinds::of<Record>().noun, place);
    }
    return found != InBook::no;
}

// What cannot be.
template <class Record>
void RecordRows<Record>::check(Row& row, const CellPlace& place) {
    add_all(clinical::contradictions(row.record), place);
    if constexpr (Voidable<Record> && !is_study_row<Record>) {
        if (!run_.of_directory() && !row.record.voided) {
            add_all(tracking::impossible(run_.book, as_of_book(row)), place);
        }
    }
    check_scores(row.record, scales_, counts_, place);
    if constexpr (is_study_row<Record>) {
        check_study(run_, row.record, scales_, place);
    }
    check_alone(row, place);
}

// As every other entrance asks, of what can be.
template <class Record>
void RecordRows<Record>::ask(const Row& row, const CellPlace& place) {
    if constexpr (Voidable<Record> && !is_study_row<Record>) {
        if (run_.is_as_exported() || row.record.voided) {
            return;
        }
        auto record = as_of_book(row);
        if (!run_.of_directory()) {
            tracking::name_rater(record, run_.actor);
            for (const auto& question : tracking::implausible(run_.book, record, today_)) {
                ask_row(run_, question, place);
            }
        }
        if constexpr (is_patient<Record>) {
            if (!patient_twins_) {
                patient_twins_.emplace(run_.book);
            }
            ask_of_voided_chart(run_, record, place);
            for (const auto& question : patient_twins_->of(record)) {
                ask_row(run_, question, place);
            }
            patient_twins_->add(record);
        } else {
            ask_of_twins(record, row, place);
        }
    } else if constexpr (is_tag<Record>) {
        in_book_.each(row.record, row.patient, [&](const schema::Tag& there) {
            if (!run_.is_as_exported() && there.key == row.record.key) {
                ask_row(run_, tag_question(there, row.record.value), place);
            }
        });
    }
}

template <class Record>
void RecordRows<Record>::ask_of_twins(const Record& record,
                                      const Row& row,
                                      const CellPlace& place) {
    in_book_.each(record, row.patient, [&](const Record& there) {
        if (!is_voided(there) && tracking::are_twins(record, there)) {
            auto question = tracking::twin_question(record, there);
            question.reason +=
                what_differs(kinds::of<Record>(), contradicted(there, row.record, plan_));
            ask_row(run_, question, place);
        }
    });
}

// What only one kind of record needs.
template <class Record>
void RecordRows<Record>::check_alone(const Row& row, const CellPlace& place) {
    const auto& record = row.record;
    if constexpr (is_patient<Record>) {
        if (!is_left_to_others(row)) {
            check_patient(run_, record, in_book_, plan_, place);
        }
        if (!cells_.exact()) {
            check_name(record, plan_, place);
        }
    } else if constexpr (is_instrument<Record>) {
        if (auto problem = taken_code(record, scales_, run_.of_directory())) {
            add_all({std::move(*problem)}, place);
        }
    } else if constexpr (std::is_same_v<Record, StudyRow>) {
        const bool twice = std::any_of(rows_.begin(), rows_.end(), [&](const Row& other) {
            return is_in_force_with(other.record, record);
        });
        if (twice) {
            place.problems.push_back({place.text(),
                                      "an earlier row adopts a study of this scale and medium",
                                      "leave adopted empty, and adopt the one that is to judge"});
        }
    } else if constexpr (is_tag<Record>) {
        const auto known = labels_.try_emplace({*row.patient, record.key}, record.value).first;
        check_label(record, known->second, place);
    } else if (!rows_.empty() && std::is_same_v<Record, schema::Clinic>) {
        place.problems.push_back({place.text(),
                                  "is a second row of settings",
                                  "leave one row; a clinic has one set of settings"});
    }
}

template <class Record>
OrderedJson RecordRows<Record>::json_of(const Row& row,
                                        const std::vector<ImportTags::Label>& labels) const {
    std::vector<std::pair<std::string, std::string>> tags;
    for (const auto& label : labels) {
        tags.emplace_back(tags_.key(label.key), label.value);
    }
    const auto chart =
        row.patient ? std::optional(run_.patients.chart(*row.patient)) : std::nullopt;
    return row_json(row.record, chart, tags);
}

template <class Record>
void RecordRows<Record>::keep(Row row) {
    if constexpr (is_instrument<Record>) {
        scales_.push_back(row.record);
    }
    if constexpr (std::is_same_v<Record, schema::Questionnaire>) {
        const auto differs = clinical::total_differs(row.record);
        run_.report.totals_compared += differs ? 1 : 0;
        run_.report.totals_differing += differs.value_or(false) ? 1 : 0;
    }
    if (is_patient<Record> && row.patient) {
        by_patient_.emplace(*row.patient, rows_.size());
    }
    rows_.push_back(std::move(row));
}

template <class Record>
void RecordRows<Record>::store(Storing& storing) {
    run_.report.patients_created += run_.patients.create_wanted(storing.write, storing.scorer);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        store(storing, rows_[i]);
        run_.tell(i, rows_.size());
    }
    updates_.store(storing);
    judge_sessions<Record>(run_, storing.write, rows_);
    run_.report.tags_set += tags_.write(storing.write, run_.patients);
}

template <class Record>
void RecordRows<Record>::store(Storing& storing, Row& row) {
    auto& record = row.record;
    if constexpr (is_study_row<Record>) {
        if constexpr (OfPatient<Record>) {
            record.patient = run_.patients.id(*row.patient);
        }
        if (run_.keeps_ids) {
            record.id = decltype(record.id)(row.exported_id);
            record.version = row.version;
        }
        store_study(run_, storing.write, record, row.exported_id);
    } else if constexpr (Voidable<Record>) {
        store_of_patient<Record>(run_, storing, row, cells_.exact());
    } else if constexpr (is_tag<Record>) {
        record.patient = run_.patients.id(*row.patient);
        db::set_tag(storing.write, record);
    } else if constexpr (is_instrument<Record>) {
        if (!db::find_instrument(storing.write.book(), record.code)) {
            db::insert_instrument(storing.write, tracking::with_noise_rule(record));
        }
    } else if constexpr (ProfileRow<Record>) {
        db::put_profile_row(storing.write, record);
    } else {
        db::write_clinic(storing.write, record);
        storing.scorer.read_settings();
    }
}

// What the rows point into stays with them.
template <class Record>
struct ReadRecords {
    Plan plan;
    std::optional<RecordRows<Record>> rows;
};

template <class Record>
Store read_records(ImportRun& run, const Table& table) {
    const bool exact = is_export<Record>(run, table);
    auto plan =
        make_plan(record_vocabulary(kinds::of<Record>(), run.of_directory()), table, run.options);
    tell_of_plan(run, table, plan);
    check_translations(plan);
    auto warnings = check_slots(kinds::of<Record>(), plan, table.file());
    run.report.warnings.insert(run.report.warnings.end(), warnings.begin(), warnings.end());
    if (!exact) {
        find_decimals(plan, table, run.options.decimal);
    }
    const auto read = std::make_shared<ReadRecords<Record>>();
    read->plan = std::move(plan);
    auto& rows = read->rows.emplace(run, table, read->plan, exact);
    RowChoice choice(run.options, read->plan, table);
    const Walk walk{
        table, run.options, run.progress, read->plan.has_confidential(), run.report, &choice};
    auto walked = walk_rows(
        walk, [&](const CsvRow& row, std::size_t number, Problems& problems, OrderedJson* json) {
            rows.read(row, number, problems, json);
        });
    rows.finish(walked);
    tell_findings(run, table, read->plan);
    if (!settle(run, table, walked)) {
        return {};
    }
    run.report.records += rows.size();
    if (!rows.has_news()) {
        return {};
    }
    return [read](Storing& storing) { read->rows->store(storing); };
}

template <class Record>
FileKind kind_of() {
    const auto& kind = kinds::of<Record>();
    return {kind.plural, kind.noun, &read_records<Record>, [](const auto&) {
                return record_vocabulary(kinds::of<Record>(), false);
            }};
}

template <class... Record>
void add_kinds(std::vector<FileKind>& kinds, std::variant<Record...>*) {
    (kinds.push_back(kind_of<Record>()), ...);
}

std::vector<FileKind> record_file_kinds() {
    std::vector<FileKind> kinds{kind_of<schema::Clinic>(),
                                kind_of<schema::DepthLimit>(),
                                kind_of<schema::CareAdvice>(),
                                kind_of<schema::Instrument>()};
    add_kinds(kinds, static_cast<schema::AnyRecord*>(nullptr));
    add_kinds(kinds, static_cast<schema::ClinicRecord*>(nullptr));
    const auto after_patients = kinds.begin() + 5;
    kinds.insert(after_patients, kind_of<schema::Tag>());
    kinds.push_back(kind_of<StudyRow>());
    kinds.push_back(kind_of<StudyRatingRow>());
    return kinds;
}

}  // namespace exchange
