#pragma once
// What a write asks back, asked of somebody at the terminal.

#include "app/cli/invocation.h"
#include "app/tracking/questions.h"

namespace cli {

// Returns when somebody there says that all of it is so; throws schema::Error (refused) for any
// other answer. `io.in` is somebody.
void confirm_or_refuse(const tracking::Asked& asked, Io& io);

}  // namespace cli
