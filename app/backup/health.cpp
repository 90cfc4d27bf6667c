#include "app/backup/health.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "app/json/ledger_json.h"
#include "db/ledger/ledger.h"

namespace backup {

namespace {

void add(std::vector<schema::Problem>& all, const std::vector<schema::Problem>& more) {
    for (const auto& each : more) {
        if (std::find(all.begin(), all.end(), each) == all.end()) {
            all.push_back(each);
        }
    }
}

// A label's value holds no quotes, backslashes or line ends as they are.
std::string quoted(const std::string& text) {
    std::string value = "\"";
    for (const char each : text) {
        if (each == '\n') {
            value += "\\n";
            continue;
        }
        if (each == '"' || each == '\\') {
            value += '\\';
        }
        value += each;
    }
    return value + "\"";
}

class Metrics {
  public:
    void add(std::string_view name, std::string_view help, double value) {
        head(name, help);
        line(name, "", value);
    }
    void head(std::string_view name, std::string_view help) {
        text_ +=
            fmt::format("# HELP needlebook_{0} {1}\n# TYPE needlebook_{0} gauge\n", name, help);
    }
    void line(std::string_view name, const std::string& labels, double value) {
        text_ += fmt::format("needlebook_{}{} {}\n", name, labels, value);
    }
    std::string text() && { return std::move(text_); }

  private:
    std::string text_;
};

}  // namespace

Health health_of(const db::Book& book, std::int64_t now) {
    Health health{.entries = db::last_entry(book), .machine = machine_of(book, now)};
    std::error_code none;
    const auto size = std::filesystem::file_size(book.file(), none);
    health.book_bytes = none ? 0 : size;
    add(health.problems, book.warnings());
    const bool is_bad = !health.problems.empty() || health.machine.backups.level == Level::bad;
    add(health.problems, health.machine.backups.problems);
    add(health.problems, health.machine.problems);
    health.level = is_bad ? Level::bad : health.problems.empty() ? Level::good : Level::caution;
    return health;
}

exchange::OrderedJson machine_json(const MachineState& machine) {
    return {{"folder_encrypted", schema::word(machine.encrypted)},
            {"clock_set", schema::word(machine.clock_set)},
            {"free_bytes",
             machine.free ? exchange::OrderedJson(*machine.free) : exchange::OrderedJson(nullptr)},
            {"problems", exchange::problems_json(machine.problems)}};
}

exchange::OrderedJson health_json(const Health& health, const MomentText& text) {
    return {{"level", schema::word(health.level)},
            {"entries", health.entries},
            {"book_bytes", health.book_bytes},
            {"machine", machine_json(health.machine)},
            {"backup", status_json(health.machine.backups, text)},
            {"problems", exchange::problems_json(health.problems)}};
}

std::string metrics_text(const Health& health, const std::string& version, std::int64_t now) {
    Metrics metrics;
    metrics.head("info", "The program that serves the book.");
    metrics.line("info", "{version=" + quoted(version) + "}", 1);
    metrics.add("health", "0 good, 1 caution, 2 bad.", static_cast<double>(health.level));
    metrics.add("ledger_entries", "Entries of the ledger.", static_cast<double>(health.entries));
    metrics.add("book_bytes", "Size of the book.", static_cast<double>(health.book_bytes));
    if (health.machine.free) {
        metrics.add("free_bytes",
                    "Room on the disk of the book.",
                    static_cast<double>(*health.machine.free));
    }
    const auto& backups = health.machine.backups;
    metrics.add("backup_health", "0 good, 1 caution, 2 bad.", static_cast<double>(backups.level));
    if (backups.age) {
        metrics.add("backup_age_seconds",
                    "Age of the last good backup.",
                    static_cast<double>(*backups.age));
    }
    metrics.add("backup_limit_seconds",
                "The clinic's limit for that.",
                static_cast<double>(backups.policy.limit_hours) * 3600);
    if (backups.proved) {
        metrics.add("backup_proof_age_seconds",
                    "Since a backup was last restored and checked whole.",
                    static_cast<double>(now - *backups.proved));
    }
    if (backups.drilled) {
        metrics.add("backup_drill_age_seconds",
                    "Since the last drill.",
                    static_cast<double>(now - *backups.drilled));
    }
    metrics.head("backup_folder_failed", "1 where the last try of a folder failed.");
    int number = 0;
    for (const auto& folder : backups.folders) {
        if (folder.is_of_policy) {
            metrics.line("backup_folder_failed",
                         fmt::format("{{folder=\"{}\"}}", ++number),
                         folder.problem ? 1 : 0);
        }
    }
    return std::move(metrics).text();
}

}  // namespace backup
