#pragma once
// What becomes of a row that could be read: a record of its own, part of one, nothing new, an
// update of a patient, or passed over.

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/import/rows/record_rows.h"

namespace exchange {

// Keeps what is new of a row that could be read; with problems nothing.
template <class Record>
void RecordRows<Record>::settle_row(Row row,
                                    const std::vector<ImportTags::Label>& labels,
                                    const CellPlace& place) {
    if (is_said_before(row)) {
        ++run_.report.rows_said_before;
        tags_.keep(*whose(row), labels, row.line);
        return;
    }
    if constexpr (is_patient<Record>) {
        if (is_update(row)) {
            updates_.see(*whose(row), row.record, place);
            if (place.problems.empty()) {
                tags_.keep(*whose(row), labels, row.line);
            }
            return;
        }
    }
    const bool is_known = judge(row, place);
    if (!place.problems.empty()) {
        return;
    }
    if (is_known) {
        run_.report.rows_in_book += row.rows;
        row.patient = whose(row);
    } else if constexpr (is_patient<Record>) {
        row.patient = is_left_to_others(row) ? run_.patients.add_voided(row.record.chart)
                                             : run_.patients.add(row.record.chart, row.line);
    }
    if (row.patient && !row.file_chart.empty()) {
        run_.patients.name_too(row.file_chart, *row.patient);
    }
    if (row.patient) {
        tags_.keep(*row.patient, labels, row.line);
    }
    if (row.patient && (is_known || !is_patient<Record>)) {
        run_.patients.want(*row.patient);
    }
    if (!is_known) {
        keep(std::move(row));
    }
}

template <class Record>
void RecordRows<Record>::finish(WalkedRows& walked) {
    if (groups_) {
        for (auto& group : groups_->all()) {
            finish(group, walked);
        }
    }
}

// All rows of a record, or none of them.
template <class Record>
void RecordRows<Record>::finish(typename RowGroups<Row>::Group& group, WalkedRows& walked) {
    if (group.rows.empty()) {
        return;
    }
    Problems problems;
    auto joined = group.rows.front().row;
    auto labels = group.rows.front().labels;
    for (auto held = group.rows.begin() + 1; held != group.rows.end(); ++held) {
        const CellPlace place{table_.file(), held->row.line, problems};
        join_parts(joined.record, joined.line, held->row.record, place);
        labels.insert(labels.end(), held->labels.begin(), held->labels.end());
    }
    joined.rows = group.rows.size();
    const auto first = joined.line;
    if (group.torn && run_.options.keep_good) {
        problems.push_back(
            schema::Problem{row_place(table_.file(), first),
                            fmt::format("line {} of the same record has problems", *group.torn),
                            "correct them; a record is imported whole or not at all"}
                .as("record_torn", {{"line", static_cast<int>(*group.torn)}}));
    }
    if (problems.empty()) {
        settle_row(std::move(joined), labels, {table_.file(), first, problems});
    }
    if (problems.empty()) {
        run_.report.rows_joined += group.rows.size() - 1;
        return;
    }
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
        walked.reject(
            group.rows[i].raw, group.rows[i].row.line, problems, run_.options.keep_good, i == 0);
    }
}

// A row that holds nothing for the kind; what it says of the patient is kept. The first row of a
// new patient says at least that there is one.
template <class Record>
bool RecordRows<Record>::pass_over(const CsvRow& csv, std::size_t number, const CellPlace& place) {
    if constexpr (OfPatient<Record> || is_patient<Record>) {
        if (cells_.exact() || !content_.is_missing(csv)) {
            return false;
        }
        const auto patient =
            is_patient<Record> ? row_.known_patient(csv) : row_.patient(csv, number, place);
        if (is_patient<Record> && !patient) {
            return false;
        }
        const auto labels = tags_.read(cells_, csv, patient, place);
        if (place.problems.empty()) {
            tags_.keep(*patient, labels, csv.line);
            if (!is_patient<Record>) {
                run_.patients.want(*patient);
            }
            ++run_.report.rows_without_value;
            run_.report.visits_without_value += content_.has_time(csv) ? 1 : 0;
        }
        return true;
    }
    return false;
}

// The book has the patient of the row, and says otherwise.
template <class Record>
bool RecordRows<Record>::is_update(const Row& row) {
    const auto patient = whose(row);
    bool differs = false;
    if (run_.options.update && patient && run_.patients.is_stored(*patient) &&
        !run_.patients.is_of_voided(run_.patients.chart(*patient))) {
        in_book_.each(row.record, patient, [&](const Record& there) {
            differs = !contradicted(there, row.record, plan_).empty();
        });
    }
    return differs;
}

// A further row of a patient that says nothing else than the first one, the chart as it is written.
template <class Record>
bool RecordRows<Record>::is_said_before(const Row& row) const {
    if constexpr (is_patient<Record>) {
        const auto patient = whose(row);
        const auto before = patient ? by_patient_.find(*patient) : by_patient_.end();
        return !run_.of_directory() && before != by_patient_.end() &&
               rows_[before->second].record.chart == row.record.chart &&
               contradicted(rows_[before->second].record, row.record, plan_).empty();
    }
    return false;
}

// The number that somebody gave to the patient of the file.
template <class Record>
void RecordRows<Record>::rename(Row& row) const {
    if constexpr (is_patient<Record>) {
        if (run_.joining != nullptr && run_.joining->chart) {
            row.file_chart = std::exchange(row.record.chart, *run_.joining->chart);
        }
    }
}

// Somebody said whose records these are, and the book has that patient.
template <class Record>
bool RecordRows<Record>::is_joined_to(const Row& row) const {
    return is_patient<Record> && run_.joining != nullptr && run_.joining->chart && whose(row) &&
           run_.patients.is_stored(*whose(row));
}

// What refers to the row of the export refers to the record of the book.
template <class Record>
void RecordRows<Record>::know_again(const Row& row, std::int64_t id) {
    if (run_.of_directory() && Voidable<Record>) {
        (*run_.new_ids)[kinds::of<Record>().noun][row.exported_id] = id;
    }
    if constexpr (is_patient<Record>) {
        run_.patients.set_id(*whose(row), schema::Id<schema::Patient>(id));
    }
}

}  // namespace exchange
