#include "app/exchange/kinds_json.h"

#include <limits>

#include "schema/records/entered_score.h"
#include "app/exchange/json_value.h"
#include "app/exchange/record_traits.h"

namespace exchange {

namespace {

using Json = OrderedJson;

template <class Value>
struct Kind {
    static constexpr std::string_view word = "choice";  // what is left are enumerations and items
};
template <class Value>
struct Kind<std::optional<Value>> : Kind<Value> {};
template <>
struct Kind<std::string> {
    static constexpr std::string_view word = "text";
};
template <>
struct Kind<int> {
    static constexpr std::string_view word = "whole";
};
template <>
struct Kind<std::int64_t> : Kind<int> {};
template <>
struct Kind<double> {
    static constexpr std::string_view word = "number";
};
template <>
struct Kind<bool> {
    static constexpr std::string_view word = "yes_no";
};
template <>
struct Kind<schema::Date> {
    static constexpr std::string_view word = "day";
};
template <>
struct Kind<schema::PartialDate> {
    static constexpr std::string_view word = "partial_day";
};
template <>
struct Kind<schema::CivilTime> {
    static constexpr std::string_view word = "moment";
};
template <>
struct Kind<schema::Interval> {
    static constexpr std::string_view word = "interval";
};
template <>
struct Kind<schema::Answers> {
    static constexpr std::string_view word = "answers";
};
template <class Record>
struct Kind<schema::Id<Record>> {
    static constexpr std::string_view word = "id";
};
template <schema::Itemised Items>
struct Kind<Items> {
    static constexpr std::string_view word = "items";
};

template <class Record>
Json fields_json();

template <class Value>
Json choices_of(const Value*) {
    if constexpr (schema::Enumeration<Value>) {
        return schema::Words<Value>::all;
    }
    return nullptr;
}
template <class Value>
Json choices_of(const std::optional<Value>*) {
    return choices_of(static_cast<const Value*>(nullptr));
}

template <class Value>
Json items_of(const Value*) {
    if constexpr (schema::Itemised<Value>) {
        return fields_json<Value>();
    }
    return nullptr;
}
template <class Value>
Json items_of(const std::optional<Value>*) {
    return items_of(static_cast<const Value*>(nullptr));
}

template <class Record>
Json fields_json() {
    auto fields = Json::array();
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        const auto* const type = static_cast<const Value*>(nullptr);
        if (is_column<Record>(field.name)) {
            fields.push_back({{"name", field.name},
                              {"meaning", field.meaning},
                              {"required", schema::is_required<Value>},
                              {"kind", Kind<Value>::word},
                              {"choices", choices_of(type)},
                              {"low", json_value(field.facets.range.low)},
                              {"high", json_value(field.facets.range.high)},
                              {"fields", items_of(type)}});
        }
    });
    return fields;
}

template <class Record>
Json parts_json() {
    if constexpr (schema::HasParts<Record>) {
        constexpr auto& parts = schema::Description<Record>::parts;
        using Part =
            typename std::decay_t<decltype(std::declval<Record>().*parts.member)>::value_type;
        return {{"name", parts.name}, {"meaning", parts.meaning}, {"fields", fields_json<Part>()}};
    }
    return nullptr;
}

template <class Record>
Json kind_json() {
    using D = schema::Description<Record>;
    return {{"noun", D::noun},
            {"plural", D::plural},
            {"summary", D::summary},
            {"fields", fields_json<Record>()},
            {"parts", parts_json<Record>()}};
}

}  // namespace

std::string kinds_json() {
    auto kinds = Json::array();
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        if constexpr (!schema::MadeByProgram<Record>) {
            kinds.push_back(kind_json<Record>());
        }
    });
    kinds.push_back(kind_json<schema::EnteredScore>());
    kinds.push_back(kind_json<schema::Instrument>());
    kinds.push_back(kind_json<schema::Clinic>());
    kinds.push_back(kind_json<schema::DepthLimit>());
    kinds.push_back(kind_json<schema::CareAdvice>());
    return json_text(kinds);
}

}  // namespace exchange
