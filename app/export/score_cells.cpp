#include "app/export/score_cells.h"

#include "app/import/record_vocabulary.h"
#include "schema/types/text.h"

namespace exchange {

std::vector<std::string> score_header(const std::set<std::string>& label_keys) {
    std::vector<std::string> header{"id",
                                    "version",
                                    "patient",
                                    "patient_id",
                                    "instrument",
                                    "region",
                                    "at",
                                    "value",
                                    "rater",
                                    "voided"};
    for (const auto& key : label_keys) {
        header.push_back(std::string(label_prefix) + key);
    }
    return header;
}

std::vector<std::string> score_cells(const schema::Score& score,
                                     const std::string& chart,
                                     const std::string& code,
                                     const std::set<std::string>& label_keys) {
    std::vector<std::string> cells{std::to_string(score.id.value),
                                   std::to_string(score.version),
                                   chart,
                                   std::to_string(score.patient.value),
                                   code,
                                   schema::Text<decltype(score.region)>::write(score.region),
                                   score.at.text(),
                                   schema::number_text(score.value),
                                   score.rater.value_or(""),
                                   schema::Text<bool>::write(score.voided)};
    for (const auto& key : label_keys) {
        const auto label = score.labels.find(key);
        cells.push_back(label == score.labels.end() ? "" : label->second);
    }
    return cells;
}

}  // namespace exchange
