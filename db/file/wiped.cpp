#include "db/file/wiped.h"

#include <sodium.h>

namespace db {

void wipe(std::string& bytes) noexcept {
    bytes.resize(bytes.capacity());  // no allocation: the reserve is the string's own
    sodium_memzero(bytes.data(), bytes.size());
    bytes.clear();
}

}  // namespace db
