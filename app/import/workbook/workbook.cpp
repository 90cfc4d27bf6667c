#include "app/import/workbook/workbook.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/import/workbook/ods.h"
#include "app/import/workbook/xlsx.h"
#include "app/text/utf8.h"

namespace exchange::workbook {

namespace {

schema::Error no_workbook(const Archive& archive) {
    const auto parts = archive.parts();
    const auto any = [&](const auto& is_it) {
        return std::any_of(parts.begin(), parts.end(), is_it);
    };
    std::string what = "is a zip file, and no workbook";
    std::string remedy = "unpack it, and import the files in it one by one";
    std::string_view code = "file_packed";
    const char* kind = "zip";
    if (archive.has("xl/workbook.bin")) {
        what = "is a binary Excel workbook (.xlsb), which is not read";
        remedy = "open it in Excel and save it as .xlsx";
        code = "file_workbook";
        kind = "xlsb";
    } else if (any([](const auto& part) {
                   return part.ends_with(".iwa") || part == "Index.zip" ||
                          part.ends_with("/Index.zip");
               })) {
        what = "is a workbook of Numbers, which is not read";
        remedy = "in Numbers choose File, Export To, Excel or CSV";
        code = "file_workbook";
        kind = "Numbers";
    } else if (archive.has("word/document.xml")) {
        what = "is a Word document";
        remedy = "copy its table into a sheet and save that as .xlsx or CSV";
        code = "file_document";
        kind = "Word";
    } else if (archive.has("ppt/presentation.xml")) {
        what = "is a PowerPoint presentation";
        remedy = "copy its table into a sheet and save that as .xlsx or CSV";
        code = "file_document";
        kind = "PowerPoint";
    } else if (archive.has("mimetype") && archive.has("content.xml")) {
        what = fmt::format("is an OpenDocument file of another kind: {}",
                           excerpt(archive.beginning("mimetype")));
        remedy = "save its table as .ods, .xlsx or CSV";
        code = "file_document";
        kind = "OpenDocument";
    }
    return schema::refused(archive.file(), what, remedy).as(code, {{"kind", kind}});
}

std::string quoted_names(const std::vector<std::string>& names) {
    std::vector<std::string> quoted;
    std::transform(names.begin(), names.end(), std::back_inserter(quoted), [](const auto& name) {
        return excerpt(name);
    });
    return fmt::format("{}", fmt::join(quoted, ", "));
}

// Which sheet is read, of those that there are.
class Choice {
  public:
    using HasContent = std::function<bool(std::size_t number)>;

    Choice(const Archive& archive, const std::vector<SheetName>& sheets)
        : archive_(archive), sheets_(sheets) {}

    std::size_t named(const std::string& told) const {
        const auto found = std::find_if(sheets_.begin(), sheets_.end(), [&](const auto& sheet) {
            return trimmed(sheet.name) == trimmed(told);
        });
        if (found == sheets_.end()) {
            std::vector<std::string> all;
            for (const auto& sheet : sheets_) {
                all.push_back(sheet.name);
            }
            throw schema::refused(archive_.file(),
                                  fmt::format("has no sheet {}", excerpt(told)),
                                  fmt::format("choose among {}", quoted_names(all)))
                .as("no_sheet", {{"sheet", told}});
        }
        return static_cast<std::size_t>(found - sheets_.begin());
    }

    // The first one that is shown and holds anything; a warning names the others.
    std::size_t found(const HasContent& has_content, std::vector<schema::Problem>& warnings) const {
        std::vector<std::size_t> candidates;
        for (std::size_t i = 0; i < sheets_.size(); ++i) {
            if (!sheets_[i].is_hidden && has_content(i)) {
                candidates.push_back(i);
            }
        }
        if (candidates.empty()) {
            throw schema::refused(
                archive_.file(),
                "has no sheet that is shown and holds anything",
                "say --sheet NAME if the rows are on a hidden one; else save it with its rows")
                .as("no_shown_sheet");
        }
        if (candidates.size() > 1) {
            std::vector<std::string> others;
            for (std::size_t i = 1; i < candidates.size(); ++i) {
                others.push_back(sheets_[candidates[i]].name);
            }
            warnings.push_back(
                schema::Problem{archive_.file(),
                                fmt::format("sheet {} is read; not read: {}",
                                            excerpt(sheets_[candidates.front()].name),
                                            quoted_names(others)),
                                "for another one say --sheet NAME"}
                    .as("sheet_read",
                        {{"sheet", sheets_[candidates.front()].name},
                         {"others", schema::Value::List(others.begin(), others.end())}}));
        }
        return candidates.front();
    }

  private:
    const Archive& archive_;
    const std::vector<SheetName>& sheets_;
};

std::vector<std::string> shown_names(const std::vector<SheetName>& sheets) {
    std::vector<std::string> names;
    for (const auto& sheet : sheets) {
        if (!sheet.is_hidden) {
            names.push_back(sheet.name);
        }
    }
    return names;
}

}  // namespace

bool is_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

WorkbookSheet read_workbook(std::string_view bytes,
                            const std::string& file,
                            const std::optional<std::string>& sheet,
                            const Archive::Progress& progress) {
    const Archive archive(bytes, file, progress);
    WorkbookSheet read;
    const auto choose = [&](const auto& sheets, const Choice::HasContent& has_content) {
        const Choice choice(archive, sheets);
        const auto chosen = sheet ? choice.named(*sheet) : choice.found(has_content, read.warnings);
        read.name = sheets[chosen].name;
        read.names = shown_names(sheets);
        return chosen;
    };
    if (is_xlsx(archive)) {
        const auto book = read_xlsx_book(archive);
        read.format = "xlsx";
        if (book.has_macros) {
            read.warnings.push_back(
                schema::Problem{file, "holds macros, which are not run", "nothing needs to be done"}
                    .as("macros"));
        }
        const auto chosen = choose(book.sheets, [&](std::size_t i) {
            return !read_xlsx_sheet(archive, book, book.sheets[i], Extent::first_content)
                        .numbers.empty();
        });
        read.sheet = read_xlsx_sheet(archive, book, book.sheets[chosen], Extent::all);
    } else if (is_ods(archive)) {
        const auto book = read_ods_book(archive);
        read.format = "ods";
        choose(book.sheets, [&](std::size_t i) { return book.have_content[i]; });
        read.sheet = read_ods_sheet(archive, read.name);
    } else {
        throw no_workbook(archive);
    }
    const auto where = fmt::format("{}: sheet {}", file, excerpt(read.name));
    const auto told = sheet_warnings(read.sheet, where);
    read.warnings.insert(read.warnings.end(), told.begin(), told.end());
    return read;
}

}  // namespace exchange::workbook
