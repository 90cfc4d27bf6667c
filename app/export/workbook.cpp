#include "app/export/workbook.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/libraries/xlsxwriter.h"
#include "db/file/staged_path.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using libraries::xlsxwriter;

constexpr int first_year = 1900;  // of a sheet's dates
constexpr int widest = 48;        // characters of a column, as it opens

// A sheet name has at most 31 characters and none of []:*?/\ .
std::string sheet_name(std::string name) {
    std::replace_if(
        name.begin(),
        name.end(),
        [](char each) { return std::string_view("[]:*?/\\'").find(each) != std::string::npos; },
        ' ');
    return name.substr(0, 31);
}

class Workbook {
  public:
    Workbook(const std::filesystem::path& file, std::string temporary, const std::string& sheet)
        : temporary_(std::move(temporary)) {
        lxw_workbook_options options{};
        options.tmpdir = temporary_.data();
        book_ = xlsxwriter().workbook_new_opt(file.c_str(), &options);
        sheet_ = xlsxwriter().add_worksheet(book_, sheet.c_str());
        if (sheet_ == nullptr) {
            throw std::runtime_error("libxlsxwriter makes no sheet");
        }
        head_ = xlsxwriter().add_format(book_);
        xlsxwriter().set_bold(head_);
        day_ = xlsxwriter().add_format(book_);
        xlsxwriter().set_num_format(day_, "yyyy-mm-dd");
        moment_ = xlsxwriter().add_format(book_);
        xlsxwriter().set_num_format(moment_, "yyyy-mm-dd hh:mm");
    }
    ~Workbook() {
        if (book_ != nullptr) {
            xlsxwriter().workbook_close(book_);
        }
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void head(const ListingColumn& column, lxw_col_t at, std::size_t width) {
        const auto text =
            column.unit.empty() ? column.name : fmt::format("{} ({})", column.name, column.unit);
        check(xlsxwriter().write_string(sheet_, 0, at, text.c_str(), head_));
        const auto characters =
            std::clamp<std::size_t>(std::max(width, text.size()) + 2, 6, widest);
        check(xlsxwriter().set_column(sheet_, at, at, static_cast<double>(characters), nullptr));
    }

    void cell(const ListingCell& cell, lxw_row_t row, lxw_col_t at) {
        if (const auto* number = std::get_if<double>(&cell.value)) {
            check(xlsxwriter().write_number(sheet_, row, at, *number, nullptr));
        } else if (const auto* day = std::get_if<schema::Date>(&cell.value);
                   day != nullptr && day->year() >= first_year) {
            moment({day->year(), day->month(), day->day(), 0, 0, 0}, row, at, day_);
        } else if (const auto* time = std::get_if<schema::CivilTime>(&cell.value);
                   time != nullptr && time->day().year() >= first_year) {
            const auto of = time->day();
            const int second = time->second_of_day();
            moment({of.year(),
                    of.month(),
                    of.day(),
                    second / 3600,
                    second / 60 % 60,
                    static_cast<double>(second % 60)},
                   row,
                   at,
                   time->has_clock() ? moment_ : day_);
        } else if (!cell.text.empty()) {
            check(xlsxwriter().write_string(sheet_, row, at, cell.text.c_str(), nullptr));
        }
    }

    void close(lxw_row_t last_row, lxw_col_t last_column) {
        xlsxwriter().freeze_panes(sheet_, 1, 0);
        check(xlsxwriter().autofilter(sheet_, 0, 0, last_row, last_column));
        check(xlsxwriter().workbook_close(std::exchange(book_, nullptr)));
    }

  private:
    void moment(lxw_datetime value, lxw_row_t row, lxw_col_t at, lxw_format* format) {
        check(xlsxwriter().write_datetime(sheet_, row, at, &value, format));
    }
    static void check(lxw_error error) {
        if (error != LXW_NO_ERROR) {
            throw schema::unavailable("workbook",
                                      fmt::format("is not made: {}", xlsxwriter().strerror(error)),
                                      "look whether the disk is full, and try again");
        }
    }

    std::string temporary_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* head_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* moment_ = nullptr;
};

}  // namespace

void write_workbook(const Listing& listing,
                    const std::string& sheet,
                    const std::filesystem::path& file) {
    if (std::filesystem::exists(std::filesystem::symlink_status(file))) {
        throw schema::refused(file.string(), "is already there", "choose another name");
    }
    if (listing.rows.size() >= LXW_ROW_MAX) {
        throw schema::refused(
            file.string(),
            fmt::format(
                "a sheet holds {} rows, the list has {}", LXW_ROW_MAX - 1, listing.rows.size()),
            "limit it to some days, or take --format csv");
    }
    db::StagedPath staged(file, db::StagedPath::As::file);
    const db::StagedPath parts(file.string() + ".parts", db::StagedPath::As::folder);
    Workbook workbook(staged.path(), parts.path().string(), sheet_name(sheet));
    for (std::size_t at = 0; at < listing.columns.size(); ++at) {
        std::size_t width = 0;
        for (const auto& row : listing.rows) {
            width = std::max(width, row[at].text.size());
        }
        workbook.head(listing.columns[at], static_cast<lxw_col_t>(at), width);
    }
    lxw_row_t line = 0;
    for (const auto& row : listing.rows) {
        ++line;
        for (std::size_t at = 0; at < row.size(); ++at) {
            workbook.cell(row[at], line, static_cast<lxw_col_t>(at));
        }
    }
    workbook.close(line, static_cast<lxw_col_t>(listing.columns.size() - 1));
    staged.put_in_place();
}

}  // namespace exchange
