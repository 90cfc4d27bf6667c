#include "db/sqlite/make_tables.h"

#include <string>

namespace db {

void make_tables(SQLite::Database& empty, std::span<const schema::Migration> steps) {
    const auto all = schema::migrations();
    if (steps.data() == all.data() && steps.size() == all.size()) {
        empty.exec(std::string(schema::all_steps_at_once()));
        return;
    }
    for (const auto& step : steps) {
        empty.exec(std::string(step.sql));
    }
}

}  // namespace db
