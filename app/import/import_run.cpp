#include "app/import/import_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/rejected_rows.h"
#include "app/import/told_values.h"
#include "app/text/utf8.h"
#include "app/tracking/plausibility.h"
#include "db/records/clinic.h"
#include "schema/kinds/kinds.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace exchange {

namespace {

constexpr std::size_t most_contradictions = 20;  // told one by one

void warn(ImportRun& run, schema::Problem warning) {
    constexpr std::size_t most = 1000;
    if (run.report.warnings.size() < most) {
        run.report.warnings.push_back(std::move(warning));
    }
}

}  // namespace

std::int64_t new_id(const NewIds& new_ids, const schema::RecordName& name) {
    const auto kind = new_ids.find(name.kind);
    const bool is_known = kind != new_ids.end() && kind->second.contains(name.id);
    return is_known ? kind->second.at(name.id) : name.id;
}

void tell_of_plan(ImportRun& run, const Table& table, const Plan& plan) {
    auto& report = run.report;
    report.warnings.insert(report.warnings.end(), plan.warnings.begin(), plan.warnings.end());
    for (const auto column : plan.taken_by_name) {
        if (!run.options.map.empty()) {
            report.taken_by_name.push_back(table.header()[column]);
        }
    }
}

bool settle(ImportRun& run, const Table& table, const WalkedRows& walked) {
    auto& report = run.report;
    auto problems = walked.problems.list(table.file());
    report.rows_read += walked.rows;
    report.rows_rejected += walked.rows_rejected;
    report.new_charts = run.patients.new_charts();
    report.problems.insert(report.problems.end(), problems.begin(), problems.end());
    if (problems.empty() || run.options.keep_good) {
        if (!problems.empty() && !run.options.dry_run && !run.options.content) {
            write_rejected(table, walked.rejected);
            report.rejected_file = rejected_path(table);
        } else if (!problems.empty() && !run.options.dry_run) {
            report.rejected = rejected_text(table, walked.rejected);
        }
        return true;
    }
    if (!run.options.dry_run) {
        throw schema::Error(schema::Fault::refused, plain_problems(problems));
    }
    return false;
}

void tell_more_contradictions(ImportRun& run, const std::string& file) {
    if (run.contradictions > most_contradictions) {
        warn(run,
             schema::Problem{
                 file,
                 fmt::format("{} more rows contradict another one of the same patient and time",
                             run.contradictions - most_contradictions),
                 "look at the first ones; if each row is of its own, have the file tell what they "
                 "differ in, as region or rater"}
                 .as("contradictions_more",
                     {{"count", static_cast<int>(run.contradictions - most_contradictions)}}));
    }
}

void tell_findings(ImportRun& run, const Table& table, const Plan& plan) {
    auto& report = run.report;
    run.findings.tell(table.file(), db::read_clinic(run.book).time_zone, report);
    tell_more_contradictions(run, table.file());
    if (!run.of_directory()) {
        auto unused = unused_options(plan, run.options, run.findings, table.file());
        report.warnings.insert(report.warnings.end(), unused.begin(), unused.end());
    }
}

void ask_row(ImportRun& run, const tracking::Question& question, const CellPlace& place) {
    const std::string problem_class =
        question.fault == schema::Fault::duplicate ? "duplicate" : "implausible";
    if (!is_confirmed(run.options, problem_class, run.report)) {
        schema::Problem problem{
            place.text(),
            fmt::format("{}: {}", problem_class, question.reason),
            fmt::format("correct it; if all of them are so, say --confirm {}", problem_class)};
        if (!question.told.id.empty()) {
            problem.told = {question.fault == schema::Fault::duplicate ? "error.row_duplicate"
                                                                       : "error.row_implausible",
                            {{"reason", question.told}}};
        }
        place.problems.push_back(std::move(problem));
    }
}

void warn_of_voided(ImportRun& run, std::string_view noun, const CellPlace& place) {
    warn(run,
         schema::Problem{
             place.text(),
             fmt::format("the same {} is in the book and was entered in error; it is left out",
                         noun),
             "take the row out; if it is right after all, record it by hand"}
             .as("row_was_voided"));
}

void warn_of_contradiction(ImportRun& run,
                           std::size_t line,
                           const std::string& what_differs,
                           const CellPlace& place) {
    if (++run.contradictions > most_contradictions) {
        return;
    }
    warn(run,
         schema::Problem{
             place.text(),
             fmt::format("contradicts line {}, of the same patient and time{}", line, what_differs),
             "take the wrong one out if one is a slip; both are imported"}
             .as("row_contradicts", {{"line", static_cast<int>(line)}}));
}

std::size_t first_answer(const std::string& answer) {
    return static_cast<std::size_t>(schema::Text<std::int64_t>::read(answer).value_or(0));
}

std::optional<ImportPatients::Place> patient_of(ImportRun& run,
                                                const PlannedColumn& column,
                                                std::string_view chart,
                                                const CellPlace& place) {
    if (trimmed(chart).empty()) {
        auto problem = cell_problem(column, chart, place, "the patient's chart number");
        problem.remedy += column.column ? "; where a blank means whoever stands above it, say "
                                          "--fill-down patient"
                                        : "";
        place.problems.push_back(std::move(problem));
        return std::nullopt;
    }
    if (const auto known = run.patients.find(chart)) {
        auto voided = run.patients.voided(*known, place.text(column));
        if (!voided) {
            return known;
        }
        place.problems.push_back(std::move(*voided));
        return std::nullopt;
    }
    const auto kept = schema::as_kept(schema::TextKind::chart, chart);
    if (auto fault = schema::text_fault(schema::TextKind::chart, kept)) {
        fault->where = place.text(column);
        fault->what = fmt::format("chart {} {}", excerpt(kept), fault->what);
        place.problems.push_back(std::move(*fault));
        return std::nullopt;
    }
    const auto unlikely = tracking::unlikely_chart(kept);
    if (unlikely && !run.of_directory()) {
        const auto before = place.problems.size();
        ask_row(run, *unlikely, place);
        if (place.problems.size() > before) {
            return std::nullopt;
        }
    }
    if (run.options.create_patients) {
        return run.patients.add(kept, place.line);
    }
    place.problems.push_back(schema::Problem{place.text(column),
                                             fmt::format("there is no patient {}", excerpt(chart)),
                                             "add the patient first, or say --create-patients"}
                                 .as("patient_unknown", {{"chart", std::string(trimmed(chart))}}));
    return std::nullopt;
}

std::optional<ImportPatients::Place> exported_patient(ImportRun& run,
                                                      const PlannedColumn& column,
                                                      std::string_view id,
                                                      const CellPlace& place) {
    const auto told = schema::Text<std::int64_t>::read(id);
    const auto& known = (*run.new_ids)[kinds::of<schema::Patient>().noun];
    const auto found = told ? known.find(*told) : known.end();
    if (found != known.end()) {
        return run.patients.place_of(schema::Id<schema::Patient>(found->second));
    }
    place.problems.push_back({place.text(column),
                              fmt::format("patient {} is not in this directory", excerpt(id)),
                              "export again, and import that"});
    return std::nullopt;
}

}  // namespace exchange
