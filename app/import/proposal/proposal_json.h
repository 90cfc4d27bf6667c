#pragma once
// A proposal for programs and for the pages.

#include "app/import/proposal/proposal.h"
#include "app/json/json_value.h"

namespace exchange {

// {"file","kind"|null,"sheet"|null,"sheets":[…],"header_row"|null,"candidates":[{"kind","columns","lacks"}],
// "mapping":[{"column","header","place","field"|null,"could_be","samples"}],"values":[{"field",
// "column","cell","rows","as"|null,"choices"}],"rules":[{"option","value"}],"reasons","open",
// "problems","warnings","rows":[{"line","cells","record"}],"rows_read","rows_rejected",
// "would_import","rows_in_book","new_charts"}. A value with `as` was understood so; one without is
// asked.
OrderedJson proposal_json(const Proposal& proposal);

}  // namespace exchange
