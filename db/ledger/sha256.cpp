#include "db/ledger/sha256.h"

#include <new>

#include <sodium.h>

namespace db {

namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string hex(const Hash& hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : hash) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

Hash sha256(std::string_view bytes) {
    Hash hash{};
    crypto_hash_sha256(hash.data(), bytes_of(bytes), bytes.size());
    return hash;
}

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

ValueHash::ValueHash() {
    crypto_hash_sha256_init(new (state_.data()) crypto_hash_sha256_state);
}

void ValueHash::raw(std::string_view bytes) {
    constexpr std::size_t many = 4096;
    if (kept_.size() + bytes.size() < many) {
        kept_ += bytes;
        return;
    }
    update(kept_);
    kept_.clear();
    update(bytes);
}

void ValueHash::update(std::string_view bytes) {
    crypto_hash_sha256_update(
        std::launder(reinterpret_cast<crypto_hash_sha256_state*>(state_.data())),
        bytes_of(bytes),
        bytes.size());
}

void ValueHash::add(std::string_view value) {
    std::array<char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[i] = static_cast<char>(value.size() >> (8 * (7 - i)));
    }
    raw({length.data(), length.size()});
    raw(value);
}

void ValueHash::add_or_missing(const std::optional<std::string>& value) {
    value ? add(std::string_view(*value)) : add_missing();
}

void ValueHash::add_missing() {
    raw("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
}

Hash ValueHash::finish() {
    update(kept_);
    kept_.clear();
    Hash hash{};
    crypto_hash_sha256_final(
        std::launder(reinterpret_cast<crypto_hash_sha256_state*>(state_.data())), hash.data());
    return hash;
}

}  // namespace db
