#include "app/access/calendar_feed.h"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "app/access/patient_door.h"
#include "app/access/start_sodium.h"

namespace access_control {

namespace {

constexpr std::size_t token_bytes = 16;

}  // namespace

std::string feed_token(const db::PatientLink& link, const db::LinkCode& code) {
    start_sodium();
    const auto text = fmt::format("calendar feed {} {}", link.id, link.key);
    const auto bytes = [](const std::string& of) {
        return reinterpret_cast<const unsigned char*>(of.data());
    };
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(code.hash), code.hash.size());
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> all{};
    crypto_auth_hmacsha256_final(&state, all.data());
    std::string token;
    for (std::size_t i = 0; i < token_bytes; ++i) {
        token += fmt::format("{:02x}", all[i]);
    }
    return token;
}

std::optional<db::PatientLink> feed_link(const db::Book& book,
                                         std::int64_t link,
                                         std::string_view token,
                                         schema::Date today) {
    const auto found = db::find_link(book, link);
    const auto code = found ? db::find_link_code(book, found->id) : std::nullopt;
    if (!found || !is_open(*found, code, today)) {
        return std::nullopt;
    }
    const auto right = feed_token(*found, *code);
    const bool is_right = token.size() == right.size() &&
                          sodium_memcmp(token.data(), right.data(), right.size()) == 0;
    return is_right ? found : std::nullopt;
}

}  // namespace access_control
