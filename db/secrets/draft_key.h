#pragma once
// The key under which drafts lie beside the book (app/server/drafts.h), 64 hexadecimal digits: who
// has those files without the book cannot read them.

#include <optional>
#include <string>

#include "db/secrets/secret_write.h"

namespace db {

// Nothing in a book that never needed one.
std::optional<std::string> draft_key(const Book& book);

// Keeps this one, unless there is one already; returns the one that is kept.
std::string keep_draft_key(SecretWrite write, const std::string& key);

}  // namespace db
