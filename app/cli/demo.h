#pragma once
// A made-up clinic, to look at the program without a patient.

#include "app/cli/invocation.h"
#include "db/transact.h"

namespace cli {

// `needlebook demo`.
void demo(Invocation& call);

// Fills an empty book with made-up patients and their treatment of up to half a year, until
// 2026-06-12; the same seed makes up the same people. Within one transaction. Returns how many
// records it wrote.
int make_up_clinic(db::Write& write, int patients, unsigned seed);

}  // namespace cli
