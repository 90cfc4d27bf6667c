#include "db/backup.h"

#include <functional>
#include <optional>
#include <set>
#include <string>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <unistd.h>

#include "db/access_log/carry_access.h"
#include "db/file/book_file.h"
#include "db/file/book_files.h"
#include "db/file/file_lock.h"
#include "db/file/head.h"
#include "db/file/staged_path.h"
#include "db/key/key_files.h"
#include "db/key/last_seen.h"
#include "db/ledger/erasure.h"
#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/migrate.h"
#include "db/photos/carry_photos.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/integrity.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

// All pages, and a head for where the copy's ledger ends.
void copy_pages(const Book& book, const fs::path& copy) {
    File::open_if_there(copy, O_CREAT | O_EXCL | O_WRONLY);
    {
        SQLite::Database target(copy.string(), SQLite::OPEN_READWRITE);
        SQLite::Backup backup(target, book.connection().database());
        backup.executeStep(-1);
    }
    Connection connection(copy);
    finish_erasure(connection);  // all pages: those that the book is still to be rid of too
    write_new_head(copy, ledger_end(connection));
    connection.checkpoint_on_close();
}

constexpr const char* being_made_ending = ".copying";

// The name of a copy in the making. Held as long as it is made; removed if it was not finished.
class Unfinished {
  public:
    explicit Unfinished(const fs::path& copy)
        : path_(copy.string() + StagedPath::ending),
          lock_file_(path_.string() + being_made_ending),
          lock_(lock_file_) {
        // Moved: whoever had it before has removed it, and a third may have it by now.
        if (!lock_.try_alone(FileLock::Part::writer) || lock_.moved()) {
            throw schema::refused(copy.string(),
                                  "is being made by another process",
                                  "wait until that is done, or choose another file");
        }
        remove_book_files(path_);  // of one that was killed
        remove_access_log(path_);
    }
    ~Unfinished() {
        try {
            remove_book_files(path_);
            remove_access_log(path_);
            remove_if_there(lock_file_);
        } catch (const std::exception&) {
            // It is called unfinished; the next copy of the name removes it.
        }
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
    fs::path lock_file_;
    FileLock lock_;
};

void bring_up_to_date(const fs::path& copy) {
    Connection connection(copy);
    if (stored_version(connection) < current_version()) {
        climb(connection);
        write_new_head(copy, ledger_end(connection));
    }
    connection.checkpoint_on_close();
}

// Of whatever version.
bool has_clinic_key(Connection& connection) {
    return Query(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'clinic_key'").step() &&
           Query(connection, "SELECT 1 FROM clinic_key").step();
}

void refuse_not_intact(const fs::path& copy) {
    Connection connection(copy);
    if (!is_intact(connection)) {
        throw schema::damaged(
            copy.string(), "the copy is not whole", "run `needlebook check` on the book");
    }
    connection.checkpoint_on_close();
}

// Where it cannot be said beforehand what will be there, the book would pass for one put back.
// Whoever has no clinic's key is never asked.
void refuse_unless_it_can_be_said(const Book& source) {
    auto problem = keys_folder_problem();
    if (problem && translated([&] { return has_clinic_key(source.connection()); })) {
        throw schema::Error(schema::Fault::unavailable, {std::move(*problem)});
    }
}

void refuse_not_whole(const fs::path& copy, Depth depth) {
    if (auto problems = quick_problems(Book::open_for_check(copy), depth); !problems.empty()) {
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
}

Copied make_copy(const Book& book,
                 const fs::path& copy,
                 const std::function<void(const fs::path&)>& prove) {
    if (fs::exists(copy)) {
        refuse_existing(copy);
    }
    make_folders_of(copy);
    const Unfinished made(copy);
    Copied copied;
    translate([&] {
        copy_pages(book, made.path());
        prove(made.path());
        copied.log_left_out = copy_access_log(book, made.path());
    });
    copied.end = read_head(made.path()).head.value_or(Head{});
    sync(made.path());
    if (fs::exists(copy)) {  // somebody was quicker
        refuse_existing(copy);
    }
    try {
        put_access_log_in_place(made.path(), copy);
        put_in_place(made.path(), copy);
    } catch (const schema::Error&) {
        remove_book_files(copy);  // its name might not survive a power cut
        throw;
    }
    return copied;
}

schema::Error open_elsewhere(const fs::path& book) {
    return schema::refused(
        book.string(), "is open in another process", "close it there, then restore");
}

// The old one is kept beside it. `make` makes the copy, and says with which entry it ends.
void replace_book(const BookNames& names,
                  const BookFile& old,
                  const std::function<Head(const fs::path& fresh)>& make) {
    const auto& to = names.file;
    remove_second_names_of_restore(to);
    if (auto problem = old.second_name()) {
        schema::refuse_any({std::move(*problem)});
    }
    const fs::path fresh = to.string() + ".restoring";
    remove_book_files(fresh);  // of a restore that was killed
    remove_access_log(fresh);
    const auto end = make(fresh);
    keep_as(to, free_name_to_keep(to));
    put_access_log_in_place(fresh, to);
    const bool is_seen = !last_seen(names).empty();
    allow_last_seen(names, end);
    put_in_place(fresh, to);
    if (is_seen) {
        note_last_seen(names, end);
    }
}

}  // namespace

bool is_intact(Connection& connection) {
    return translated([&] { return integrity_faults(connection, Integrity::whole, 1).empty(); });
}

void copy_intact(const Book& book, const fs::path& copy) {
    make_copy(book, copy, &refuse_not_intact);
}

void remove_unfinished_copies(const fs::path& names) {
    std::set<fs::path> left;
    const auto begin = names.filename().string();
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(fs::absolute(names).parent_path(), none)) {
        const auto name = entry.path().filename().string();
        const auto end = name.find(StagedPath::ending, begin.size());
        if (name.starts_with(begin) && end != std::string::npos) {
            left.insert(names.parent_path() / name.substr(0, end));
        }
    }
    for (const auto& copy : left) {
        try {
            const Unfinished removed(copy);
        } catch (const schema::Error&) {
            // Another process is making it, or it cannot be removed: it is in nobody's way.
        }
    }
}

namespace {

// The photographs are put beside `photos_of`.
Copied copy_for(const Book& book,
                const fs::path& copy,
                const fs::path& photos_of,
                Depth depth = Depth::whole,
                Photos photos = Photos::carried) {
    std::vector<schema::Problem> photos_left_out;
    auto copied = make_copy(book, copy, [&](const fs::path& made) {
        bring_up_to_date(made);
        refuse_not_whole(made, depth);
        if (photos == Photos::carried) {
            photos_left_out = carry_photos(book.file(), made, photos_of);
        }
    });
    copied.photos_left_out = std::move(photos_left_out);
    return copied;
}

}  // namespace

Copied copy_verified(const Book& book, const fs::path& copy, Depth depth, Photos photos) {
    return copy_for(book, copy, copy, depth, photos);
}

std::vector<schema::Problem> restore(const fs::path& from, const fs::path& named, bool replace) {
    const Book source = Book::open_as_stored(from);
    refuse_lost_or_altered(source, read_head(source.names()));
    refuse_unless_it_can_be_said(source);
    const BookNames names(named);
    const auto& to = names.file;
    if (fs::exists(to) && !replace) {
        throw schema::refused(to.string(),
                              "is a book already",
                              "restore to another --book FILE, or add --replace: the old book is "
                              "then kept beside it");
    }
    make_folders_of(to);
    FileLock lock(lock_path(to));
    std::optional<BookFile> old;
    if (fs::exists(to)) {
        old.emplace(to);
    }
    if (!lock.try_alone(FileLock::Part::presence) || (old && !old->try_replace())) {
        throw open_elsewhere(to);
    }
    if (!old) {
        forget_last_seen(names);
        return copy_verified(source, to).photos_left_out;
    }
    std::vector<schema::Problem> photos_left_out;
    replace_book(names, *old, [&](const fs::path& fresh) {
        auto copied = copy_for(source, fresh, to);
        photos_left_out = std::move(copied.photos_left_out);
        return copied.end;
    });
    return photos_left_out;
}

void put_back(const fs::path& copy, const fs::path& named) {
    const BookNames names(named);
    FileLock lock(lock_path(names.file));
    BookFile old(names.file);
    if (!lock.try_alone(FileLock::Part::presence) || !old.try_replace()) {
        throw open_elsewhere(names.file);
    }
    const Book source = Book::open_as_stored(copy);
    refuse_lost_or_altered(source, read_head(source.names()));
    refuse_unless_it_can_be_said(source);
    replace_book(names, old, [&](const fs::path& fresh) {
        copy_intact(source, fresh);
        return ledger_end(source);
    });
}

}  // namespace db
