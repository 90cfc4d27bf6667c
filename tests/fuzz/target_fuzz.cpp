// Any target of a request: what it decodes to holds no control character, and reads back from its
// own encoding.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/server/target.h"

namespace {

bool has_controls(std::string_view text) {
    return std::any_of(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

void decodes_back(const std::string& text) {
    if (has_controls(text) || server::percent_decoded(server::percent_encoded(text)) != text) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto decoded = server::percent_decoded(text)) {
        decodes_back(*decoded);
    }
    const auto target = server::read_target(text);
    if (!target) {
        return 0;
    }
    std::string written;
    for (const auto& segment : target->segments) {
        decodes_back(segment);
        written += "/" + server::percent_encoded(segment);
    }
    char before = '?';
    for (const auto& [name, value] : target->query) {
        decodes_back(name);
        decodes_back(value);
        written += before + server::percent_encoded(name) + "=" + server::percent_encoded(value);
        before = '&';
    }
    const auto again = server::read_target(written.starts_with('/') ? written : "/" + written);
    if (!again || again->segments != target->segments || again->query != target->query) {
        std::abort();
    }
    return 0;
}
