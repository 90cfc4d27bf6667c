#include "schema/types/record_name.h"

#include <algorithm>

#include <fmt/format.h>

namespace schema {

std::optional<RecordName> RecordName::read(std::string_view text) {
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    RecordName name{.kind = std::string(text.substr(0, blank))};
    const auto id = Text<std::int64_t>::read(text.substr(blank + 1));
    if (!id || *id < 1 || std::find(kinds.begin(), kinds.end(), name.kind) == kinds.end()) {
        return std::nullopt;
    }
    name.id = *id;
    return name;
}

std::string RecordName::text() const {
    return fmt::format("{} {}", kind, id);
}

}  // namespace schema
