#include "app/json/phrase_json.h"

#include <array>
#include <string_view>

#include "app/texts/language.h"

namespace exchange {

namespace {

using Json = OrderedJson;

struct ValueJson {
    Json operator()(int count) const { return count; }

    Json operator()(const texts::Number& number) const {
        Json json{{"number", json_value(number.value)}, {"decimals", number.decimals}};
        if (number.is_signed) {
            json["signed"] = true;
        }
        if (!number.unit.empty()) {
            json["unit"] = number.unit;
        }
        return json;
    }

    Json operator()(const texts::When& when) const {
        constexpr std::array<std::string_view, 3> forms{"record", "words", "weekday"};
        Json json{{"date", when.on.text()}, {"form", forms[static_cast<std::size_t>(when.form)]}};
        if (!when.with_year) {
            json["year"] = false;
        }
        if (!when.clock.empty()) {
            json["clock"] = when.clock;
        }
        return json;
    }

    Json operator()(const std::string& text) const { return text; }
    Json operator()(const texts::Phrase& phrase) const { return phrase_json(phrase); }

    Json operator()(const texts::Value::List& list) const {
        return array_of(list, [&](const texts::Value& each) { return std::visit(*this, each.is); });
    }
};

}  // namespace

OrderedJson phrase_json(const texts::Phrase& phrase) {
    Json values = Json::object();
    for (const auto& [name, value] : phrase.values) {
        values[std::string(name)] = value_json(value);
    }
    return {{"id", phrase.id}, {"values", std::move(values)}};
}

OrderedJson value_json(const texts::Value& value) {
    return std::visit(ValueJson{}, value.is);
}

OrderedJson said_json(const texts::Phrase& phrase) {
    Json json{{"text", texts::english().sentence(phrase)}};
    json.update(phrase_json(phrase));
    return json;
}

void add_told(OrderedJson& json, const texts::Phrase& phrase) {
    if (!phrase.id.empty()) {
        json.update(phrase_json(phrase));
    }
}

OrderedJson phrases_json(const std::vector<texts::Phrase>& phrases) {
    return array_of(phrases, &phrase_json);
}

OrderedJson texts_json(const std::vector<texts::Phrase>& phrases) {
    return array_of(phrases, [](const auto& phrase) { return texts::english().sentence(phrase); });
}

}  // namespace exchange
