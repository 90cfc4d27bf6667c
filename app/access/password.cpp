#include "app/access/password.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <new>
#include <string>
#include <unordered_set>

#include <fmt/format.h>
#include <sodium.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "app/access/start_sodium.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"

namespace access_control {

namespace {

std::atomic<std::int64_t> compared{0};

// As one keyboard and another write the same text.
std::string composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const form = icu::Normalizer2::getNFCInstance(status);
    const auto unicode =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    std::string result;
    if (U_SUCCESS(status)) {
        form->normalize(unicode, status).toUTF8String(result);
    }
    if (U_FAILURE(status)) {
        throw std::bad_alloc();
    }
    return result;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; }));
}

bool is_common(std::string_view password) {
    static const auto list = [] {
        std::unordered_set<std::string> all;
        auto rest = common_passwords();
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            all.insert(schema::identity(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return all;
    }();
    return list.contains(schema::identity(password));
}

bool is_like(std::string_view password, std::string_view name) {
    const auto known = schema::identity(name);
    auto rest = schema::identity(password);
    if (characters(known) < 3) {
        return rest == known;
    }
    bool found = false;
    for (auto at = rest.find(known); at != std::string::npos; at = rest.find(known)) {
        rest.erase(at, known.size());
        found = true;
    }
    return found && characters(rest) < shortest_password;
}

}  // namespace

std::optional<std::string> password_fault(std::string_view password, std::string_view name) {
    const auto text = composed(password);
    const auto length = characters(text);
    if (length < shortest_password || length > longest_password) {
        return fmt::format(
            "has {} characters, not {} to {}", length, shortest_password, longest_password);
    }
    if (is_common(text)) {
        return "is one of the 10,000 most common";
    }
    if (is_like(text, name)) {
        return "is little more than the name of the account";
    }
    return std::nullopt;
}

void refuse_password(std::string_view password, std::string_view name) {
    if (auto fault = password_fault(password, name)) {
        throw schema::refused("password",
                              std::move(*fault),
                              "take three or four words that have nothing to do with each other")
            .as("password",
                {{"least", static_cast<int>(shortest_password)},
                 {"most", static_cast<int>(longest_password)}});
    }
}

std::string hash_secret(std::string_view secret) {
    start_sodium();
    const auto text = composed(secret);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(),
                              text.data(),
                              text.size(),
                              hash_passes,
                              hash_memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

bool is_hash_of(const std::optional<std::string>& hash, std::string_view secret) {
    start_sodium();
    // Of a text that nobody knows; made once, so that no guess waits for two.
    static const auto nobodys = hash_secret(std::to_string(randombytes_random()));
    ++compared;
    const auto text = composed(secret);
    const bool fits =
        crypto_pwhash_str_verify(hash.value_or(nobodys).c_str(), text.data(), text.size()) == 0;
    return fits && hash.has_value();
}

std::int64_t hashes_compared() {
    return compared;
}

}  // namespace access_control
