#include "db/ledger/sha256.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <new>

#include <nettle/sha2.h>

namespace db {

namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

sha256_ctx* context_of(std::array<unsigned char, 128>& state) {
    return std::launder(reinterpret_cast<sha256_ctx*>(state.data()));
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

Hash hash_of_bytes(std::string_view bytes) {
    Hash hash{};
    std::memcpy(hash.data(), bytes.data(), std::min(bytes.size(), hash.size()));
    return hash;
}

Hash hash_of_hex(std::string_view digits) {
    Hash hash{};
    for (std::size_t i = 0; i < hash.size() && 2 * i + 1 < digits.size(); ++i) {
        std::from_chars(digits.data() + 2 * i, digits.data() + 2 * i + 2, hash[i], 16);
    }
    return hash;
}

Hash sha256(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), bytes_of(bytes));
    Hash hash{};
    sha256_digest(&context, hash.size(), hash.data());
    return hash;
}

static_assert(sizeof(sha256_ctx) <= 128);

ValueHash::ValueHash() {
    sha256_init(new (state_.data()) sha256_ctx);
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
    sha256_update(context_of(state_), bytes.size(), bytes_of(bytes));
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
    sha256_digest(context_of(state_), hash.size(), hash.data());
    return hash;
}

}  // namespace db
