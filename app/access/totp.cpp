#include "app/access/totp.h"

#include <array>
#include <cctype>
#include <stdexcept>

#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium.h>

namespace access_control {

namespace {

std::string bytes_of(const std::string& hex) {
    std::string bytes(hex.size() / 2, '\0');
    std::size_t size = 0;
    auto* const at = reinterpret_cast<unsigned char*>(bytes.data());
    if (sodium_hex2bin(at, bytes.size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0) {
        throw std::invalid_argument("not hexadecimal");
    }
    bytes.resize(size);
    return bytes;
}

// As a part of an address.
std::string escaped(std::string_view text) {
    std::string address;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        address += std::isalnum(byte) != 0 && byte < 0x80 ? std::string(1, each)
                                                          : fmt::format("%{:02X}", byte);
    }
    return address;
}

}  // namespace

std::int64_t totp_step(Moment moment) {
    return moment.time_since_epoch().count() / totp_step_seconds;
}

std::string totp_code(const std::string& secret, std::int64_t step, unsigned digits) {
    const auto bytes = bytes_of(secret);
    std::array<char, 10> code{};
    if (oath_hotp_generate(bytes.data(),
                           bytes.size(),
                           static_cast<std::uint64_t>(step),
                           digits,
                           false,
                           OATH_HOTP_DYNAMIC_TRUNCATION,
                           code.data()) != OATH_OK) {
        throw std::runtime_error("liboath makes no code");
    }
    return code.data();
}

std::optional<std::int64_t> step_of(const std::string& secret,
                                    std::string_view code,
                                    Moment now,
                                    std::int64_t last_step) {
    for (const auto step : {totp_step(now), totp_step(now) - 1, totp_step(now) + 1}) {
        const auto right = totp_code(secret, step);
        if (step > last_step && code.size() == right.size() &&
            sodium_memcmp(code.data(), right.data(), right.size()) == 0) {
            return step;
        }
    }
    return std::nullopt;
}

std::string totp_typed(const std::string& secret) {
    const auto bytes = bytes_of(secret);
    char* text = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &size) != OATH_OK) {
        throw std::runtime_error("liboath writes no base32");
    }
    std::string typed(text, size);
    sodium_memzero(text, size);
    free(text);  // NOLINT: liboath's
    while (!typed.empty() && typed.back() == '=') {
        typed.pop_back();
    }
    return typed;
}

std::string totp_address(const std::string& secret,
                         std::string_view account,
                         std::string_view clinic) {
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}",
                       escaped(clinic),
                       escaped(account),
                       totp_typed(secret),
                       escaped(clinic));
}

}  // namespace access_control
