#include "app/cli/lists/list_output.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/commands/report_format.h"
#include "app/cli/terminal/text_table.h"
#include "app/export/workbook.h"
#include "db/file/private_file.h"
#include "schema/types/error.h"
#include "schema/types/word.h"

namespace cli {

enum class ListFormat { text, json, ndjson, csv, tsv, xlsx };

}  // namespace cli

template <>
struct schema::Words<cli::ListFormat> {
    static constexpr std::array<std::string_view, 6> all{
        "text", "json", "ndjson", "csv", "tsv", "xlsx"};
};

namespace cli {

namespace {

// --format, or the switch that stands for one. Throws schema::Error (misused) for two.
ListFormat format_given(const Invocation& call) {
    std::optional<ListFormat> given;
    const auto take = [&](ListFormat format) {
        if (given && *given != format) {
            throw schema::misused("--format",
                                  fmt::format("the list cannot be {} and {} at once",
                                              schema::word(*given),
                                              schema::word(format)),
                                  "leave one of them out");
        }
        given = format;
    };
    if (call.arguments.has("format")) {
        take(word_given(call, "format", ListFormat::text));
    }
    for (const auto format :
         {ListFormat::json, ListFormat::ndjson, ListFormat::csv, ListFormat::tsv}) {
        if (call.arguments.has(std::string(schema::word(format)))) {
            take(format);
        }
    }
    return given.value_or(ListFormat::text);
}

std::vector<std::string> split(const std::string& names) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= names.size()) {
        const auto comma = std::min(names.find(',', from), names.size());
        parts.push_back(names.substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

std::string table_of(const exchange::Listing& listing, std::optional<int> width) {
    std::vector<std::string> headers;
    for (const auto& column : listing.columns) {
        headers.push_back(schema::spaced(column.name));
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : listing.rows) {
        auto& texts = rows.emplace_back();
        for (const auto& cell : row) {
            texts.push_back(cell.text);
        }
    }
    return rows.empty() ? "" : text_table(headers, rows, width);
}

void refuse_terminal(const Invocation& call, const char* what) {
    if (call.io.out_is_terminal) {
        throw schema::misused("--out",
                              fmt::format("{} is no text for a terminal", what),
                              "name a file, or pipe it on");
    }
}

// A file of this process alone, in the folder for such files, and gone with it.
class ShortLivedFile {
  public:
    ShortLivedFile()
        : path_(std::filesystem::temp_directory_path() /
                fmt::format("needlebook-{}-{}.xlsx",
                            ::getpid(),
                            std::chrono::steady_clock::now().time_since_epoch().count())) {}
    ~ShortLivedFile() {
        std::error_code none;
        std::filesystem::remove(path_, none);
    }
    ShortLivedFile(const ShortLivedFile&) = delete;
    ShortLivedFile& operator=(const ShortLivedFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// Past what makes texts harmless (clean_output.h), which bytes would not survive.
void write_bytes(Io& io, const std::filesystem::path& file) {
    io.out.flush();
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t done = 0; done < bytes.size();) {
        const auto count = ::write(STDOUT_FILENO, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno != EINTR) {
            throw schema::unavailable(
                "standard output", "was not written to its end", "write it to another place");
        }
        done += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
}

}  // namespace

std::vector<Option> list_output_options() {
    return {{"format", "WORD", "of a list: text, json, ndjson, csv, tsv or xlsx; by itself text"},
            {"csv", "", "comma-separated values"},
            {"tsv", "", "values separated by tabs"},
            {"ndjson", "", "JSON, a record a line"},
            {"columns", "NAMES", "these columns alone, in this order: at,note"},
            out_option()};
}

Option out_option() {
    return {
        "out",
        "FILE",
        "where a workbook or calendar is written; it must not be there yet; - is standard output"};
}

void require_out(const Invocation& call, const std::string& file_format) {
    const bool has_out = call.arguments.has("out");
    if (has_out && file_format.empty()) {
        throw schema::misused(
            "--out", "a text is written to standard output", "leave it out, and use > FILE");
    }
    if (!has_out && !file_format.empty()) {
        throw schema::misused("--out",
                              fmt::format("{} is a file for another program", file_format),
                              fmt::format("say where: --out list.{}", file_format));
    }
}

void print_workbook(Invocation& call, const exchange::Listing& listing, const std::string& name) {
    const auto file = call.arguments.need("out");
    if (file == "-") {
        refuse_terminal(call, "a workbook");
        const ShortLivedFile made;
        exchange::write_workbook(listing, name, made.path());
        write_bytes(call.io, made.path());
        return;
    }
    exchange::write_workbook(listing, name, file);
    call.io.err << fmt::format("written: {}\n", file);
}

void print_calendar(Invocation& call, const std::string& calendar) {
    const auto name = call.arguments.need("out");
    if (name == "-") {
        call.io.out << calendar;
        return;
    }
    db::PrivateFile file(name);
    file.write(calendar);
    file.close();
    call.io.err << fmt::format("written: {}\n", name);
}

bool is_json_asked_for(const Arguments& arguments) {
    const auto format = arguments.one("format");
    return arguments.has("json") || arguments.has("ndjson") || format == "json" ||
           format == "ndjson";
}

bool is_json_object_asked_for(const Invocation& call) {
    return format_given(call) == ListFormat::json;
}

bool is_table_for_people(const Invocation& call) {
    return format_given(call) == ListFormat::text;
}

access_control::Right right_of_list(const Invocation& call) {
    const auto format = format_given(call);
    const bool is_table =
        format == ListFormat::csv || format == ListFormat::tsv || format == ListFormat::xlsx;
    return is_table ? access_control::Right::export_records : access_control::Right::read_records;
}

void print_list(Invocation& call, const ListForms& forms) {
    const auto format = format_given(call);
    const auto columns = call.arguments.one("columns");
    if (columns && (format == ListFormat::json || format == ListFormat::ndjson)) {
        throw schema::misused("--columns", "JSON has every field", "leave it out, or take --csv");
    }
    require_out(call, format == ListFormat::xlsx ? "xlsx" : "");
    const auto listing = [&] {
        return columns ? exchange::only_columns(forms.listing(), split(*columns)) : forms.listing();
    };
    switch (format) {
        case ListFormat::text:
            call.io.out << (columns ? table_of(listing(), call.io.table_width()) : forms.table());
            break;
        case ListFormat::json:
            call.io.out << exchange::json_text(forms.json()) << '\n';
            break;
        case ListFormat::ndjson:
            for (const auto& record : forms.json()) {
                call.io.out << exchange::json_text(record, -1) << '\n';
            }
            break;
        case ListFormat::csv:
            call.io.out << exchange::delimited(listing(), ',');
            break;
        case ListFormat::tsv:
            call.io.out << exchange::delimited(listing(), '\t');
            break;
        case ListFormat::xlsx:
            print_workbook(call, listing(), forms.name);
            break;
    }
}

}  // namespace cli
