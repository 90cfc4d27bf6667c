#pragma once
// Backups as a terminal shows them.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/backup/drill.h"
#include "app/backup/keeping.h"
#include "app/backup/machine.h"
#include "app/backup/policy.h"
#include "app/backup/status.h"

namespace cli {

std::string policy_page(const backup::Policy& policy, const std::filesystem::path& book);

// "FOLDER: NAME, proved", or what kept it from there; with its line end.
std::string outcome_line(const backup::Outcome& outcome);

// `now` in seconds since 1970, UTC.
std::string status_page(const backup::Status& status, std::int64_t now, std::optional<int> width);

// `end` is the entry of the ledger that holds it.
std::string certificate_page(const backup::Certificate& certificate, const db::Head& end);

std::string machine_page(const backup::MachineState& machine);

}  // namespace cli
