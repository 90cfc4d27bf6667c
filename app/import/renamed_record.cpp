#include "app/import/renamed_record.h"

#include <fmt/format.h>

#include "schema/types/text.h"

namespace exchange {

std::string renamed_record(const std::string& text, const NewIds& new_ids) {
    const auto blank = text.rfind(' ');
    if (blank == std::string::npos) {
        return text;
    }
    const auto noun = text.substr(0, blank);
    const auto id = schema::Text<std::int64_t>::read(text.substr(blank + 1));
    const auto kind = new_ids.find(noun);
    const bool is_known = id && kind != new_ids.end() && kind->second.contains(*id);
    return is_known ? fmt::format("{} {}", noun, kind->second.at(*id)) : text;
}

}  // namespace exchange
