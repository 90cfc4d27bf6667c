#pragma once
// A made-up clinic, to look at the program without a patient.

#include "app/cli/commands/made_up_patient.h"
#include "app/cli/invocation.h"
#include "db/ledger/transact.h"

namespace cli {

// `needlebook demo`.
void demo(Invocation& call);

// Fills an empty book with made-up patients and their treatment of up to half a year; the same seed
// makes up the same people. Within one transaction. Returns how many records it wrote.
int make_up_clinic(db::Write& write, const MadeUpDays& days, int patients, unsigned seed);

}  // namespace cli
