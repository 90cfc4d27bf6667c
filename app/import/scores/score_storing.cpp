// What becomes of the rows of a file of scores once all were read.

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "app/import/scores/score_rows.h"
#include "app/json/json_value.h"
#include "db/records/scores.h"
#include "schema/types/text.h"

namespace exchange {

OrderedJson ScoreRows::json_of(const Reading& reading,
                               std::size_t begin,
                               const std::vector<ImportTags::Label>& labels) const {
    OrderedJson json = {{"patient", run_.patients.chart(*reading.patient)},
                        {"scores", OrderedJson::array()}};
    for (auto i = begin; i < rows_.size(); ++i) {
        const auto& series = series_[rows_[i].series];
        json["scores"].push_back({{"instrument", series.scale->code},
                                  {"region", json_value(series.region)},
                                  {"at", rows_[i].at.text()},
                                  {"value", json_value(rows_[i].value)},
                                  {"rater", json_value(raters_[rows_[i].rater])}});
        if (const auto& on = labels_[rows_[i].labels]; !on.empty()) {
            json["scores"].back()["labels"] = on;
        }
    }
    for (const auto& label : labels) {
        json["tags"][tags_.key(label.key)] = label.value;
    }
    return json;
}

// In the order of the table's key: pages are filled one after the other. Patients who are new get
// the next ids in the order of their places. Values of one moment keep the order of the file.
void ScoreRows::finish() {
    const auto order = series_.order();
    const auto key = [&](const Row& row) {
        return std::tuple(!run_.patients.is_stored(row.patient),
                          run_.patients.id(row.patient),
                          row.patient,
                          order[row.series],
                          row.at);
    };
    std::stable_sort(
        rows_.begin(), rows_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    run_.report.records += rows_.size();
    for (const auto& row : rows_) {
        series_.added().see(*series_[row.series].scale, row.value);
    }
    run_.report.scales_added = series_.added().codes();
    if (!run_.of_directory()) {
        warn_of_contradictions(order);
        tell_more_contradictions(run_, table_.file());
    }
}

// Of rows in order, each against the one before it.
void ScoreRows::warn_of_contradictions(const std::vector<std::uint32_t>& order) {
    for (std::size_t i = 1; i < rows_.size(); ++i) {
        const auto& before = rows_[i - 1];
        const auto& row = rows_[i];
        if (row.patient == before.patient && order[row.series] == order[before.series] &&
            row.at == before.at && row.rater == before.rater && row.value != before.value &&
            !row.voided && !before.voided &&
            !schema::differ(labels_[row.labels], labels_[before.labels])) {
            Problems none;
            warn_of_contradiction(run_,
                                  before.line,
                                  fmt::format("; {} {} there, {} here",
                                              series_[row.series].scale->code,
                                              schema::number_text(before.value),
                                              schema::number_text(row.value)),
                                  {table_.file(), row.line, none});
        }
    }
}

void ScoreRows::store(Storing& storing) {
    series_.added().store(storing.write);
    run_.report.patients_created += run_.patients.create_wanted(storing.write, storing.scorer);
    db::ScoreWriter writer(storing.write);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        if (run_.keeps_ids && row.id != 0) {
            db::put_score(storing.write, score_of(row));
        } else {
            const auto id = writer.insert(score_of(row));
            if (row.voided) {
                db::set_score_voided(storing.write, id, true);
            }
        }
        run_.tell(i, rows_.size());
    }
    run_.report.tags_set += tags_.write(storing.write, run_.patients);
}

}  // namespace exchange
