#pragma once
// The secret that opens an encrypted backup: the key of the printed sheet, or the passphrase. Never
// a word of the command line, which other users of the machine can read.

#include "app/backup/recovery_key.h"
#include "app/cli/invocation.h"

namespace cli {

// --key-stdin, --passphrase-stdin
std::vector<Option> key_options();

// For this recipient, whose secret is the one or the other: from standard input where that is
// asked, else typed at the terminal. Throws schema::Error (refused) without either, and for a slip.
db::Wiped secret_given(Invocation& call, const backup::Recipient& recipient);

// A passphrase that is made one now: typed twice, or a line of standard input.
std::string new_passphrase(Invocation& call);

}  // namespace cli
