#pragma once
// Where the clinic's private key lies on this machine: a file of mode 0600 in a folder of mode 0700
// away from the book, named by the key. So neither a copy of the book nor of its folder has it.

#include <filesystem>
#include <optional>
#include <string>

#include "db/key/signing_key.h"
#include "schema/types/error.h"

namespace db {

// $NEEDLEBOOK_KEYS, else $XDG_DATA_HOME/needlebook-keys where that is a path from the root (XDG
// Base Directory Specification: others are ignored), else ~/.local/share/needlebook-keys. Throws
// schema::Error (refused) where there is no such path: a relative one is another folder wherever
// the program is started.
std::filesystem::path keys_folder();

// Why nobody can look into that folder: there is no path of it, it is no folder, it may not be
// searched. Nothing if one can, and where it is not there, which is as if it were empty.
std::optional<schema::Problem> keys_folder_problem();

// FINGERPRINT.pem in that folder. Throws as keys_folder; damaged for what is no fingerprint.
std::filesystem::path key_file(const std::string& fingerprint);

// The private key with this fingerprint; nothing if it is not on this machine. What was read once
// is kept while the file stays. Throws schema::Error: refused if the file is another user's, others
// may read it or its folder, or it holds another key; unavailable, if nobody can look there.
std::optional<SigningKey> key_here(const std::string& fingerprint);

// Whether there is a file of it, which others may read or not; not where nobody can look.
bool is_key_here(const std::string& fingerprint);

// Writes the key for a book in this folder; on return the file survives power loss. Throws
// schema::Error: refused if the keys lie in the book's folder or others may read them; full,
// unavailable.
void keep_key(const SigningKey& key, const std::filesystem::path& book);

}  // namespace db
