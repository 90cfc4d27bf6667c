#include "app/server/http/target.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "schema/types/text.h"

namespace server {

namespace {

std::optional<char> read_hex(std::string_view text) {
    unsigned value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    const bool whole = text.size() == 2 && error == std::errc() && stop == text.data() + 2;
    return whole ? std::optional(static_cast<char>(value)) : std::nullopt;
}

// The text with %XX decoded; nothing unless it is UTF-8 without NUL.
std::optional<std::string> decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        const auto byte = read_hex(text.substr(i + 1, 2));
        if (!byte) {
            return std::nullopt;
        }
        plain += *byte;
        i += 2;
    }
    return exchange::first_fault(plain) ? std::nullopt : std::optional(std::move(plain));
}

// Of valid UTF-8: C0, DEL, and C1, which is C2 80 to C2 9F.
bool has_control(std::string_view text) {
    unsigned char before = 0;
    return std::any_of(text.begin(), text.end(), [&](unsigned char byte) {
        const bool is_c1 = std::exchange(before, byte) == 0xC2 && byte < 0xA0;
        return byte < 0x20 || byte == 0x7F || is_c1;
    });
}

std::optional<Pairs> read_query(std::string_view text) {
    Pairs pairs;
    for (const auto piece : schema::split(text, '&')) {
        if (piece.empty()) {
            continue;
        }
        std::string plain(piece);
        std::replace(plain.begin(), plain.end(), '+', ' ');
        const auto equals = std::min(plain.find('='), plain.size());
        const std::string_view whole = plain;
        auto name = percent_decoded(whole.substr(0, equals));
        auto value = percent_decoded(whole.substr(std::min(equals + 1, whole.size())));
        if (!name || !value) {
            return std::nullopt;
        }
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    auto plain = decoded(text);
    return plain && !has_control(*plain) ? std::move(plain) : std::nullopt;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    for (const char c : text) {
        encoded += unreserved.find(c) != std::string_view::npos
                       ? std::string(1, c)
                       : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

std::optional<Target> read_target(std::string_view text) {
    if (!text.starts_with('/')) {
        return std::nullopt;
    }
    const auto mark = std::min(text.find('?'), text.size());
    Target target;
    if (const auto path = text.substr(1, mark - 1); !path.empty()) {
        for (const auto piece : schema::split(path, '/')) {
            auto segment = decoded(piece);
            if (!segment) {
                return std::nullopt;
            }
            target.segments.push_back(std::move(*segment));
        }
    }
    auto query = read_query(text.substr(std::min(mark + 1, text.size())));
    if (!query) {
        return std::nullopt;
    }
    target.query = std::move(*query);
    return target;
}

}  // namespace server
