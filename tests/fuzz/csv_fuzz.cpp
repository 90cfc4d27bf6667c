// Any bytes: decoding, finding the delimiter and reading end without a fault, and every row that
// was read survives being written and read again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/text/csv.h"
#include "app/text/dialect.h"
#include "app/text/encoding.h"
#include "app/text/utf8.h"
#include "schema/types/error.h"

namespace {

using Rows = std::vector<std::vector<std::string>>;

// The good rows. Lines must be numbered in order, and rows must lie in the text one after another.
Rows read_all(std::string_view text, exchange::CsvDialect dialect) {
    Rows rows;
    exchange::CsvReader reader(text, "fuzz.csv", dialect);
    std::size_t line = 0;
    while (const auto* row = reader.next()) {
        if (row->line <= line || row->last_line < row->line || row->raw.empty() ||
            row->problem.has_value() != row->cells.empty()) {
            std::abort();
        }
        line = row->last_line;
        if (!row->problem) {
            rows.emplace_back(row->cells.begin(), row->cells.end());
        }
    }
    if (reader.position() != text.size() || line > 1 + exchange::line_ends(text)) {
        std::abort();
    }
    return rows;
}

void round_trip(const Rows& rows, char delimiter) {
    std::string text;
    for (const auto& row : rows) {
        text += exchange::csv_line(row, delimiter);
    }
    if (exchange::decode(text, "fuzz.csv").text() != text ||
        read_all(text, {.delimiter = delimiter}) != rows) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string bytes(data + 1, data + size);
    constexpr const char* encodings[] = {nullptr, "utf-16", "latin1", "windows-1256"};
    const char* told = encodings[data[0] % 4];
    try {
        const auto decoded = exchange::decode(
            bytes, "fuzz.csv", told ? std::optional<std::string>(told) : std::nullopt);
        const char delimiter = exchange::find_delimiter(decoded.text());
        const exchange::CsvDialect dialect{.delimiter = delimiter,
                                           .blanks_after = (data[0] & 4) != 0,
                                           .backslash = (data[0] & 8) != 0};
        round_trip(read_all(decoded.text(), dialect), delimiter);
    } catch (const schema::Error&) {
        // Refused with its place: what decoding does with bytes that are no text.
    }
    return 0;
}
