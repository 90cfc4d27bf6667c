#pragma once
// Fills a record from named texts, as the command line, a file's row or a request gives them.

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "schema/records/description.h"
#include "schema/records/part_text.h"
#include "schema/types/error.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace schema {

template <class Value>
constexpr bool is_text =
    std::is_same_v<Value, std::string> || std::is_same_v<Value, std::optional<std::string>>;

// "a whole number from 0 to 10": what the field takes.
template <class Record, class Value>
std::string field_form(const Field<Record, Value>& field) {
    if constexpr (is_text<Value>) {
        return text_form(text_kind(field.name));
    }
    const Range any;
    return field.facets.range.low == any.low
               ? Text<Value>::form()
               : fmt::format(
                     "{} from {} to {}", Text<Value>::form(), field.facets.range.low, field.facets.range.high);
}

template <class Value>
bool in_range(const Range& range, const Value& value) {
    if constexpr (optional_of<Value>::value) {
        return !value || in_range(range, *value);
    } else if constexpr (std::is_arithmetic_v<Value>) {
        return range.holds(static_cast<double>(value));
    } else {
        return true;
    }
}

inline bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

// The problem with a text that does not fit a field. A confidential field's text is not repeated.
template <class Record, class Value>
Problem misfit(const Field<Record, Value>& field, std::string_view text, std::string_view where) {
    const auto form = field_form(field);
    if (is_blank(text)) {
        return {std::string(where),
                fmt::format("{} is blank", field.name),
                fmt::format("give {}", form)};
    }
    const auto shown =
        field.facets.confidential ? std::string("what was given") : fmt::format("\"{}\"", text);
    return {std::string(where),
            fmt::format("{}: {} is not {}", field.name, shown, form),
            fmt::format("give {}", form)};
}

// Sets a text within the bounds of text_bounds.h. What the record holds already is taken: books
// that are older than the bounds can be corrected.
template <class Record, class Owner, class Value>
void set_text(Record& record,
              const Field<Owner, Value>& field,
              std::string_view text,
              std::string_view where,
              std::vector<Problem>& problems) {
    auto& member = record.*field.member;
    const auto kind = text_kind(field.name);
    auto kept = as_kept(kind, text);
    const auto fault = text_fault(kind, kept);
    if (is_blank(kept)) {
        problems.push_back(misfit(field, kept, where));
    } else if (fault && member != Value(text)) {
        problems.push_back({std::string(where),
                            fmt::format("{} {}", field.name, *fault),
                            fmt::format("give {}", field_form(field))});
    } else {
        member = fault ? std::string(text) : std::move(kept);
    }
}

// What tells one part from another: its first field.
template <class Part>
auto key_of(const Part& part) {
    return part.*std::get<0>(Description<Part>::fields).member;
}

// "write REGION:DEPTH_MM:PASSES; region is one of …; depth_mm: needle depth in mm, 0.1 to 8 …"
template <class Part>
std::string part_remedy() {
    std::string text = fmt::format("write {}", Description<Part>::form);
    for_each_field<Part>([&](const auto& field) {
        text += fmt::format("; {} is {}", field.name, field_form(field));
    });
    return text;
}

// The parts: one more under the option's name (area), all of them under the list's (areas).
template <class Record>
bool set_parts(Record& record,
               std::string_view name,
               std::string_view text,
               std::string_view where,
               std::vector<Problem>& problems) {
    constexpr auto& parts = Description<Record>::parts;
    auto& list = record.*parts.member;
    using Part = typename std::decay_t<decltype(list)>::value_type;
    if (name != parts.option && name != parts.name) {
        return false;
    }
    if (name == parts.name) {
        list.clear();
    }
    for (const auto piece : split(text, ' ')) {
        if (piece.empty()) {
            continue;
        }
        auto part = read_part<Part>(piece);
        const auto same = [&](const Part& other) { return key_of(other) == key_of(*part); };
        if (!part) {
            problems.push_back(
                {std::string(where),
                 fmt::format("{}: \"{}\" is not {}", name, piece, Description<Part>::form),
                 part_remedy<Part>()});
        } else if (std::any_of(list.begin(), list.end(), same)) {
            problems.push_back({std::string(where),
                                fmt::format("{}: \"{}\" is given twice", name, piece),
                                "give each place once"});
        } else {
            list.push_back(std::move(*part));
        }
    }
    return true;
}

// Sets the field or part `name` of `record` from `text`, or adds a problem that says why not. An
// empty text makes an optional field absent. False if the record has nothing of that name; then
// nothing happened.
template <class Record>
bool set_field(Record& record,
               std::string_view name,
               std::string_view text,
               std::string_view where,
               std::vector<Problem>& problems) {
    bool known = false;
    for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        if (field.name != name) {
            return;
        }
        known = true;
        if (text.empty() && !is_required<Value>) {
            record.*field.member = Value{};
            return;
        }
        if constexpr (is_text<Value>) {
            set_text(record, field, text, where, problems);
            return;
        }
        auto value = Text<Value>::read(text);
        if (value && in_range(field.facets.range, *value) && !is_blank(text)) {
            record.*field.member = std::move(*value);
        } else {
            problems.push_back(misfit(field, text, where));
        }
    });
    if constexpr (HasParts<Record>) {
        known = known || set_parts(record, name, text, where, problems);
    }
    return known;
}

// The required fields of `Record` that are not among `given`, as problems.
template <class Record>
void require_fields(const std::vector<std::string_view>& given,
                    std::string_view where,
                    std::vector<Problem>& problems) {
    for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        if (is_required<Value> &&
            std::find(given.begin(), given.end(), field.name) == given.end()) {
            problems.push_back({std::string(where),
                                fmt::format("{} is missing", field.name),
                                fmt::format("give {}: {}", field.name, field_form(field))});
        }
    });
}

}  // namespace schema
