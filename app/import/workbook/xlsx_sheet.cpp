#include <algorithm>

#include <fmt/format.h>

#include "app/import/workbook/xlsx.h"
#include "app/import/workbook/xlsx_text.h"
#include "app/import/workbook/xml.h"

namespace exchange::workbook {

namespace {

const NumberFormat& plain_format() {
    static const auto format = NumberFormat::built_in(0);
    return format;
}

class XlsxSheetEvents : public XmlEvents {
  public:
    XlsxSheetEvents(const XlsxBook& book, const std::string& where, Extent extent)
        : book_(book), where_(where), extent_(extent), rows_(where) {}

    void start(std::string_view qualified, const XmlAttributes& attributes) override {
        const auto name = local_name(qualified);
        if (name == "c") {
            start_cell(attributes);
        } else if (name == "row") {
            start_row(attributes);
        } else if (name == "v") {
            is_in_value_ = true;
            has_value_ = true;
        } else if (name == "f") {
            has_formula_ = is_in_cell_;
        } else if (name == "col") {
            const auto first = number_in(attributes.get("min"));
            if (is_set(attributes.get("hidden")) && first > 0) {
                rows_.hide_columns(first - 1, number_in(attributes.get("max")) - 1);
            }
        } else if (name == "mergeCell") {
            if (const auto area = CellArea::read(attributes.get("ref"))) {
                rows_.merge(*area);
            }
        } else {
            texts_.start(name);
        }
    }

    void end(std::string_view qualified) override {
        const auto name = local_name(qualified);
        if (name == "c") {
            end_cell();
        } else if (name == "v") {
            is_in_value_ = false;
        } else if (name == "row" && is_in_row_) {
            is_in_row_ = false;
            rows_.end_row();
            if (extent_ == Extent::first_content && rows_.has_content()) {
                stop();
            }
        } else {
            texts_.end(name);
        }
    }

    void text(std::string_view piece) override {
        if (is_in_cell_ && (is_in_value_ || texts_.is_inside())) {
            value_ += piece;
        }
    }

    Sheet finish() { return rows_.finish(); }

  private:
    void start_row(const XmlAttributes& attributes) {
        const auto told = number_in(attributes.get("r"));
        rows_.begin_row(told > 0 ? told : rows_.number() + 1, is_set(attributes.get("hidden")));
        is_in_row_ = true;
        column_ = 0;
    }

    void start_cell(const XmlAttributes& attributes) {
        if (!is_in_row_) {
            throw damaged("has a cell outside of its rows");
        }
        if (const auto place = attributes.get("r"); !place.empty()) {
            const auto reference = CellReference::read(place);
            if (!reference || reference->row != rows_.number()) {
                throw damaged(fmt::format("has a cell {} in row {}", place, rows_.number()));
            }
            column_ = reference->column;
        }
        const auto style = number_in(attributes.get("s"));
        format_ = style < book_.formats.size() ? &book_.formats[style] : &plain_format();
        type_ = attributes.get("t");
        is_in_cell_ = true;
        has_formula_ = false;
        has_value_ = false;
        value_.clear();
    }

    void end_cell() {
        is_in_cell_ = false;
        if (has_formula_ && !has_value_) {
            rows_.add_cell_without_value(column_);
        } else if (type_ == "s") {
            const auto number = number_in(value_);
            if (number >= book_.shared_texts.size()) {
                throw damaged(fmt::format("refers to text {}, which is not there: cell {}",
                                          number,
                                          rows_.cell_name(column_)));
            }
            rows_.add_cell(column_, book_.shared_texts[number]);
        } else if (type_ == "b") {
            rows_.add_cell(column_, value_ == "1" ? "true" : value_ == "0" ? "false" : value_);
        } else if (type_.empty() || type_ == "n") {
            end_number();
        } else {
            unescape_text(value_);
            rows_.add_cell(column_, value_);
        }
        ++column_;
    }

    void end_number() {
        if (has_formula_ && (value_.empty() || (book_.is_to_be_computed && value_ == "0"))) {
            rows_.add_cell_without_value(column_);
        } else if (!value_.empty()) {
            rows_.add_cell(column_, number_text(value_, *format_, book_.dates));
        }
    }

    schema::Error damaged(const std::string& what) const {
        return schema::refused(where_,
                               "is damaged: it " + what,
                               "open it in the spreadsheet program and save the sheet anew")
            .as("workbook_damaged");
    }

    const XlsxBook& book_;
    const std::string& where_;
    Extent extent_;
    SheetRows rows_;
    TextRuns texts_;
    bool is_in_row_ = false;
    bool is_in_cell_ = false;
    bool is_in_value_ = false;
    bool has_formula_ = false;
    bool has_value_ = false;  // an element for it, which may be empty
    std::size_t column_ = 0;
    std::string type_;
    std::string value_;
    const NumberFormat* format_ = &plain_format();
};

}  // namespace

Sheet read_xlsx_sheet(const Archive& archive,
                      const XlsxBook& book,
                      const SheetName& sheet,
                      Extent extent) {
    const auto where = fmt::format("{}: sheet \"{}\"", archive.file(), sheet.name);
    XlsxSheetEvents events(book, where, extent);
    read_xml(archive, sheet.part, events);
    return events.finish();
}

Sheet read_xlsx_sheet(std::string_view xml,
                      const XlsxBook& book,
                      const std::string& where,
                      Extent extent) {
    XlsxSheetEvents events(book, where, extent);
    read_xml(xml, where, events);
    return events.finish();
}

}  // namespace exchange::workbook
