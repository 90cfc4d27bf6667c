#pragma once
// A few named numbers that are one value of a record: "size=4,intensity=6,number=2". What they are
// called and their ranges stand in Description<Items>::fields.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "schema/records/description.h"
#include "schema/types/text.h"

namespace schema {

template <class Items>
struct ItemText {
    static constexpr bool is_items = true;

    // Nothing if a name is unknown or said twice, a number out of its range, or a required item
    // missing; nothing for no item at all.
    static std::optional<Items> read(std::string_view text) {
        Items items;
        bool good = true;
        std::string seen;
        for (const auto piece : split(text, ',')) {
            const auto equals = std::min(piece.find('='), piece.size());
            const auto name = piece.substr(0, equals);
            const auto value = piece.substr(std::min(equals + 1, piece.size()));
            good = good && set(items, name, value) && seen.find(mark(name)) == std::string::npos;
            seen += mark(name);
        }
        for_each_field<Items>([&](const auto& field) {
            using Value = typename std::decay_t<decltype(field)>::value_type;
            good =
                good && (!is_required<Value> || seen.find(mark(field.name)) != std::string::npos);
        });
        return good ? std::optional(items) : std::nullopt;
    }

    static std::string write(const Items& items) {
        std::string text;
        for_each_field<Items>([&](const auto& field) {
            using Value = typename std::decay_t<decltype(field)>::value_type;
            if (const auto value = Text<Value>::write(items.*field.member); !value.empty()) {
                text += (text.empty() ? "" : ",") + std::string(field.name) + "=" + value;
            }
        });
        return text;
    }

    // "size=N,intensity=N,number=N" with what each takes.
    static std::string form() { return std::string(Description<Items>::form); }

  private:
    static std::string mark(std::string_view name) { return "," + std::string(name) + "="; }
    static bool set(Items& items, std::string_view name, std::string_view text) {
        bool done = false;
        for_each_field<Items>([&](const auto& field) {
            using Value = typename std::decay_t<decltype(field)>::value_type;
            const auto value = field.name == name ? Text<Value>::read(text) : std::nullopt;
            if (value && holds(field.facets.range, *value)) {
                items.*field.member = *value;
                done = true;
            }
        });
        return done;
    }
    static bool holds(const Range& range, int value) { return range.holds(value); }
    static bool holds(const Range& range, const std::optional<int>& value) {
        return !value || range.holds(*value);
    }
    static bool holds(const Range&, const std::optional<bool>&) { return true; }
};

// A value that is made of items.
template <class Value>
concept Itemised = requires {
    Text<Value>::is_items;
};

}  // namespace schema
