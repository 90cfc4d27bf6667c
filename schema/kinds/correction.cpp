#include "schema/kinds/correction.h"

#include <fmt/format.h>

#include "schema/kinds/part_fault.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace kinds {

namespace {

// The place of the part with this key; the count of parts if there is none.
std::size_t place_of(const Parts& parts, const void* record, const Value& key) {
    std::size_t place = 0;
    while (place < parts.count(record) &&
           parts.fields.front().get(parts.at(record, place)) != key) {
        ++place;
    }
    return place;
}

void compare(const std::vector<Field>& fields,
             const std::string& key,
             const void* before,
             const void* after,
             std::vector<Difference>& found) {
    for (const auto& field : fields) {
        if (field.get(before) != field.get(after)) {
            found.push_back({&field, key, before, after});
        }
    }
}

void compare_parts(const Parts& parts,
                   const void* before,
                   const void* after,
                   std::vector<Difference>& found) {
    const auto& key = parts.fields.front();
    const auto other = [&](const void* record, const void* part) -> const void* {
        const auto place = place_of(parts, record, key.get(part));
        return place < parts.count(record) ? parts.at(record, place) : nullptr;
    };
    for (std::size_t i = 0; i < parts.count(after); ++i) {
        const auto* const part = parts.at(after, i);
        const auto text = text_of(key, key.get(part));
        if (const auto* const was = other(before, part)) {
            compare(parts.fields, text, was, part, found);
        } else {
            found.push_back({nullptr, text, nullptr, part});
        }
    }
    for (std::size_t i = 0; i < parts.count(before); ++i) {
        const auto* const part = parts.at(before, i);
        if (other(after, part) == nullptr) {
            found.push_back({nullptr, text_of(key, key.get(part)), part, nullptr});
        }
    }
}

std::string optional_fields(const Kind& kind) {
    std::string names;
    for (const auto& field : kind.fields) {
        if (!field.required) {
            names += (names.empty() ? "" : ", ") + std::string(field.name);
        }
    }
    return names;
}

}  // namespace

std::vector<Difference> differences(const ConstRecord& before, const ConstRecord& after) {
    const auto& kind = before.kind();
    std::vector<Difference> found;
    compare(kind.fields, "", before.at(), after.at(), found);
    if (kind.parts) {
        compare_parts(*kind.parts, before.at(), after.at(), found);
    }
    return found;
}

std::string name_of(const Kind& kind, const Difference& difference) {
    auto name = difference.key.empty() ? std::string()
                                       : fmt::format("{} {}", kind.parts->option, difference.key);
    if (difference.field != nullptr) {
        name += (name.empty() ? "" : " ") + std::string(difference.field->name);
    }
    return name;
}

std::string text_of(const Kind& kind, const Difference& difference, const void* side) {
    if (side == nullptr) {
        return {};
    }
    return difference.field != nullptr ? text_of(*difference.field, difference.field->get(side))
                                       : part_text(*kind.parts, side);
}

void Correction::add_problem(std::string_view where, std::string what, std::string remedy) {
    problems_.push_back({std::string(where), std::move(what), std::move(remedy)});
}

bool Correction::name_once(const std::string& what, std::string_view where) {
    const bool is_first = named_.insert(what).second;
    if (!is_first) {
        add_problem(where, what + " is named twice", "say once what becomes of it");
    }
    return is_first;
}

void Correction::set(std::string_view name, std::string_view text, std::string_view where) {
    const auto& parts = record_.kind().parts;
    if (parts && name == parts->option) {
        change_parts(text, where);
    } else if (name_once(std::string(name), where)) {
        set_field(record_, name, text, where, problems_);
    }
}

void Correction::change_parts(std::string_view text, std::string_view where) {
    const auto& parts = *record_.kind().parts;
    if (is_blank(text)) {
        add_problem(where, fmt::format("{} is blank", parts.option), part_remedy(parts));
    }
    for (const auto piece : schema::split(text, ' ')) {
        if (piece.empty()) {
            continue;
        }
        const auto key_said = key_text(parts, piece);
        const auto said = fmt::format("{} {}", parts.option, key_said);
        const auto key = read(parts.fields.front(), key_said);
        const auto place = key ? place_of(parts, record_.at(), *key) : 0;
        const bool is_there = key && place < parts.count(record_.at());
        if (!name_once(said, where)) {
            continue;
        }
        if (is_there && key_said == piece) {
            add_problem(
                where,
                said + " is there already, and nothing of it is named",
                fmt::format(
                    "{}; --remove {}={} takes it out", part_remedy(parts), parts.option, key_said));
        } else if (is_there ? !change_part(parts, piece, parts.edit(record_.at(), place))
                            : !read_part(parts, piece, parts.add(record_.at()))) {
            auto fault = fault_of_part(parts, piece);
            add_problem(where,
                        fmt::format("{}: \"{}\"{}", parts.option, piece, fault.what),
                        std::move(fault.remedy));
        }
    }
}

void Correction::remove(std::string_view text, std::string_view where) {
    const auto& parts = record_.kind().parts;
    const auto equals = text.find('=');
    if (!parts || equals == std::string_view::npos || text.substr(0, equals) != parts->option) {
        add_problem(where,
                    fmt::format("\"{}\" names no part of {}", text, record_.kind().summary),
                    parts ? fmt::format("write {}=KEY, as the record has it", parts->option)
                          : "--clear FIELD empties an optional field");
        return;
    }
    const auto said = text.substr(equals + 1);
    const auto key = read(parts->fields.front(), said);
    const auto place = key ? place_of(*parts, record_.at(), *key) : 0;
    if (!name_once(fmt::format("{} {}", parts->option, said), where)) {
        return;
    }
    if (!key || place == parts->count(record_.at())) {
        add_problem(where,
                    fmt::format("there is no {} \"{}\" in the record", parts->option, said),
                    fmt::format("it has: {}", parts_text(record_)));
        return;
    }
    parts->remove(record_.at(), place);
}

void Correction::clear(std::string_view name, std::string_view where) {
    const auto& kind = record_.kind();
    const auto* const field = kind.field(name);
    if (field == nullptr) {
        const bool is_part = kind.parts && (name == kind.parts->option || name == kind.parts->name);
        add_problem(where,
                    fmt::format("{} has no field \"{}\"", kind.noun, name),
                    is_part ? fmt::format("--remove {}=KEY takes one out", kind.parts->option)
                            : "give one of: " + optional_fields(kind));
    } else if (field->required) {
        add_problem(where,
                    fmt::format("{} is required and cannot be empty", name),
                    fmt::format("give {}, or void the record", form(*field)));
    } else if (name_once(std::string(name), where)) {
        record_.set(*field, {});
    }
}

}  // namespace kinds
