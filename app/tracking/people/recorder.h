#pragma once
// Taking back: what somebody recorded themselves needs the right void_own, which whoever opens the
// transaction asks for; what others recorded needs void_others too.

#include <string>
#include <string_view>

#include "db/ledger/transact.h"
#include "schema/records/patient.h"

namespace tracking {

// Of an act that the ledger says was this actor's. Throws schema::Error (forbidden).
void require_own_act(const db::Write& write, const std::string& actor);

// Of a row of the patient's, by the ledger entry that brought it; where none tells, as of an import
// of many or from before an epoch, others recorded it. Throws as above. Reads the patient's ledger
// for whoever has only the right over their own.
void require_own_row(db::Write& write,
                     std::string_view table,
                     std::int64_t id,
                     schema::Id<schema::Patient> patient);

}  // namespace tracking
