#pragma once
// libsodium asks to be started before it is used. For the .cpp files of this folder only.

#include <stdexcept>

#include <sodium.h>

namespace access_control {

// The first time; then nothing. Throws std::runtime_error where the system has no randomness.
inline void start_sodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
}

}  // namespace access_control
