#include "app/exchange/column_decimals.h"
#include "app/exchange/import_run.h"
#include "app/exchange/score_rows.h"
#include "app/exchange/score_vocabulary.h"
#include "db/instruments.h"

namespace exchange {

void import_scores(ImportRun& run, const Table& table) {
    const auto scales = db::all_instruments(run.write.book());
    auto plan = make_plan(score_vocabulary(scales), table, run.options);
    check_score_plan(plan, scales, table, run.options);
    if (!run.of_directory()) {
        find_decimals(plan, table, run.options.decimal);
    }
    ScoreRows rows(run, table, plan, scales);
    const Walk walk{table, run.options, run.progress, false, run.report};
    const auto walked = walk_rows(
        walk, [&](const CsvRow& row, std::size_t number, Problems& problems, std::string* json) {
            rows.read(row, number, problems, json);
        });
    if (settle(run, table, walked)) {
        rows.write();
    }
}

}  // namespace exchange
