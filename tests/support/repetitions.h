#pragma once
// How often a long test does what it does: tests/nightly asks for more by a variable of the environment.

#include <cstdlib>

namespace support {

inline int repetitions(const char* variable, int by_itself) {
    const char* asked = std::getenv(variable);
    return asked == nullptr ? by_itself : std::atoi(asked);
}

}  // namespace support
