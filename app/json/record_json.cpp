#include "app/json/record_json.h"

#include <algorithm>
#include <unordered_map>

#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/json/json_value.h"
#include "schema/kinds/correction.h"

namespace exchange {

namespace {

using Json = OrderedJson;

// A patient's own chart number is one of the fields.
Json object_of(const kinds::ConstRecord& record, std::string_view chart) {
    const auto kept = record.kept();
    Json json = {{"id", kept.id}};
    if (record.kind().owner == schema::Owner::patient) {
        json["patient"] = chart;
    }
    add_fields(json, record);
    json["version"] = kept.version;
    json["voided"] = kept.voided;
    return json;
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

// The value, or a whole part; null where there is none.
Json side_json(const kinds::Kind& kind, const kinds::Difference& difference, const void* side) {
    if (side == nullptr) {
        return nullptr;
    }
    if (difference.field != nullptr) {
        return json_value(*difference.field, difference.field->get(side));
    }
    Json part = Json::object();
    for (const auto& field : kind.parts->fields) {
        part[std::string(field.name)] = json_value(field, field.get(side));
    }
    return part;
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

}  // namespace

OrderedJson record_json(const schema::AnyRecord& record, std::string_view chart) {
    return object_of(record, chart);
}

OrderedJson clinic_record_json(const kinds::ConstRecord& record) {
    return object_of(record, "");
}

OrderedJson correction_json(const kinds::Kept& kept,
                            const kinds::ConstRecord& before,
                            const kinds::ConstRecord& after) {
    const auto& kind = before.kind();
    auto changes = array_of(kinds::differences(before, after), [&](const auto& one) {
        return Json{{"part", one.key.empty() ? Json(nullptr) : Json(one.key)},
                    {"field", one.field != nullptr ? one.field->name : kind.parts->name},
                    {"before", side_json(kind, one, one.before)},
                    {"after", side_json(kind, one, one.after)}};
    });
    return {{"id", kept.id},
            {"version", kept.version + (changes.empty() ? 0 : 1)},
            {"changes", std::move(changes)}};
}

OrderedJson records_json(const std::vector<schema::AnyRecord>& records, std::string_view chart) {
    return array_of(records, [&](const auto& record) { return object_of(record, chart); });
}

OrderedJson patient_json(const schema::Patient& patient, const std::vector<schema::Tag>& tags) {
    auto json = object_of(patient, patient.chart);
    auto& labels = json["tags"] = Json::object();
    for (const auto& tag : tags) {
        if (tag.patient == patient.id) {
            labels[tag.key] = tag.value;
        }
    }
    return json;
}

OrderedJson patients_json(const std::vector<schema::Patient>& patients,
                          const std::vector<schema::Tag>& tags) {
    std::unordered_map<std::int64_t, std::vector<schema::Tag>> by_patient;
    for (const auto& tag : tags) {
        by_patient[tag.patient.value].push_back(tag);
    }
    return array_of(patients, [&](const auto& patient) {
        return patient_json(patient, by_patient[patient.id.value]);
    });
}

OrderedJson score_json(const schema::Score& score,
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
            {"labels", score.labels},
            {"from", from},
            {"version", score.version},
            {"voided", score.voided}};
}

OrderedJson scores_json(const std::vector<schema::Score>& scores,
                        const std::vector<schema::Instrument>& instruments,
                        std::string_view chart) {
    return array_of(scores,
                    [&](const auto& score) { return score_json(score, instruments, chart); });
}

OrderedJson instrument_json(const schema::Instrument& instrument) {
    Json json;
    for (const auto& field : kinds::of<schema::Instrument>().fields) {
        if (field.name == "low") {
            json["range"] = {json_value(instrument.low), json_value(instrument.high)};
        } else if (field.name != "high") {
            json[std::string(field.name)] = json_value(field, field.get(&instrument));
        }
    }
    const auto* scale = instrument.built_in ? clinical::find_scale(instrument.code) : nullptr;
    add_scale(json, scale ? *scale : clinical::Scale{});
    return json;
}

OrderedJson instruments_json(const std::vector<schema::Instrument>& instruments) {
    return array_of(instruments, [](const auto& each) { return instrument_json(each); });
}

OrderedJson clinic_json(const schema::Clinic& clinic) {
    Json json;
    add_fields(json, clinic);
    return json;
}

OrderedJson row_json(const kinds::ConstRecord& record,
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
    return json;
}

}  // namespace exchange
