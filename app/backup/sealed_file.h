#pragma once
// Several files as one, encrypted for a recipient: the key of each file of this kind is made anew
// (secretstream XChaCha20-Poly1305) and sealed to the recipient's public key (sealed box).
// docs/backup-format.md has the bytes.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/backup/recovery_key.h"
#include "db/file/wiped.h"

namespace backup {

struct Part {
    std::string name;            // what follows the book's name: "", ".head"
    std::filesystem::path file;  // where its bytes are
};

// Writes the parts into the new file `to`, which has its name only when it is whole and on the
// disk. Returns the key of the stream. Throws schema::Error (refused, full, unavailable).
db::Wiped seal(const std::vector<Part>& parts,
               const Recipient& recipient,
               const std::filesystem::path& to);

// The same of bytes, which unsealed_bytes gives back. They are filled up with zeros to whole chunks
// of 65,536 bytes, so that the length of the file says next to nothing of theirs.
db::Wiped seal_bytes(std::string_view bytes,
                     const Recipient& recipient,
                     const std::filesystem::path& to);

// For whom the file was sealed. Throws schema::Error (damaged) for what is no such file.
Recipient recipient_of(const std::filesystem::path& sealed);
// Whether it begins as such a file does; false where it cannot be read.
bool is_sealed(const std::filesystem::path& file);

// The key of the stream, by the recipient's secret key. Throws schema::Error: damaged as above;
// refused for another key, which names the fingerprint of the one that is wanted.
db::Wiped stream_key(const std::filesystem::path& sealed, const db::Wiped& secret);

// Writes each part to the new file `base` + its name, mode 0600. Throws schema::Error: damaged for
// any byte that is not as it was written, or that is missing from the end; full, unavailable.
void unseal(const std::filesystem::path& sealed,
            const db::Wiped& stream_key,
            const std::filesystem::path& base);

// Of a file of seal_bytes. Throws as unseal.
std::string unsealed_bytes(const std::filesystem::path& sealed, const db::Wiped& stream_key);

}  // namespace backup
