#pragma once
// libsodium, started, and its view of bytes. For the .cpp files of this folder only.

#include <stdexcept>
#include <string>
#include <string_view>

#include <sodium.h>

namespace backup {

// The first time; then nothing. Throws std::runtime_error where the system has no randomness.
inline void start_sodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
}

inline unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

inline const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace backup
