#include "app/json/agreement_json.h"

#include <algorithm>
#include <utility>

#include "app/json/json_value.h"
#include "db/records/instruments.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json study_json(const schema::Agreement& study, const std::string& code) {
    Json json{{"id", json_value(study.id)}, {"instrument", code}};
    add_fields(json, study);
    json["version"] = study.version;
    json["voided"] = study.voided;
    return json;
}

template <class Value>
Json with_reason(Json json, const progress::Computed<Value>& found) {
    json["why_not"] = found.value ? Json(nullptr) : Json(found.why_not);
    return json;
}

Json interval_json(const std::optional<double>& value,
                   const std::optional<double>& low95,
                   const std::optional<double>& high95) {
    return {
        {"value", json_value(value)}, {"low95", json_value(low95)}, {"high95", json_value(high95)}};
}

// Of a kappa, a correlation.
template <class Statistic>
Json statistic_json(const progress::Computed<Statistic>& found) {
    const auto statistic = found.value.value_or(Statistic{});
    return with_reason(interval_json(statistic.value, statistic.low95, statistic.high95), found);
}

Json error_json(const progress::Computed<progress::StandardError>& found) {
    const auto part = [&](auto member) {
        return found.value ? json_value((*found.value).*member) : Json(nullptr);
    };
    using progress::StandardError;
    return with_reason({{"sem", part(&StandardError::sem)},
                        {"low95", part(&StandardError::low95)},
                        {"high95", part(&StandardError::high95)},
                        {"sdc", part(&StandardError::sdc)}},
                       found);
}

Json estimate_json(const std::optional<progress::Estimate>& found) {
    return found ? interval_json(found->value, found->low95, found->high95)
                 : interval_json({}, {}, {});
}

Json pair_json(const progress::StudyPair& pair) {
    Json json{{"raters", {pair.first, pair.second}}, {"patients", pair.patients}};
    const auto agreed = [&](auto member) {
        return pair.agreed.value ? Json((*pair.agreed.value).*member) : Json(nullptr);
    };
    json["agreed"] =
        with_reason({{"same", agreed(&progress::AgreedOn::same)},
                     {"within_one_step", agreed(&progress::AgreedOn::within_one_step)}},
                    pair.agreed);
    json["quadratic_kappa"] = statistic_json(pair.kappa);
    const auto& apart = pair.apart.value;
    json["difference"] =
        with_reason({{"bias", estimate_json(apart ? std::optional(apart->bias) : std::nullopt)},
                     {"lower_limit", estimate_json(apart ? apart->lower_limit : std::nullopt)},
                     {"upper_limit", estimate_json(apart ? apart->upper_limit : std::nullopt)}},
                    pair.apart);
    return json;
}

Json result_json(const progress::StudyResult& result) {
    Json json{{"ratings", result.ratings},
              {"patients", result.patients},
              {"rated_twice", result.rated_twice},
              {"rated_by_all", result.rated_by_all},
              {"repeated", result.repeated},
              {"treated_between", result.treated_between},
              {"raters", result.raters},
              {"pairs", Json::array()}};
    for (const auto& pair : result.pairs) {
        json["pairs"].push_back(pair_json(pair));
    }
    json["icc_2_1"] = statistic_json(result.icc_2_1);
    json["icc_3_1"] = statistic_json(result.icc_3_1);
    json["other_rater"] = error_json(result.other_rater);
    json["same_rater"] = error_json(result.same_rater);
    return json;
}

}  // namespace

OrderedJson agreements_json(const std::vector<schema::Agreement>& studies,
                            const std::vector<schema::Instrument>& instruments) {
    auto json = Json::array();
    for (const auto& study : studies) {
        json.push_back(study_json(study, db::instrument_among(instruments, study.instrument).code));
    }
    return json;
}

OrderedJson agreement_json(const progress::StudyView& view) {
    auto json = study_json(view.study, view.instrument.code);
    json["result"] = result_json(view.result);
    const auto& adoption = view.adoption;
    json["adopting"] = {
        {"possible", adoption.is_possible()},
        {"sdc_same_rater", json_value(adoption.sdc_same_rater)},
        {"sdc_other_rater", json_value(adoption.sdc_other_rater)},
        {"lacks", adoption.lacks},
        {"would_change",
         progress::what_would_change(view.study, view.instrument, adoption, view.in_force)},
        {"gives_way", view.in_force ? json_value(view.in_force->id) : Json(nullptr)}};
    return json;
}

OrderedJson agreement_ratings_json(const std::vector<schema::AgreementRating>& ratings,
                                   const std::vector<std::string>& charts) {
    auto json = Json::array();
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        auto& row =
            json.emplace_back(Json{{"id", json_value(ratings[i].id)}, {"patient", charts.at(i)}});
        add_fields(row, ratings[i]);
        row["version"] = ratings[i].version;
        row["voided"] = ratings[i].voided;
    }
    return json;
}

}  // namespace exchange
