#include "app/json/json_value.h"

namespace exchange {

namespace {

// An item left blank is null.
OrderedJson answers_json(const schema::Answers& answers) {
    auto items = OrderedJson::array();
    for (const auto& item : answers.items) {
        items.push_back(json_value(item));
    }
    return items;
}

// Items that are one value are an object.
OrderedJson items_json(const kinds::Field& field, const kinds::Items& items) {
    auto json = OrderedJson::object();
    for (std::size_t i = 0; i < field.items.size(); ++i) {
        json[std::string(field.items[i].name)] = json_value(field.items[i], items.values[i]);
    }
    return json;
}

void add_values(OrderedJson& json, const std::vector<kinds::Field>& fields, const void* at) {
    for (const auto& field : fields) {
        json[std::string(field.name)] = json_value(field, field.get(at));
    }
}

}  // namespace

OrderedJson json_value(const kinds::Field& field, const kinds::Value& value) {
    return std::visit(
        [&]<class Held>(const Held& held) -> OrderedJson {
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return nullptr;
            } else if constexpr (std::is_same_v<Held, kinds::Choice>) {
                return field.words[static_cast<std::size_t>(held.index)];
            } else if constexpr (std::is_same_v<Held, kinds::Reference>) {
                return held.id;
            } else if constexpr (std::is_same_v<Held, kinds::Items>) {
                return items_json(field, held);
            } else if constexpr (std::is_same_v<Held, schema::Answers>) {
                return answers_json(held);
            } else {
                return json_value(held);
            }
        },
        static_cast<const kinds::Value::variant&>(value));
}

void add_fields(OrderedJson& json, const kinds::ConstRecord& record) {
    const auto& kind = record.kind();
    add_values(json, kind.fields, record.at());
    if (kind.parts) {
        auto& list = json[std::string(kind.parts->name)] = OrderedJson::array();
        for (std::size_t i = 0; i < kind.parts->count(record.at()); ++i) {
            add_values(list.emplace_back(OrderedJson::object()),
                       kind.parts->fields,
                       kind.parts->at(record.at(), i));
        }
    }
}

}  // namespace exchange
