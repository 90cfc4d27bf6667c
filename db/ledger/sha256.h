#pragma once
// SHA-256, so that an auditor can recompute the ledger's chain with common tools. By Nettle, which
// uses the processor's own instructions: five times libsodium's speed where there are some.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace db {

using Hash = std::array<unsigned char, 32>;

std::string hex(const Hash& hash);
// A hash from its 32 bytes, and from its 64 hexadecimal digits; zeros where there are fewer.
Hash hash_of_bytes(std::string_view bytes);
Hash hash_of_hex(std::string_view digits);
Hash sha256(std::string_view bytes);

// A hash over a sequence of values, each preceded by its length in 8 bytes, big end first; a
// missing value is eight bytes 0xFF and nothing else. So no two sequences feed it the same bytes.
class ValueHash {
  public:
    ValueHash();
    void raw(std::string_view bytes);
    void add(std::string_view value);
    void add_or_missing(const std::optional<std::string>& value);
    void add_missing();
    Hash finish();

  private:
    void update(std::string_view bytes);

    std::string kept_;  // little is hashed at once, not a value at a time
    // sha256_ctx of Nettle, kept out of this header
    alignas(8) std::array<unsigned char, 128> state_{};
};

}  // namespace db
