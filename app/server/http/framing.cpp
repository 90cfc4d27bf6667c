#include "app/server/http/framing.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "schema/types/text.h"

namespace server {

namespace {

std::size_t count_of(const Pairs& headers, std::string_view name) {
    return static_cast<std::size_t>(std::count_if(
        headers.begin(), headers.end(), [&](const auto& pair) { return pair.first == name; }));
}

// RFC 9110: what the name of a header is made of. The library takes others: "Host " of "Host : x".
bool is_token(std::string_view name) {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::all_of(name.begin(), name.end(), [&](unsigned char c) {
        return std::isalnum(c) != 0 || others.find(static_cast<char>(c)) != std::string_view::npos;
    });
}

bool is_sound_value(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](unsigned char c) {
        return c == '\t' || (c >= 0x20 && c != 0x7F);
    });
}

}  // namespace

std::string lower_case(std::string_view ascii) {
    std::string result(ascii);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return result;
}

bool is_framed(const Request& request) {
    const bool sound =
        std::all_of(request.headers.begin(), request.headers.end(), [](const auto& pair) {
            return is_token(pair.first) && is_sound_value(pair.second);
        });
    const auto lengths = count_of(request.headers, "content-length");
    const auto codings = count_of(request.headers, "transfer-encoding");
    const auto coding = request.header("transfer-encoding");
    return sound && lengths + codings <= 1 && (!coding || lower_case(*coding) == "chunked") &&
           count_of(request.headers, "host") == 1;
}

std::size_t declared_length(const Request& request) {
    const auto text = request.header("content-length").value_or("0");
    const auto length = schema::Text<std::int64_t>::read(text);
    return length && *length >= 0 ? static_cast<std::size_t>(*length)
                                  : static_cast<std::size_t>(-1);
}

}  // namespace server
