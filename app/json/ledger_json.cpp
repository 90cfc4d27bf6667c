#include "app/json/ledger_json.h"

#include <algorithm>
#include <map>

#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "db/ledger/changes.h"
#include "db/ledger/undo.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json row_change_json(const db::RowChange& row) {
    constexpr std::string_view kinds[] = {"added", "changed", "removed"};
    Json json{{"table", row.table}, {"kind", kinds[static_cast<int>(row.kind)]}, {"key", row.key}};
    json["columns"] = Json::array();
    for (const auto& column : row.columns) {
        json["columns"].push_back({{"column", column.column},
                                   {"before", json_value(column.before)},
                                   {"after", json_value(column.after)}});
    }
    return json;
}

Json entry_json(const db::ChangesReader& changes,
                const std::map<std::int64_t, std::int64_t>& undone,
                const db::LedgerEntry& entry,
                std::size_t most_rows) {
    Json json{
        {"seq", entry.seq}, {"at", entry.at}, {"actor", entry.actor}, {"action", entry.action}};
    json["reason"] = json_value(entry.reason);
    json["patient"] = json_value(entry.patient);
    json["key"] = json_value(entry.submission_key);
    json["answer"] = json_value(entry.answer);
    json["hash"] = db::hex(entry.hash);
    const auto by = undone.find(entry.seq);
    json["undone_by"] = by == undone.end() ? Json(nullptr) : Json(by->second);
    json["changes"] = Json::array();
    if (entry.is_erased()) {
        json["erased"] = true;
        return json;
    }
    if (db::is_of_epoch(entry)) {
        json["epoch"] = db::epoch_text(entry);
        return json;
    }
    // One more than is shown tells whether there are more; of all there are none beyond.
    const auto rows = changes.read(entry, std::max(most_rows, most_rows + 1));
    if (!rows) {
        json["altered"] = true;
        return json;
    }
    for (std::size_t i = 0; i < std::min(rows->size(), most_rows); ++i) {
        json["changes"].push_back(row_change_json((*rows)[i]));
    }
    if (rows->size() > most_rows) {
        json["more"] = true;
    }
    return json;
}

}  // namespace

void write_ledger_json(std::ostream& out,
                       const db::Book& book,
                       const db::LedgerQuery& query,
                       std::size_t most_rows) {
    out << '[';
    const char* separator = "\n";
    const db::ChangesReader changes(book, query.patient);
    const auto undone = db::undone_entries(book);
    db::for_each_entry(book, query, [&](const db::LedgerEntry& entry) {
        out << separator << json_text(entry_json(changes, undone, entry, most_rows));
        separator = ",\n";
    });
    out << "\n]\n";
}

OrderedJson problems_json(const std::vector<schema::Problem>& problems) {
    auto list = Json::array();
    for (const auto& problem : problems) {
        Json one{{"where", problem.where}, {"what", problem.what}, {"try", problem.remedy}};
        add_told(one, problem.told);
        list.push_back(std::move(one));
    }
    return list;
}

OrderedJson check_json(const tracking::Check& check) {
    Json json{{"whole", check.problems.empty()},
              {"rows", check.content.rows},
              {"entries", check.content.entries},
              {"content", check.content.hash},
              {"problems", problems_json(check.problems)}};
    return json;
}

OrderedJson quick_check_json(const std::vector<schema::Problem>& problems, std::int64_t entries) {
    Json json{{"quick", true},
              {"whole", problems.empty()},
              {"entries", entries},
              {"problems", problems_json(problems)}};
    return json;
}

}  // namespace exchange
