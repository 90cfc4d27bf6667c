#include "app/import/rejected_rows.h"

#include "db/file/private_file.h"

namespace exchange {

namespace {

// The row's own cells again. What cannot be told into cells stays in one piece.
std::vector<std::string> cells_of(const Table& table, std::string_view raw) {
    CsvReader reader(raw, table.file(), table.dialect());
    const auto* row = reader.next();
    if (row == nullptr || row->problem) {
        return {std::string(raw)};
    }
    return {row->cells.begin(), row->cells.end()};
}

}  // namespace

std::filesystem::path rejected_path(const Table& table) {
    return table.file() + ".rejected.csv";
}

std::string rejected_text(const Table& table, const std::vector<RejectedRow>& rows) {
    std::string text;
    if (table.has_header()) {
        auto header = table.header();
        header.emplace_back("reason");
        text += csv_line(header, table.delimiter());
    }
    for (const auto& row : rows) {
        auto cells = cells_of(table, row.raw);
        if (cells.size() < table.header().size()) {
            cells.resize(table.header().size());
        }
        cells.push_back(row.reason);
        text += csv_line(cells, table.delimiter());
    }
    return text;
}

void write_rejected(const Table& table, const std::vector<RejectedRow>& rows) {
    db::PrivateFile file(rejected_path(table));
    file.write(rejected_text(table, rows));
    file.close();
}

}  // namespace exchange
