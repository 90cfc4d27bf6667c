#include "app/json/entry_json.h"

#include <algorithm>

#include "app/clinical/band.h"
#include "app/json/finding_json.h"
#include "app/json/phrase_json.h"
#include "app/json/record_json.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json score_preview(const schema::Score& score, const std::vector<schema::Instrument>& instruments) {
    const auto& scale =
        *std::find_if(instruments.begin(), instruments.end(), [&](const auto& each) {
            return each.id == score.instrument;
        });
    const auto band = clinical::band_of(scale.code, score.value);
    return {
        {"instrument", scale.code},
        {"name", scale.name},
        {"region", json_value(score.region)},
        {"value", json_value(score.value)},
        {"unit", scale.unit},
        {"band", band ? Json{{"name", band->name}, {"assigned", band->assigned}} : Json(nullptr)}};
}

}  // namespace

OrderedJson entry_json(const schema::AnyRecord& record,
                       std::string_view chart,
                       const std::vector<schema::Score>& scores,
                       const std::vector<schema::Instrument>& instruments,
                       const std::vector<schema::SessionFinding>& findings) {
    return {{"record", record_json(record, chart)},
            {"scores", scores_json(scores, instruments, chart)},
            {"findings", records_json(findings, chart)}};
}

OrderedJson visit_preview_json(const tracking::VisitPreview& preview,
                               const std::vector<schema::Instrument>& instruments) {
    auto json =
        preview_json({.findings = preview.findings, .problems = preview.problems}, instruments);
    for (const auto& each : preview.scores) {
        for (const auto& score : each.scores) {
            Json one = {{"record", each.name}};
            one.update(score_preview(score, instruments));
            json["scores"].push_back(std::move(one));
        }
    }
    return json;
}

OrderedJson preview_json(const Preview& preview,
                         const std::vector<schema::Instrument>& instruments) {
    Json json = {
        {"scores", Json::array()}, {"findings", Json::array()}, {"problems", Json::array()}};
    for (const auto& score : preview.scores) {
        json["scores"].push_back(score_preview(score, instruments));
    }
    for (const auto& finding : preview.findings) {
        json["findings"].push_back(finding_json(finding));
    }
    for (const auto& problem : preview.problems) {
        Json one{{"field", problem.where}, {"text", problem.what}, {"try", problem.remedy}};
        add_told(one, problem.told);
        json["problems"].push_back(std::move(one));
    }
    return json;
}

}  // namespace exchange
