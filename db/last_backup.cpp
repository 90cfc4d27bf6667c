#include "db/last_backup.h"

#include <sstream>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>

#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/ledger/sha256.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

constexpr std::size_t longest_note = 256;
constexpr std::int64_t last_moment = 253'402'300'799;  // of the year 9999

std::filesystem::path note_of(const std::filesystem::path& book) {
    return book.string() + ".backup";
}

bool ledger_has(const Book& book, const Head& entry) {
    return translated([&] {
        Query found(book.connection(), "SELECT hash FROM ledger WHERE seq = ?");
        found.with(entry.seq);
        return found.step() && hash_of_bytes(found.get<std::string>()) == entry.hash;
    });
}

}  // namespace

void note_backup(const std::filesystem::path& book, const LastBackup& made) {
    PrivateFile note(note_of(book), PrivateFile::Over::itself);
    note.write(fmt::format("{} {} {}\n", made.moment, made.end.seq, hex(made.end.hash)));
    note.close();
}

std::optional<LastBackup> last_backup(const Book& book) {
    std::string text;
    try {
        const auto file = File::open_if_there(note_of(book.file()), O_RDONLY);
        if (!file) {
            return std::nullopt;
        }
        text = file->read_at(0, longest_note);
    } catch (const schema::Error&) {
        return std::nullopt;
    }
    std::istringstream parts(text);
    LastBackup made;
    std::string hash;
    if (!(parts >> made.moment >> made.end.seq >> hash) || made.moment < 0 ||
        made.moment > last_moment) {
        return std::nullopt;
    }
    made.end.hash = hash_of_hex(hash);
    return ledger_has(book, made.end) ? std::optional(made) : std::nullopt;
}

}  // namespace db
