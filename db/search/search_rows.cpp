#include "db/search/search_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "db/sqlite/kind_rows.h"
#include "schema/kinds/kinds.h"

namespace db {

namespace {

bool is_patient(const kinds::Kind& kind) {
    return &kind == &kinds::of<schema::Patient>();
}

std::string select_of(const kinds::Kind& kind) {
    std::vector<std::string> columns{"id"};
    for (const auto& field : kind.fields) {
        if (searched_as(field) != SearchedAs::not_at_all) {
            columns.push_back(quoted_name(field.name));
        }
    }
    return fmt::format(
        "SELECT {} FROM {} WHERE voided = 0", fmt::join(columns, ", "), quoted_name(kind.table));
}

// The columns after the id.
SearchedText text_of_row(Query& row, const kinds::Kind& kind) {
    SearchedText text;
    for (const auto& field : kind.fields) {
        const auto as = searched_as(field);
        if (as == SearchedAs::not_at_all) {
            continue;
        }
        const auto value = row.get<std::optional<std::string>>();
        if (!value) {
            continue;
        }
        if (as == SearchedAs::code) {
            text.add_code(*value);
        } else if (as == SearchedAs::telephone) {
            text.add_telephone(*value);
        } else {
            text.add_text(*value);
        }
    }
    return text;
}

void add_tags(Connection& connection, std::int64_t patient, SearchedText& text) {
    Query tags(connection, "SELECT key, value FROM tag WHERE patient_id = ? ORDER BY key");
    tags.with(patient);
    while (tags.step()) {
        text.add_text(tags.get<std::string>());
        text.add_text(tags.get<std::string>());
    }
}

}  // namespace

void for_each_searched_row(Connection& connection,
                           const kinds::Kind& kind,
                           const std::function<bool(std::int64_t id, const SearchedText&)>& visit) {
    Query rows(connection, select_of(kind) + " ORDER BY id DESC");
    while (rows.step()) {
        const auto id = rows.get<std::int64_t>();
        auto text = text_of_row(rows, kind);
        if (is_patient(kind)) {
            add_tags(connection, id, text);
        }
        if (!visit(id, text)) {
            return;
        }
    }
}

std::optional<SearchedText> searched_row(Connection& connection,
                                         const kinds::Kind& kind,
                                         std::int64_t id) {
    Query row(connection, select_of(kind) + " AND id = ?");
    row.with(id);
    if (!row.step()) {
        return std::nullopt;
    }
    row.get<std::int64_t>();
    auto text = text_of_row(row, kind);
    if (is_patient(kind)) {
        add_tags(connection, id, text);
    }
    return text;
}

bool is_of_voided_patient(Connection& connection, const kinds::Kind& kind, std::int64_t id) {
    if (kind.owner != schema::Owner::patient || is_patient(kind)) {
        return false;
    }
    Query row(connection,
              fmt::format("SELECT 1 FROM {} r JOIN patient p ON p.id = r.patient_id WHERE r.id = ? "
                          "AND p.voided",
                          quoted_name(kind.table)));
    row.with(id);
    return row.step();
}

std::int64_t count_searched_rows(Connection& connection) {
    std::int64_t all = 0;
    for (const auto* kind : searched_kinds()) {
        all += connection.number(fmt::format("SELECT count(*) FROM {}", quoted_name(kind->table)));
    }
    return all;
}

}  // namespace db
