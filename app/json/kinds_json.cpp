#include "app/json/kinds_json.h"

#include "app/json/json_value.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json fields_json(const std::vector<kinds::Field>& fields) {
    auto list = Json::array();
    for (const auto& field : fields) {
        if (!field.facets.by_program) {
            list.push_back(
                {{"name", field.name},
                 {"meaning", field.meaning},
                 {"required", field.must_be_given()},
                 {"kind", schema::word(field.type)},
                 {"choices", field.words.empty() ? Json(nullptr) : Json(field.words)},
                 {"low", json_value(field.facets.range.low)},
                 {"high", json_value(field.facets.range.high)},
                 {"prefill", schema::word(field.facets.prefill)},
                 {"fields", field.items.empty() ? Json(nullptr) : fields_json(field.items)}});
        }
    }
    return list;
}

Json parts_json(const kinds::Parts& parts) {
    return {
        {"name", parts.name}, {"meaning", parts.meaning}, {"fields", fields_json(parts.fields)}};
}

Json kind_json(const kinds::Kind& kind) {
    return {{"noun", kind.noun},
            {"plural", kind.plural},
            {"summary", kind.summary},
            {"fields", fields_json(kind.fields)},
            {"parts", kind.parts ? parts_json(*kind.parts) : Json(nullptr)}};
}

}  // namespace

OrderedJson kinds_json() {
    auto list = Json::array();
    for (const auto& kind : kinds::of_patients()) {
        if (kind.is_entered_as_others()) {
            list.push_back(kind_json(kind));
        }
    }
    for (const auto* noun : {"score", "instrument", "clinic", "depth-limit", "advice"}) {
        list.push_back(kind_json(kinds::named(noun)));
    }
    for (const auto& kind : kinds::of_clinic()) {
        list.push_back(kind_json(kind));
    }
    return list;
}

}  // namespace exchange
