#include "app/import/workbook/ods.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/import/import_bytes.h"
#include "app/import/workbook/ods_value.h"
#include "app/import/workbook/xlsx_text.h"
#include "app/import/workbook/xml.h"

namespace exchange::workbook {

namespace {

constexpr const char* content_part = "content.xml";
constexpr std::size_t most_repeated = 1'048'576;  // rows of a sheet

// How often a row or a cell stands: once where it is not said.
std::size_t repeats(const XmlAttributes& attributes, std::string_view name) {
    return std::clamp<std::size_t>(number_in(attributes.get(name)), 1, most_repeated);
}

// The names of the sheets, whether they are hidden, and which of them hold anything.
class OdsNames : public XmlEvents {
  public:
    explicit OdsNames(OdsBook& book) : book_(book) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "style:style") {
            style_ = attributes.get("style:name");
        } else if (name == "style:table-properties" && attributes.get("table:display") == "false") {
            hidden_styles_.insert(style_);
        } else if (name == "table:table" && ++depth_ == 1) {
            const std::string style(attributes.get("table:style-name"));
            book_.sheets.push_back(
                {std::string(attributes.get("table:name")), hidden_styles_.contains(style)});
            book_.have_content.push_back(false);
        } else if (depth_ == 1 && name == "table:table-cell" &&
                   (attributes.has("office:value-type") || attributes.has("table:formula"))) {
            book_.have_content.back() = true;
        }
    }
    void end(std::string_view name) override { depth_ -= name == "table:table" ? 1 : 0; }
    void text(std::string_view) override {}

  private:
    OdsBook& book_;
    std::string style_;
    std::set<std::string> hidden_styles_;
    int depth_ = 0;
};

// The paragraphs of a cell: joined by line ends, without annotations.
class Paragraphs {
  public:
    void clear() {
        text_.clear();
        count_ = 0;
        in_annotation_ = 0;
        is_inside_ = false;
    }
    void start(std::string_view name, const XmlAttributes& attributes) {
        in_annotation_ += name == "office:annotation" ? 1 : 0;
        if (in_annotation_ > 0) {
            return;
        }
        if (name == "text:p") {
            text_ += count_++ > 0 ? "\n" : "";
            is_inside_ = true;
        } else if (name == "text:s") {
            constexpr std::size_t most_blanks = 1000;
            const auto count = std::max<std::size_t>(number_in(attributes.get("text:c")), 1);
            text_.append(std::min(count, most_blanks), ' ');
        } else if (name == "text:tab" || name == "text:line-break") {
            text_ += name == "text:tab" ? '\t' : '\n';
        }
    }
    void end(std::string_view name) {
        in_annotation_ -= name == "office:annotation" ? 1 : 0;
        is_inside_ = is_inside_ && name != "text:p";
    }
    void add(std::string_view piece) {
        if (is_inside_ && in_annotation_ == 0) {
            text_ += piece;
        }
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
    int count_ = 0;
    int in_annotation_ = 0;
    bool is_inside_ = false;
};

class OdsSheetEvents : public XmlEvents {
  public:
    OdsSheetEvents(const std::string& where, const std::string& name) : name_(name), rows_(where) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "table:table") {
            is_wanted_ = ++depth_ == 1 && attributes.get("table:name") == name_;
        } else if (!is_wanted_ || depth_ != 1) {
            return;
        } else if (name == "table:table-column") {
            start_columns(attributes);
        } else if (name == "table:table-row") {
            start_row(attributes);
        } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
            start_cell(attributes);
        } else if (is_in_cell_) {
            paragraphs_.start(name, attributes);
        }
    }
    void end(std::string_view name) override {
        if (name == "table:table") {
            if (--depth_ == 0 && is_wanted_) {
                stop();
            }
        } else if (!is_wanted_ || depth_ != 1) {
            return;
        } else if (name == "table:table-row") {
            end_row();
        } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
            end_cell();
        } else if (is_in_cell_) {
            paragraphs_.end(name);
        }
    }
    void text(std::string_view piece) override {
        if (is_in_cell_ && depth_ == 1) {
            paragraphs_.add(piece);
        }
    }

    Sheet finish() { return rows_.finish(); }

  private:
    // A cell of the row at hand, or several that say the same beside each other.
    struct Cell {
        std::size_t column, count;
        std::string text;
        bool is_without_value;
    };

    void start_columns(const XmlAttributes& attributes) {
        const auto count = repeats(attributes, "table:number-columns-repeated");
        const auto visible = attributes.get("table:visibility", "visible");
        if (visible != "visible") {
            rows_.hide_columns(described_columns_, described_columns_ + count - 1);
        }
        described_columns_ += count;
    }

    void start_row(const XmlAttributes& attributes) {
        row_repeats_ = repeats(attributes, "table:number-rows-repeated");
        is_row_hidden_ = attributes.get("table:visibility", "visible") != "visible";
        column_ = 0;
        cells_.clear();
    }

    void start_cell(const XmlAttributes& attributes) {
        value_ = ods_value(attributes);
        cell_repeats_ = repeats(attributes, "table:number-columns-repeated");
        paragraphs_.clear();
        is_in_cell_ = true;
        const auto down = number_in(attributes.get("table:number-rows-spanned"));
        if (down > 1) {
            const auto last = std::min(row_ + down, most_repeated);
            rows_.merge({{row_ + 1, column_}, {last, column_}});
        }
    }

    void end_cell() {
        is_in_cell_ = false;
        const auto& text = value_.shown(paragraphs_.text());
        const bool is_without_value = value_.is_formula && value_.type.empty();
        if (!text.empty() || is_without_value) {
            if (cell_repeats_ > ImportBounds::columns) {
                cell_repeats_ = ImportBounds::columns + 1;  // which the rows refuse
            }
            cells_.push_back({column_, cell_repeats_, text, is_without_value});
        }
        column_ += cell_repeats_;
    }

    void end_row() {
        std::size_t size = 0;
        for (const auto& cell : cells_) {
            size += cell.count * (cell.text.size() + 1);
        }
        refuse_repeated(size);
        for (std::size_t i = 0; i < row_repeats_ && !cells_.empty(); ++i) {
            rows_.begin_row(row_ + i + 1, is_row_hidden_);
            for (const auto& cell : cells_) {
                for (std::size_t at = cell.column; at < cell.column + cell.count; ++at) {
                    if (cell.is_without_value) {
                        rows_.add_cell_without_value(at);
                    } else {
                        rows_.add_cell(at, cell.text);
                    }
                }
            }
            rows_.end_row();
        }
        row_ += row_repeats_;
    }

    // A small file may say that a row with content stands a million times.
    void refuse_repeated(std::size_t row_size) {
        constexpr std::size_t most = 16 * 1024 * 1024;
        repeated_ += row_size * (row_repeats_ - 1);
        if (repeated_ > most) {
            throw schema::refused(rows_.where(),
                                  fmt::format("repeats a row with content {} times", row_repeats_),
                                  "take the rows out that are no rows of the table")
                .as("sheet_row_repeated", {{"count", static_cast<int>(row_repeats_)}});
        }
    }

    const std::string& name_;
    SheetRows rows_;
    std::size_t repeated_ = 0;  // bytes
    Paragraphs paragraphs_;
    OdsValue value_;
    std::vector<Cell> cells_;
    bool is_wanted_ = false;
    bool is_in_cell_ = false;
    bool is_row_hidden_ = false;
    int depth_ = 0;  // of tables: a cell may hold one
    std::size_t row_ = 0;
    std::size_t row_repeats_ = 1;
    std::size_t column_ = 0;
    std::size_t cell_repeats_ = 1;
    std::size_t described_columns_ = 0;
};

}  // namespace

bool is_ods(const Archive& archive) {
    constexpr const char* manifest = "META-INF/manifest.xml";
    if (!archive.has("mimetype") || !archive.has(content_part) ||
        !archive.beginning("mimetype")
             .starts_with("application/vnd.oasis.opendocument.spreadsheet")) {
        return false;
    }
    if (archive.has(manifest) &&
        archive.beginning(manifest).find("encryption-data") != std::string::npos) {
        throw schema::refused(archive.file(),
                              "is a workbook with a password",
                              "open it in the spreadsheet program and save it without one")
            .as("workbook_password");
    }
    return true;
}

OdsBook read_ods_book(const Archive& archive) {
    OdsBook book;
    OdsNames names(book);
    read_xml(archive, content_part, names);
    return book;
}

Sheet read_ods_sheet(const Archive& archive, const std::string& name) {
    OdsSheetEvents events(fmt::format("{}: sheet \"{}\"", archive.file(), name), name);
    read_xml(archive, content_part, events);
    return events.finish();
}

Sheet read_ods_sheet(std::string_view xml, const std::string& where, const std::string& name) {
    OdsSheetEvents events(where, name);
    read_xml(xml, where, events);
    return events.finish();
}

}  // namespace exchange::workbook
