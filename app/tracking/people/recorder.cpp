#include "app/tracking/people/recorder.h"

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "db/ledger/changes.h"
#include "db/ledger/ledger.h"
#include "schema/types/folding.h"

namespace tracking {

using access_control::Right;

namespace {

// "id 3", or of a score "patient_id 1, …, id 3".
bool is_of(std::string_view key, std::int64_t id) {
    const auto own = fmt::format("id {}", id);
    return key == own || key.ends_with(", " + own);
}

}  // namespace

void require_own_act(const db::Write& write, const std::string& actor) {
    if (!write.grant || schema::identity(actor) != schema::identity(write.grant->actor())) {
        require(write, Right::void_others);
    }
}

void require_own_row(db::Write& write,
                     std::string_view table,
                     std::int64_t id,
                     schema::Id<schema::Patient> patient) {
    if (write.grant && write.grant->has(Right::void_others)) {
        return;
    }
    const db::ChangesReader changes(write.book(), patient);
    std::string recorder;
    db::for_each_entry(write.book(), {.patient = patient}, [&](const db::LedgerEntry& entry) {
        const auto rows = recorder.empty() && !db::is_of_epoch(entry)
                              ? changes.read(entry, std::size_t(-1))
                              : std::nullopt;
        for (const auto& row : rows.value_or(std::vector<db::RowChange>())) {
            if (row.table == table && is_of(row.key, id) &&
                row.kind == db::RowChange::Kind::added) {
                recorder = entry.actor;
            }
        }
    });
    require_own_act(write, recorder);
}

}  // namespace tracking
