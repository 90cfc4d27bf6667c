#pragma once
// Where the clinic's private key lies on this machine: a file of mode 0600 in a folder of mode 0700
// away from the book, named by the key. So neither a copy of the book nor of its folder has it.

#include <filesystem>
#include <optional>
#include <string>

#include "db/key/signing_key.h"

namespace db {

// $NEEDLEBOOK_KEYS, else $XDG_DATA_HOME/needlebook-keys, else ~/.local/share/needlebook-keys.
std::filesystem::path keys_folder();

// FINGERPRINT.pem in that folder.
std::filesystem::path key_file(const std::string& fingerprint);

// The private key with this fingerprint; nothing if it is not on this machine. What was read once
// is kept while the file stays. Throws schema::Error: refused if others may read the file or its
// folder, or the file holds another key; unavailable.
std::optional<SigningKey> key_here(const std::string& fingerprint);

// Whether there is a file of it, which others may read or not.
bool is_key_here(const std::string& fingerprint);

// Writes the key for a book in this folder; on return the file survives power loss. Throws
// schema::Error: refused if the keys lie in the book's folder or others may read them; full,
// unavailable.
void keep_key(const SigningKey& key, const std::filesystem::path& book);

}  // namespace db
