#pragma once
// What an import of a file would do, as a terminal shows it.

#include <optional>
#include <string>

#include "app/import/proposal/proposal.h"

namespace cli {

// Kind, columns, values, problems, the first rows as they would be kept, what is open, and the
// command that does it. Tables fit `width`.
std::string proposal_page(const exchange::Proposal& proposal,
                          const std::string& command,
                          std::optional<int> width);

}  // namespace cli
