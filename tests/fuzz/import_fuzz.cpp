// Any file of any kind as a dry run; one without a problem is not refused when it is imported.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/import/dry_run.h"
#include "app/import/import.h"
#include "schema/types/error.h"
#include "tests/fuzz/example_book.h"

// The first byte chooses the kind, bits of the second the options; the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::ExampleBook example;
    static const auto book = db::Book::open(example.file_of(example.bytes()));
    static const fuzz::ExampleBook other;
    static const auto kinds = exchange::import_kinds();
    if (size < 2) {
        return 0;
    }
    exchange::ImportOptions options;
    options.file = "fuzz.csv";
    options.kind = kinds[data[0] % kinds.size()];
    options.content.emplace(data + 2, data + size);
    options.create_patients = (data[1] & 1) != 0;
    options.no_header = (data[1] & 2) != 0;
    options.keep_good = (data[1] & 4) != 0;
    if ((data[1] & 8) != 0) {
        options.dates = "dmy";
    }
    if ((data[1] & 16) != 0) {
        options.origin = "2026-01-05";
    }
    try {
        const auto report = exchange::dry_run_file(book, {.actor = "fuzz"}, options, {});
        exchange::dry_run_text(report);
        exchange::dry_run_json(report);
        if (!report.problems.empty() || report.records == 0) {
            return 0;
        }
    } catch (const schema::Error&) {
        return 0;
    }
    try {
        auto copy = db::Book::open(other.file_of(other.bytes()));
        exchange::import_file(copy, {.actor = "fuzz", .action = "import"}, options, {});
    } catch (const schema::Error&) {
        std::abort();
    }
    return 0;
}
