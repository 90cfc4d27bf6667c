// A book that somebody has changed behind the program's back: opening, checking and reading its
// ledger end without a fault.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "app/json/ledger_json.h"
#include "app/tracking/check.h"
#include "schema/types/error.h"
#include "tests/fuzz/example_book.h"

namespace {

// These bytes in the place of what the last entry of the ledger changed.
void set_changes(const std::filesystem::path& file, const std::uint8_t* data, std::size_t size) {
    SQLite::Database database(file, SQLite::OPEN_READWRITE);
    const std::string guard =
        database.execAndGet("SELECT sql FROM sqlite_schema WHERE name = 'ledger_is_not_rewritten'");
    database.exec("DROP TRIGGER ledger_is_not_rewritten");
    SQLite::Statement update(
        database, "UPDATE ledger SET changes = ? WHERE seq = (SELECT max(seq) FROM ledger)");
    update.bind(1, data, static_cast<int>(size));
    update.exec();
    database.exec(guard);
}

// Pieces of the file: three bytes of place, one of length, and what is put there.
void patch(std::string& bytes, const std::uint8_t* data, std::size_t size) {
    while (size > 4) {
        const std::size_t place =
            (std::size_t{data[0]} << 16U | std::size_t{data[1]} << 8U | data[2]) % bytes.size();
        const auto length = std::min({std::size_t{data[3]}, size - 4, bytes.size() - place});
        std::memcpy(bytes.data() + place, data + 4, length);
        data += 4 + length;
        size -= 4 + length;
    }
}

void use(const std::filesystem::path& file) {
    try {
        const auto book = db::Book::open(file);
        std::ostringstream ledger;
        exchange::write_ledger_json(ledger, book, {.with_changes = true}, 50);
        tracking::check(book, [](std::int64_t, std::int64_t) {});
    } catch (const schema::Error&) {
        // Said to be damaged.
    }
}

}  // namespace

// The first byte says whether the rest is a changeset or changes the file itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::ExampleBook example;
    if (size == 0) {
        return 0;
    }
    auto bytes = example.bytes();
    const bool is_changeset = data[0] == 'T';
    if (!is_changeset) {
        patch(bytes, data + 1, size - 1);
    }
    const auto file = example.file_of(bytes);
    if (is_changeset) {
        set_changes(file, data, size);
    }
    use(file);
    return 0;
}
