#pragma once
// The index beside a book; see search.h. For the .cpp files of this folder only.

#include <filesystem>
#include <functional>
#include <memory>

#include "db/book.h"
#include "db/search/search.h"
#include "db/sqlite/connection.h"

namespace db {

class SearchIndex {
  public:
    // Opens it, makes it where there is none or it is of something else, and brings it up to the
    // last entry of the ledger. Within a snapshot of the book. Throws SQLite::Exception and
    // schema::Error where that cannot be done.
    SearchIndex(const Book& book, const SearchProgress& progress);

    // As `search` of search.h, those of voided patients too.
    void find(const SearchQuery& query, const std::function<bool(const FoundRecord&)>& visit);

  private:
    void open();
    void make_anew();
    bool is_current();
    // False where it must be made anew.
    bool catch_up();
    void put(const kinds::Kind& kind, std::int64_t id, const SearchedText& text);
    void note_end();

    const Book& book_;
    const SearchProgress& progress_;
    std::filesystem::path file_;
    std::unique_ptr<SQLite::Database> index_{};
};

}  // namespace db
