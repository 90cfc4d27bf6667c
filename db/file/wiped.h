#pragma once
// Bytes that nobody may find in memory afterwards: the clinic's private key, a passphrase. They are
// overwritten when the holder ends, which a plain string does not do, and no optimiser takes that
// out (sodium_memzero).

#include <string>
#include <string_view>
#include <utility>

namespace db {

// Overwrites the bytes, those too that the string keeps in reserve, and leaves it empty.
void wipe(std::string& bytes) noexcept;

class Wiped {
  public:
    explicit Wiped(std::string bytes) noexcept : bytes_(std::move(bytes)) {}
    Wiped(Wiped&& other) noexcept : bytes_(std::move(other.bytes_)) { wipe(other.bytes_); }
    Wiped& operator=(Wiped&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    Wiped(const Wiped&) = delete;
    Wiped& operator=(const Wiped&) = delete;
    ~Wiped() { wipe(bytes_); }

    std::string_view view() const { return bytes_; }
    bool operator==(const Wiped&) const = default;

  private:
    std::string bytes_;
};

}  // namespace db
