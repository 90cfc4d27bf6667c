#include "app/exchange/record_json.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/exchange/json_value.h"
#include "app/exchange/record_traits.h"

namespace exchange {

namespace {

using Json = OrderedJson;

// A patient's own chart number is one of the fields.
template <class Record>
Json object_of(const Record& record, std::string_view chart) {
    Json json = {{"id", record.id.value}};
    if constexpr (OfPatient<Record>) {
        json["patient"] = chart;
    }
    add_fields(json, record);
    json["version"] = record.version;
    json["voided"] = record.voided;
    return json;
}

Json any_object(const schema::AnyRecord& any, std::string_view chart) {
    return std::visit([&](const auto& record) { return object_of(record, chart); }, any);
}

Json patient_object(const schema::Patient& patient, const std::vector<schema::Tag>& tags) {
    auto json = object_of(patient, patient.chart);
    auto& labels = json["tags"] = Json::object();
    for (const auto& tag : tags) {
        if (tag.patient == patient.id) {
            labels[tag.key] = tag.value;
        }
    }
    return json;
}

Json score_object(const schema::Score& score,
                  const std::vector<schema::Instrument>& instruments,
                  std::string_view chart) {
    const auto scale = std::find_if(instruments.begin(), instruments.end(), [&](const auto& each) {
        return each.id == score.instrument;
    });
    Json from = nullptr;
    if (score.origin && score.origin_id) {
        from = {{"kind", schema::word(*score.origin)}, {"id", *score.origin_id}};
    }
    return {{"id", score.id.value},
            {"patient", chart},
            {"instrument", scale == instruments.end() ? Json(nullptr) : Json(scale->code)},
            {"region", json_value(score.region)},
            {"at", score.at.text()},
            {"value", json_value(score.value)},
            {"rater", json_value(score.rater)},
            {"device", json_value(score.device)},
            {"places", json_value(score.places)},
            {"from", from},
            {"version", score.version},
            {"voided", score.voided}};
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

// What only the program's own scales have.
void add_scale(Json& json, const clinical::Scale& scale) {
    auto bands = Json::array();
    for (const auto& range : clinical::band_ranges(scale)) {
        bands.push_back({{"name", range.band.name},
                         {"from", range.from},
                         {"to", json_value(range.to)},
                         {"assigned", range.band.assigned}});
    }
    json["formula"] = text_or_null(scale.formula);
    json["bands"] = std::move(bands);
    json["items"] = std::vector<std::string_view>(scale.items.begin(), scale.items.end());
    json["example"] = text_or_null(scale.example);
    json["unverified"] = text_or_null(scale.unverified);
}

Json instrument_object(const schema::Instrument& instrument) {
    Json json;
    schema::for_each_field<schema::Instrument>([&](const auto& field) {
        if (field.name == "low") {
            json["range"] = {json_value(instrument.low), json_value(instrument.high)};
        } else if (field.name != "high") {
            json[std::string(field.name)] = json_value(instrument.*field.member);
        }
    });
    const auto* scale = instrument.built_in ? clinical::find_scale(instrument.code) : nullptr;
    add_scale(json, scale ? *scale : clinical::Scale{});
    return json;
}

template <class List, class Make>
std::string array_text(const List& list, Make make) {
    auto array = Json::array();
    for (const auto& each : list) {
        array.push_back(make(each));
    }
    return json_text(array);
}

}  // namespace

std::string record_json(const schema::AnyRecord& record, std::string_view chart) {
    return json_text(any_object(record, chart));
}

std::string records_json(const std::vector<schema::AnyRecord>& records, std::string_view chart) {
    return array_text(records, [&](const auto& record) { return any_object(record, chart); });
}

std::string patients_json(const std::vector<schema::Patient>& patients,
                          const std::vector<schema::Tag>& tags) {
    return array_text(patients, [&](const auto& patient) { return patient_object(patient, tags); });
}

std::string patient_json(const schema::Patient& patient, const std::vector<schema::Tag>& tags) {
    return json_text(patient_object(patient, tags));
}

std::string scores_json(const std::vector<schema::Score>& scores,
                        const std::vector<schema::Instrument>& instruments,
                        std::string_view chart) {
    return array_text(scores,
                      [&](const auto& score) { return score_object(score, instruments, chart); });
}

std::string score_json(const schema::Score& score,
                       const std::vector<schema::Instrument>& instruments,
                       std::string_view chart) {
    return json_text(score_object(score, instruments, chart));
}

std::string instrument_json(const schema::Instrument& instrument) {
    return json_text(instrument_object(instrument));
}

std::string instruments_json(const std::vector<schema::Instrument>& instruments) {
    return array_text(instruments, instrument_object);
}

std::string clinic_json(const schema::Clinic& clinic) {
    Json json;
    add_fields(json, clinic);
    return json_text(json);
}

template <class Record>
std::string row_json(const Record& record,
                     const std::optional<std::string>& chart,
                     const std::vector<std::pair<std::string, std::string>>& tags) {
    auto json = Json::object();
    if (chart) {
        json["patient"] = *chart;
    }
    add_fields(json, record);
    if (!tags.empty()) {
        auto& labels = json["tags"] = Json::object();
        for (const auto& [key, value] : tags) {
            labels[key] = value;
        }
    }
    return json_text(json, -1);
}

namespace {

template <class... Record>
constexpr auto row_jsons(std::variant<Record...>*) {
    return std::tuple{&row_json<Record>...};
}

// Kept by the compiler although nothing here calls them: the import does.
[[gnu::used]] const auto every_record_json = row_jsons(static_cast<schema::AnyRecord*>(nullptr));
[[gnu::used]] const auto every_other_json = row_jsons(static_cast<RowsBesideRecords*>(nullptr));
[[gnu::used]] const auto every_file_row_json = row_jsons(static_cast<RowsOfFiles*>(nullptr));

}  // namespace

}  // namespace exchange
