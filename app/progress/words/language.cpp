#include "app/progress/words/language.h"

#include <algorithm>

namespace progress {

std::string filled(std::string_view pattern, const Values& values) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto end = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
        const auto value = end == std::string_view::npos
                               ? values.end()
                               : std::find_if(values.begin(), values.end(), [&](const auto& each) {
                                     return each.first == pattern.substr(at + 1, end - at - 1);
                                 });
        if (value == values.end()) {
            text += pattern[at++];
        } else {
            text += value->second;
            at = end + 1;
        }
    }
    return text;
}

}  // namespace progress
