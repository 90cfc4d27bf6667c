#pragma once
// UTF-8 that some program took for Latin-1 or Windows-1252 and saved again: "Ã¼" for ü, "Ø£" for أ,
// "â€™" for ’.

#include <cstddef>
#include <optional>
#include <string_view>

namespace exchange {

// The first place of the UTF-8 text that is garbled so, as its bytes; nothing if there is none. A
// single capital before a dash or a closing quote (Ä“) is none: texts have these.
std::optional<std::string_view> find_garbled(std::string_view text);

}  // namespace exchange
