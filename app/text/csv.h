#pragma once
// Tables of text: RFC 4180, read as it is found in the world, written so that it reads back
// unchanged.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/error.h"

namespace exchange {

// How a table is written, beyond what is always understood.
struct CsvDialect {
    char delimiter = ',';
    bool blanks_after = false;  // blanks after a delimiter are no part of the next cell: a, "b"
    bool backslash = false;     // in a quoted cell \" means a quote and \\ a backslash

    bool operator==(const CsvDialect&) const = default;
};

struct CsvRow {
    std::size_t line = 0;                    // its first physical line, from 1
    std::size_t last_line = 0;               // its last one, when a quoted cell holds line ends
    std::vector<std::string_view> cells;     // column n is cells[n - 1]; none in a misquoted row
    std::string_view raw;                    // as it stands in the file, without its line end
    bool stray_quote = false;                // a quote stands inside an unquoted cell
    std::optional<schema::Problem> problem;  // set when the row is misquoted
};

// Reads one row after another of a UTF-8 text, which must outlive the reader.
//
// A line ends with CR, LF or CRLF, in any mixture. A cell is quoted when its first character is a
// quote; a quote inside an unquoted cell is an ordinary character (5" needle). A line with nothing
// at all is no row, but counts as a line. Blanks are part of cells, unless the dialect says
// otherwise.
//
// A quote that never closes, and text after a closing quote, are problems. Such a row has no cells:
// what they are can only be guessed. It reaches to the end of the line of the fault, and further
// where the next quote could be one that closes, because what follows would then be the inside of a
// cell; a quote that never closes takes all the rest. So no piece of a cell is ever taken for a
// row.
class CsvReader {
  public:
    // `first_line` is the number of the text's first line in its file.
    CsvReader(std::string_view text,
              std::string file,
              CsvDialect dialect = {},
              std::size_t first_line = 1);
    ~CsvReader() = default;
    CsvReader(const CsvReader&) = delete;  // its row points into it
    CsvReader& operator=(const CsvReader&) = delete;

    // The next row, which lives until the following call and may be changed; null at the end.
    CsvRow* next();
    // How many bytes have been read, for a progress bar.
    std::size_t position() const { return at_; }

  private:
    struct Escaped {
        std::size_t cell, begin, size;
    };

    void skip_blank_lines();
    bool read_cells();
    void read_plain_cell();
    bool read_quoted_cell();
    std::size_t find_quote(std::size_t from) const;
    void unescape(std::string_view quoted);
    void misquoted(std::size_t opening, std::optional<std::size_t> fault);
    void end_row(std::size_t begin);
    bool ends_cell(std::size_t at) const;
    bool opens_cell(std::size_t quote) const;
    std::size_t end_of_line(std::size_t at) const;
    std::size_t past_line_end(std::size_t at) const;
    std::size_t end_of_misquoted(std::size_t at) const;

    std::string_view text_;
    std::string file_;
    CsvDialect dialect_;
    std::size_t at_ = 0;
    std::size_t line_;
    CsvRow row_;
    std::string unescaped_;         // cells that held doubled or escaped quotes
    std::vector<Escaped> escaped_;  // which they are; views are made when `unescaped_` is complete
};

// A row with more or fewer cells than the header: the problem; else nothing. The problem of a
// misquoted row is its own.
std::optional<schema::Problem> ragged(const CsvRow& row,
                                      std::size_t header_cells,
                                      const std::string& file);

// One line with its LF, which reads back as the same cells. Quoted is what must be, what other
// programs would trim, and whatever would confuse the search for the delimiter: an exported table
// is never mistaken. There must be at least one cell.
std::string csv_line(std::span<const std::string_view> cells, char delimiter = ',');
std::string csv_line(const std::vector<std::string>& cells, char delimiter = ',');

// The same for spreadsheets, which run what looks like a formula: a cell that begins with = + - @,
// one of their full-width forms, a tab or a line end gets an apostrophe before it. Numbers do not.
std::string guarded_csv_line(std::vector<std::string> cells);

// By which spreadsheets know UTF-8.
inline constexpr std::string_view byte_order_mark = "\uFEFF";

}  // namespace exchange
