#pragma once
// A whole check, with a bar on a terminal that says how far it is.

#include <optional>

#include "app/cli/invocation.h"
#include "app/cli/terminal/terminal.h"
#include "app/tracking/check.h"

namespace cli {

inline tracking::Check check_with_bar(Invocation& call,
                                      const db::Book& book,
                                      const std::optional<db::PublicKey>& key = {}) {
    ProgressBar bar(call.io, "checking");
    return tracking::check(
        book, [&](auto done, auto all) { bar.show(done, all); }, key);
}

}  // namespace cli
