#include "app/import/table/ndjson_rows.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/import/import_bytes.h"
#include "app/import/import_table.h"
#include "app/json/json_reading.h"
#include "app/text/csv.h"
#include "app/text/utf8.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view json_blanks = " \t\r\n";

struct ObjectText {
    std::string_view text;
    std::size_t line;  // of the file, from 1
};

using Cell = std::pair<std::size_t, std::string>;  // its column, from 0

// Tells the objects of a text apart without reading them: by braces outside of strings.
class ObjectFinder {
  public:
    ObjectFinder(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    std::vector<ObjectText> find() {
        const bool is_array = skip_to_next() && take('[');
        bool needs_comma = false;
        while (skip_to_next() && !(is_array && text_[at_] == ']')) {
            if (needs_comma && !take(',')) {
                throw refusal("there is no comma between two objects of the array");
            }
            skip_to_next();
            take_object();
            needs_comma = is_array;
        }
        if (is_array && !take(']')) {
            throw refusal("the array does not end");
        }
        if (skip_to_next()) {
            throw refusal("something follows the array");
        }
        return std::move(found_);
    }

  private:
    schema::Error refusal(std::string what) const {
        return schema::refused(row_place(file_, line_),
                               std::move(what),
                               "give one JSON object a line, or an array of objects")
            .as("json_rows");
    }
    bool skip_to_next() {
        while (at_ < text_.size() && json_blanks.find(text_[at_]) != std::string_view::npos) {
            line_ += text_[at_++] == '\n' ? 1 : 0;
        }
        return at_ < text_.size();
    }
    bool take(char wanted) {
        const bool is_there = at_ < text_.size() && text_[at_] == wanted;
        at_ += is_there ? 1 : 0;
        return is_there;
    }
    void take_object() {
        if (at_ >= text_.size() || text_[at_] != '{') {
            throw refusal("is not a JSON object");
        }
        const auto begin = at_;
        const auto line = line_;
        std::size_t depth = 0;
        bool in_string = false;
        do {
            const char c = text_[at_];
            if (in_string) {
                at_ += c == '\\' ? 1 : 0;
                in_string = c != '"';
            } else {
                in_string = c == '"';
                depth += c == '{' || c == '[' ? 1 : 0;
                depth -= c == '}' || c == ']' ? 1 : 0;
            }
            line_ += c == '\n' ? 1 : 0;
            ++at_;
        } while (depth > 0 && at_ < text_.size());
        if (depth > 0) {
            line_ = line;
            throw refusal("the JSON object does not end");
        }
        found_.push_back({text_.substr(begin, at_ - begin), line});
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::vector<ObjectText> found_;
};

// The columns of all objects.
class Paths {
  public:
    std::size_t column(const std::string& path) {
        const auto [place, is_new] = places_.try_emplace(path, header_.size());
        if (is_new) {
            header_.push_back(path);
        }
        return place->second;
    }
    const std::vector<std::string>& header() const { return header_; }

  private:
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<std::string> header_;
};

std::string text_of_value(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// Puts every value into the column of its path.
void add_cells(const Json& value, const std::string& path, Paths& paths, std::vector<Cell>& cells) {
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) {
            add_cells(member, path + (path.empty() ? "" : ".") + name, paths, cells);
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            add_cells(value[i], fmt::format("{}[{}]", path, i), paths, cells);
        }
    } else if (!value.is_null()) {
        cells.emplace_back(paths.column(path), text_of_value(value));
    }
}

std::vector<Cell> object_cells(const ObjectText& object, Paths& paths, const std::string& file) {
    const auto refuse = [&](const std::string& what, const std::string& remedy) {
        return schema::refused(row_place(file, object.line), what, remedy).as("json_rows");
    };
    std::vector<Cell> cells;
    try {
        add_cells(read_json_object(object.text), "", paths, cells);
    } catch (const schema::Error& error) {
        throw refuse(error.problems().front().what, error.problems().front().remedy);
    }
    std::sort(cells.begin(), cells.end());
    const auto twice =
        std::adjacent_find(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
            return a.first == b.first;
        });
    if (twice != cells.end()) {
        throw refuse(
            fmt::format("{} stands twice in the object", excerpt(paths.header()[twice->first])),
            "give each value a path of its own")
            .as("json_twice", {{"path", paths.header()[twice->first]}});
    }
    if (paths.header().size() > ImportBounds::columns) {
        throw refuse(fmt::format("has more than {} columns", ImportBounds::columns),
                     "leave out what is not to be imported")
            .as("table_columns", {{"most", static_cast<int>(ImportBounds::columns)}});
    }
    return cells;
}

}  // namespace

bool is_ndjson(std::string_view text) {
    const auto next = [&](std::size_t from) {
        return std::min(text.find_first_not_of(json_blanks, from), text.size());
    };
    auto at = next(0);
    if (at < text.size() && text[at] == '[') {
        at = next(at + 1);
    }
    if (at == text.size() || text[at] != '{') {
        return false;
    }
    at = next(at + 1);
    return at < text.size() && (text[at] == '"' || text[at] == '}');
}

NdjsonRows rows_of_ndjson(std::string_view text, const std::string& file) {
    Paths paths;
    std::vector<std::pair<std::size_t, std::vector<Cell>>> objects;  // with their lines
    for (const auto& object : ObjectFinder(text, file).find()) {
        objects.emplace_back(object.line, object_cells(object, paths, file));
    }
    if (paths.header().empty()) {
        throw schema::refused(file, "no JSON object of it holds a value", "look what it holds")
            .as("json_empty");
    }
    NdjsonRows rows;
    const auto add = [&](const std::string& line, std::size_t of_json) {
        rows.csv += line;
        rows.lines.push_back(of_json);
    };
    add(csv_line(paths.header()), 1);
    for (const auto& [line, cells] : objects) {
        std::vector<std::string> row(paths.header().size());
        for (const auto& [column, value] : cells) {
            row[column] = value;
        }
        add(csv_line(row), line);
        if (rows.csv.size() > ImportBounds::file) {
            throw schema::refused(row_place(file, line),
                                  "the objects have too many columns that others lack",
                                  "split the file and import the pieces one after the other")
                .as("json_sparse");
        }
    }
    return rows;
}

}  // namespace exchange
