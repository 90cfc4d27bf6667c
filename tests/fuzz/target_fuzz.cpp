// Any target of a request: its query holds no control character and its path no NUL, and both read
// back from their own encoding.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/server/http/target.h"

namespace {

bool has_controls(std::string_view text) {
    for (int c1 = 0x80; c1 < 0xA0; ++c1) {
        if (text.find(std::string("\xC2") + static_cast<char>(c1)) != std::string_view::npos) {
            return true;
        }
    }
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
        if (segment.find('\0') != std::string::npos) {
            std::abort();
        }
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
