#include "app/server/http/device_token.h"

#include <algorithm>

#include "app/server/http/optional_whitespace.h"
#include "db/ledger/sha256.h"
#include "schema/types/text.h"

namespace server {

std::optional<std::string> cookie_of(const Request& request, std::string_view name) {
    for (const auto& [header, value] : request.headers) {
        if (header != "cookie") {
            continue;
        }
        for (const auto piece : schema::split(value, ';')) {
            const auto pair = without_blanks(piece);
            const auto equals = std::min(pair.find('='), pair.size());
            if (pair.substr(0, equals) == name && equals + 1 < pair.size()) {
                return std::string(pair.substr(equals + 1));
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> bearer_token(const Request& request) {
    constexpr std::string_view scheme = "bearer ";
    const auto header = request.header("authorization");
    if (!header || header->size() <= scheme.size()) {
        return std::nullopt;
    }
    auto given = header->substr(0, scheme.size());
    std::transform(given.begin(), given.end(), given.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return given == scheme ? std::optional(std::string(
                                 without_blanks(std::string_view(*header).substr(scheme.size()))))
                           : std::nullopt;
}

std::string page_key(std::string_view token) {
    return db::hex(db::sha256("needlebook page key\n" + std::string(token)));
}

}  // namespace server
