#pragma once
// Records by the words in them (searched_text.h), by an index beside the book, NAME.search, or
// where none can be kept by reading every record; the answer is the same.
//
// The index is an SQLite file of mode 0600 with one table of FTS5, brought up to date when somebody
// searches and by what the ledger says was changed since; so writing costs nothing. It is made anew
// for another book, after an epoch (an erasure is one, and removes the file), and where more was
// written than is quickly read. It holds nothing that book and ledger do not: it may be removed.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "db/search/searched_text.h"
#include "schema/kinds/kind.h"

namespace db {

struct FoundRecord {
    const kinds::Kind* kind = nullptr;
    std::int64_t id = 0;

    bool operator==(const FoundRecord&) const = default;
};

// How far making the index anew has come, in records; of all, so many.
using SearchProgress = std::function<void(std::int64_t done, std::int64_t all)>;

// Calls `visit` for each record that is not voided, nor its patient, and that the query finds,
// until it says false: patients first, then by kind, of each the newest first.
void search(const Book& book,
            const SearchQuery& query,
            const std::function<bool(const FoundRecord&)>& visit,
            const SearchProgress& progress = {});

// The same without an index.
void search_by_reading(const Book& book,
                       const SearchQuery& query,
                       const std::function<bool(const FoundRecord&)>& visit);

std::filesystem::path search_path(const std::filesystem::path& book);
// Throws schema::Error (unavailable).
void remove_search_index(const std::filesystem::path& book);

}  // namespace db
