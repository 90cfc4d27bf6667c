#pragma once
// Whether somebody must look after the book, in a moment: what it says of itself when it is opened,
// the machine, and its backups. Nothing of a patient.

#include <cstdint>
#include <string>
#include <vector>

#include "app/backup/machine.h"
#include "app/backup/status_json.h"
#include "db/book.h"

namespace backup {

struct Health {
    Level level = Level::bad;
    std::int64_t entries = 0;  // of the ledger
    std::uint64_t book_bytes = 0;
    MachineState machine{};
    // All of them, the gravest first.
    std::vector<schema::Problem> problems{};
};

// `now` in seconds since 1970, UTC.
Health health_of(const db::Book& book, std::int64_t now);

// {"level", "entries", "book_bytes", "machine": {…}, "backup": status_json, "problems"}
exchange::OrderedJson health_json(const Health& health, const MomentText& text);

// {"folder_encrypted", "clock_set", "free_bytes", "problems"}
exchange::OrderedJson machine_json(const MachineState& machine);

// The same for Prometheus (text format 0.0.4): levels, ages in seconds, bytes, counts.
std::string metrics_text(const Health& health, const std::string& version, std::int64_t now);

}  // namespace backup
