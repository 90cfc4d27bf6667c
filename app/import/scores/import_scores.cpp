#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/import/column_decimals.h"
#include "app/import/import_run.h"
#include "app/import/scores/score_rows.h"
#include "app/import/scores/score_vocabulary.h"
#include "app/import/scores/value_labels.h"
#include "app/import/told_values.h"
#include "db/records/instruments.h"

namespace exchange {

namespace {

// What the rows point into stays with them.
struct ReadScores {
    std::vector<schema::Instrument> scales;
    Plan plan;
    std::optional<ScoreRows> rows;
};

}  // namespace

Store read_scores(ImportRun& run, const Table& table) {
    auto scales = db::all_instruments(run.book);
    auto plan = make_plan(score_vocabulary(scales, run.of_directory()), table, run.options);
    tell_of_plan(run, table, plan);
    check_translations(plan);
    check_score_plan(plan, table, run.options);
    if (!run.of_directory()) {
        find_decimals(plan, table, run.options.decimal);
        find_value_labels(run, plan, table);
    }
    const auto read = std::make_shared<ReadScores>();
    read->scales = std::move(scales);
    read->plan = std::move(plan);
    auto& rows = read->rows.emplace(run, table, read->plan, read->scales);
    RowChoice choice(run.options, read->plan, table);
    const Walk walk{table, run.options, run.progress, false, run.report, &choice};
    const auto walked = walk_rows(
        walk, [&](const CsvRow& row, std::size_t number, Problems& problems, OrderedJson* json) {
            rows.read(row, number, problems, json);
        });
    tell_findings(run, table, read->plan);
    if (!settle(run, table, walked)) {
        return {};
    }
    rows.finish();
    if (!rows.has_news()) {
        return {};
    }
    return [read](Storing& storing) { read->rows->store(storing); };
}

}  // namespace exchange
