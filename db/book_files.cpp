#include "db/book_files.h"

#include <array>
#include <cerrno>

#include <fmt/format.h>
#include <sys/stat.h>

#include "db/book.h"
#include "db/file.h"
#include "db/head.h"
#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

constexpr std::array kept_beside{".head", "-wal", ""};

fs::path beside(const fs::path& book, const char* end) {
    return book.string() + end;
}

fs::path name_to_keep(const fs::path& book, int count) {
    return book.string() + (count == 1 ? ".replaced" : fmt::format(".replaced-{}", count));
}

// The system's refusals as ours.
template <class Work>
void with_files(const fs::path& file, std::string_view what, const Work& work) {
    try {
        work();
    } catch (const fs::filesystem_error& error) {
        throw_system_error(
            error.path1().empty() ? file : error.path1(), what, error.code().value());
    }
}

}  // namespace

void refuse_existing(const fs::path& file) {
    throw schema::refused(file.string(), "is already there", "choose another file");
}

void make_folders_of(const fs::path& file) {
    const auto folder = file.parent_path();
    if (folder.empty() || fs::exists(folder)) {
        return;
    }
    make_folders_of(folder);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        throw_system_error(folder, "cannot be made", errno);
    }
}

void remove_book_files(const fs::path& book) {
    for (const auto* end : {"", ".head", ".lock", "-wal", "-shm", "-journal"}) {
        remove_if_there(beside(book, end));
    }
}

void keep_as(const fs::path& book, const fs::path& other) {
    with_files(other, "cannot be made", [&] {
        for (const auto* end : kept_beside) {
            if (!fs::exists(beside(book, end))) {
                continue;
            }
            std::error_code no_links;
            fs::create_hard_link(beside(book, end), beside(other, end), no_links);
            if (no_links) {
                fs::copy_file(beside(book, end), beside(other, end));
                fs::permissions(beside(other, end), fs::perms::owner_read | fs::perms::owner_write);
                sync(beside(other, end));
            }
        }
    });
    sync_folder_of(other);
}

fs::path free_name_to_keep(const fs::path& book) {
    int count = 1;
    while (fs::exists(name_to_keep(book, count))) {
        ++count;
    }
    return name_to_keep(book, count);
}

void remove_second_names_of_restore(const fs::path& book) {
    struct stat now {};
    if (::stat(book.c_str(), &now) != 0 || now.st_nlink == 1) {
        return;
    }
    for (int count = 1; fs::exists(name_to_keep(book, count)); ++count) {
        const auto kept = name_to_keep(book, count);
        if (identity_of(kept) != identity_of(book)) {
            continue;
        }
        for (const auto* end : kept_beside) {
            if (identity_of(beside(kept, end)) == identity_of(beside(book, end))) {
                remove_if_there(beside(kept, end));
            }
        }
    }
}

void put_in_place(const fs::path& fresh, const fs::path& book) {
    remove_if_there(lock_path(fresh));
    for (const auto* end : {"-wal", "-shm"}) {
        remove_if_there(beside(book, end));
    }
    with_files(book, "cannot be replaced", [&] {
        fs::rename(head_path(fresh), head_path(book));
        fs::rename(fresh, book);
    });
    sync_folder_of(book);
}

}  // namespace db
