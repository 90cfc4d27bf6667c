#pragma once
// How a record reads on a terminal.

#include <string>
#include <vector>

#include "app/cli/invocation.h"
#include "schema/kinds/kinds.h"

namespace cli {

// The id, every field that is not bulky and the parts as texts: a row of a list.
std::vector<std::string> field_texts(const kinds::ConstRecord& record);

// One line per field that has a value, and per part: "  fitzpatrick   IV".
std::string record_lines(const kinds::ConstRecord& record);

// What the description of a record does not have, as texts.
struct OtherChange {
    std::string field;
    std::string before;
    std::string after;
};

// What a correction answers: the id, and one line per field that changed, "  iga  3 → 2", or that
// nothing did; with --json as data. `kept` is what stood with `before`.
void print_correction(Invocation& call,
                      const kinds::Kept& kept,
                      const kinds::ConstRecord& before,
                      const kinds::ConstRecord& after,
                      const std::vector<OtherChange>& others = {});

// Who voided it, when and why, and how it comes back: told on `io.err`.
void say_voided(Invocation& call, const db::Book& book, const kinds::ConstRecord& record);

}  // namespace cli
