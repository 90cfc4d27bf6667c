#include "app/backup/staged_copy.h"

#include <array>

#include "app/backup/backup_file.h"
#include "db/backup.h"
#include "db/book.h"
#include "db/file/book_names.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

// What a backup of a book is made of, by what follows the name of the copy: the book first. What
// else lies beside a book and belongs to it, is added here.
constexpr std::array<const char*, 3> endings{"", ".head", ".access"};

}  // namespace

StagedCopy::StagedCopy(const fs::path& book)
    : place_(db::resolved(book).string() + ".staged", db::StagedPath::As::folder),
      copy_(place_.path() / "copy") {
    end_ =
        db::copy_verified(db::Book::open_as_stored(book), copy_, db::Depth::whole, db::Photos::left)
            .end;
    const auto made = db::Book::open_for_check(copy_);
    content_ = db::content_of(made);
    identity_ = identity_of_book(made);
}

std::vector<Part> StagedCopy::parts() const {
    std::vector<Part> all;
    for (const auto* ending : endings) {
        if (const fs::path file = copy_.string() + ending; fs::exists(file)) {
            all.push_back({ending, file});
        }
    }
    return all;
}

std::uint64_t StagedCopy::size() const {
    std::uint64_t bytes = 0;
    for (const auto& part : parts()) {
        bytes += fs::file_size(part.file);
    }
    return bytes;
}

}  // namespace backup
