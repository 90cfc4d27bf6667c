#include "schema/kinds/value_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace kinds {

namespace {

using schema::split;
using schema::Text;

template <class Held>
std::optional<Value> read_as(std::string_view text) {
    auto value = Text<Held>::read(text);
    return value ? std::optional<Value>(std::move(*value)) : std::nullopt;
}

std::optional<Value> read_choice(const Field& field, std::string_view text) {
    const auto found = std::find(field.words.begin(), field.words.end(), text);
    return found == field.words.end()
               ? std::nullopt
               : std::optional<Value>(Choice{static_cast<int>(found - field.words.begin())});
}

// "size=4,intensity=6". Nothing if a name is unknown or said twice, a number out of its range, or a
// required item missing; nothing for no item at all.
std::optional<Value> read_items(const Field& field, std::string_view text) {
    Items items{std::vector<Value>(field.items.size())};
    for (const auto piece : split(text, ',')) {
        const auto equals = std::min(piece.find('='), piece.size());
        const auto item =
            std::find_if(field.items.begin(), field.items.end(), [&](const auto& each) {
                return each.name == piece.substr(0, equals);
            });
        if (item == field.items.end() || equals == piece.size()) {
            return std::nullopt;
        }
        auto& place = items.values[static_cast<std::size_t>(item - field.items.begin())];
        auto value = read(*item, piece.substr(equals + 1));
        if (!place.is_absent() || !value || !in_range(*item, *value)) {
            return std::nullopt;
        }
        place = std::move(*value);
    }
    return is_whole(field, items) ? std::optional<Value>(std::move(items)) : std::nullopt;
}

std::string items_text(const Field& field, const Items& items) {
    std::string text;
    for (std::size_t i = 0; i < field.items.size(); ++i) {
        if (!items.values[i].is_absent()) {
            text += fmt::format("{}{}={}",
                                text.empty() ? "" : ",",
                                field.items[i].name,
                                text_of(field.items[i], items.values[i]));
        }
    }
    return text;
}

std::optional<double> number_in(const Value& value) {
    if (const auto* whole = std::get_if<int>(&value)) {
        return *whole;
    }
    const auto* number = std::get_if<double>(&value);
    return number ? std::optional(*number) : std::nullopt;
}

}  // namespace

std::optional<Value> read(const Field& field, std::string_view text) {
    switch (field.type) {
        case Type::text:
            return Value(std::string(text));
        case Type::whole:
            return read_as<int>(text);
        case Type::number:
            return read_as<double>(text);
        case Type::yes_no:
            return read_as<bool>(text);
        case Type::day:
            return read_as<schema::Date>(text);
        case Type::partial_day:
            return read_as<schema::PartialDate>(text);
        case Type::moment:
            return read_as<schema::CivilTime>(text);
        case Type::interval:
            return read_as<schema::Interval>(text);
        case Type::answers:
            return read_as<schema::Answers>(text);
        case Type::record:
            return read_as<schema::RecordName>(text);
        case Type::choice:
            return read_choice(field, text);
        case Type::id: {
            const auto id = Text<std::int64_t>::read(text);
            return id && *id > 0 ? std::optional<Value>(Reference{*id}) : std::nullopt;
        }
        case Type::items:
            return read_items(field, text);
    }
    return std::nullopt;
}

std::string text_of(const Field& field, const Value& value) {
    return std::visit(
        [&]<class Held>(const Held& held) -> std::string {
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return "";
            } else if constexpr (std::is_same_v<Held, Choice>) {
                return std::string(field.words[static_cast<std::size_t>(held.index)]);
            } else if constexpr (std::is_same_v<Held, Reference>) {
                return std::to_string(held.id);
            } else if constexpr (std::is_same_v<Held, Items>) {
                return items_text(field, held);
            } else {
                return Text<Held>::write(held);
            }
        },
        static_cast<const Value::variant&>(value));
}

std::string type_form(const Field& field) {
    switch (field.type) {
        case Type::text:
            return Text<std::string>::form();
        case Type::whole:
            return Text<int>::form();
        case Type::number:
            return Text<double>::form();
        case Type::yes_no:
            return Text<bool>::form();
        case Type::day:
            return Text<schema::Date>::form();
        case Type::partial_day:
            return Text<schema::PartialDate>::form();
        case Type::moment:
            return Text<schema::CivilTime>::form();
        case Type::interval:
            return Text<schema::Interval>::form();
        case Type::answers:
            return Text<schema::Answers>::form();
        case Type::record:
            return Text<schema::RecordName>::form();
        case Type::choice:
            return fmt::format("one of {}", fmt::join(field.words, ", "));
        case Type::id:
            return "an id, a whole number from 1";
        case Type::items:
            return std::string(field.item_form);
    }
    return "";
}

std::string form(const Field& field) {
    if (field.type == Type::text) {
        return schema::text_form(schema::text_kind(field.name));
    }
    const auto& range = field.facets.range;
    return range.is_open()
               ? type_form(field)
               : fmt::format("{} from {} to {}", type_form(field), range.low, range.high);
}

schema::Phrase told_form(const Field& field) {
    const auto& range = field.facets.range;
    switch (field.type) {
        case Type::text:
            return schema::told_form(schema::text_kind(field.name));
        case Type::whole:
        case Type::number: {
            const std::string id =
                field.type == Type::whole ? "error.form.whole" : "error.form.number";
            if (range.is_open()) {
                return schema::Phrase(id);
            }
            auto high = schema::exact(range.high);
            if (!field.facets.unit.starts_with('{')) {
                high.unit = field.facets.unit;
            }
            return schema::Phrase(id + "_within",
                                  {{"low", schema::exact(range.low)}, {"high", std::move(high)}});
        }
        case Type::choice: {
            schema::Value::List words;
            for (const auto word : field.words) {
                words.emplace_back(schema::word_name(word));
            }
            return {"error.form.choice", {{"words", std::move(words)}}};
        }
        default:
            return {"error.form." + std::string(schema::word(field.type))};
    }
}

bool in_range(const Field& field, const Value& value) {
    const auto number = number_in(value);
    return !number || field.facets.range.holds(*number);
}

bool is_whole(const Field& field, const Value& value) {
    const auto* items = std::get_if<Items>(&value);
    if (!items) {
        const auto& range = field.facets.range;
        const auto* number = std::get_if<int>(&value);
        return !number || range.step == 0 ||
               (*number - static_cast<int>(range.low)) % range.step == 0;
    }
    for (std::size_t i = 0; i < field.items.size(); ++i) {
        const auto& item = items->values[i];
        if (item.is_absent() ? field.items[i].required : !is_whole(field.items[i], item)) {
            return false;
        }
    }
    return std::any_of(items->values.begin(), items->values.end(), [](const Value& item) {
        return !item.is_absent();
    });
}

}  // namespace kinds
