#include "db/search/search.h"

#include "db/file/file.h"
#include "db/search/search_index.h"
#include "db/search/search_rows.h"
#include "db/snapshot.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/error.h"

namespace db {

namespace {

// The index where one can be kept: not on a medium that is locked, in a folder without rights, on a
// full disk, or while another process makes it.
std::unique_ptr<SearchIndex> index_of(const Book& book, const SearchProgress& progress) {
    if (!book.is_writable()) {
        return nullptr;
    }
    try {
        return std::make_unique<SearchIndex>(book, progress);
    } catch (const SQLite::Exception&) {
        return nullptr;
    } catch (const schema::Error& error) {
        if (error.fault() == schema::Fault::damaged) {
            throw;
        }
        return nullptr;
    }
}

}  // namespace

void search(const Book& book,
            const SearchQuery& query,
            const std::function<bool(const FoundRecord&)>& visit,
            const SearchProgress& progress) {
    if (query.is_empty()) {
        return;
    }
    const Snapshot moment(book);
    const auto index = index_of(book, progress);
    if (!index) {
        search_by_reading(book, query, visit);
        return;
    }
    translate([&] {
        index->find(query, [&](const FoundRecord& found) {
            return is_of_voided_patient(book.connection(), *found.kind, found.id) || visit(found);
        });
    });
}

void search_by_reading(const Book& book,
                       const SearchQuery& query,
                       const std::function<bool(const FoundRecord&)>& visit) {
    const Snapshot moment(book);
    translate([&] {
        bool goes_on = true;
        for (const auto* kind : searched_kinds()) {
            for_each_searched_row(
                book.connection(), *kind, [&](std::int64_t id, const SearchedText& text) {
                    if (query.finds(text) && !is_of_voided_patient(book.connection(), *kind, id)) {
                        goes_on = visit({kind, id});
                    }
                    return goes_on;
                });
            if (!goes_on) {
                return;
            }
        }
    });
}

std::filesystem::path search_path(const std::filesystem::path& book) {
    return book.string() + ".search";
}

void remove_search_index(const std::filesystem::path& book) {
    const auto file = search_path(book);
    remove_if_there(file);
    remove_if_there(file.string() + "-journal");
}

}  // namespace db
