#include "db/book_files.h"

#include <fcntl.h>
#include <unistd.h>

#include "db/book.h"
#include "db/head.h"
#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& book, const char* end) {
    return book.string() + end;
}

}  // namespace

void refuse_existing(const fs::path& file) {
    throw schema::refused(file.string(), "is already there", "choose another file");
}

void remove_book_files(const fs::path& book) {
    for (const auto* end : {"", ".head", ".lock", "-wal", "-shm", "-journal"}) {
        fs::remove(beside(book, end));
    }
}

void sync(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

void sync_folder_of(const fs::path& file) {
    sync(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

void keep_as(const fs::path& book, const fs::path& other) {
    for (const auto* end : {".head", "-wal", ""}) {
        if (!fs::exists(beside(book, end))) {
            continue;
        }
        std::error_code no_links;
        fs::create_hard_link(beside(book, end), beside(other, end), no_links);
        if (no_links) {
            fs::copy_file(beside(book, end), beside(other, end));
        }
    }
    sync_folder_of(other);
}

void put_in_place(const fs::path& fresh, const fs::path& book) {
    fs::remove(lock_path(fresh));
    for (const auto* end : {"-wal", "-shm"}) {
        fs::remove(beside(book, end));
    }
    fs::rename(head_path(fresh), head_path(book));
    fs::rename(fresh, book);
    sync_folder_of(book);
}

}  // namespace db
