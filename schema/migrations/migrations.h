#pragma once
// The numbered steps that make an empty file a book, and an older book a current one.

#include <span>
#include <string_view>

namespace schema {

struct Migration {
    int version;            // 1, 2, 3 …: the book's user_version once this step has run
    std::string_view name;  // the file's name: 0001_ledger
    std::string_view sql;
};

// All steps in order; the last one's version is the version of a current book.
std::span<const Migration> migrations();

}  // namespace schema
