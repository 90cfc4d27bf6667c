#pragma once
// ICU's converters, strict: bytes that mean nothing are reported, never replaced.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace exchange {

// The one spelling of an encoding's name, of the many that ICU knows: "UTF-8" for utf8,
// "ISO-8859-1" for latin1; nothing for a name that it does not know.
std::optional<std::string> charset_name(const std::string& told);

struct Converted {
    std::string text;  // UTF-8; up to the fault if there is one
    struct Fault {
        std::size_t offset;  // in the bytes given
        std::string bytes;
    };
    std::optional<Fault> fault;
};

// `charset` is a result of charset_name.
Converted convert(std::string_view bytes, const std::string& charset);

}  // namespace exchange
