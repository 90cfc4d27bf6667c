#pragma once
// Corrections: what is named changes, and nothing else; and what a correction changed.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "schema/kinds/kinds.h"
#include "schema/types/error.h"

namespace kinds {

// One field that differs between two records of a kind, or one part that only one of them has.
struct Difference {
    const Field* field = nullptr;  // nothing: the whole part came or went
    std::string key;               // of the part, as text; empty for a field of the record itself
    // The records or parts that differ, within the two records; nothing where there is none.
    const void* before = nullptr;
    const void* after = nullptr;
};

// In the order of the fields, then by part; parts are told apart by their keys, whatever their
// order. Both records outlive what comes back.
std::vector<Difference> differences(const ConstRecord& before, const ConstRecord& after);

// "region forehead papules", "iga": what differs, and its value or its part as text; empty for
// none.
std::string name_of(const Kind& kind, const Difference& difference);
std::string text_of(const Kind& kind, const Difference& difference, const void* side);

// Changes a record by texts as set_field reads them. Each call adds a problem at `where` for what
// does not fit, or for what an earlier call named.
class Correction {
  public:
    Correction(const Record& record, std::vector<schema::Problem>& problems)
        : record_(record), problems_(problems) {}

    // A field, or under the parts' option one or more parts: of one that is there only what its
    // text names, any other is added.
    void set(std::string_view name, std::string_view text, std::string_view where);
    // "PART=KEY", as region=forehead: takes the part out.
    void remove(std::string_view text, std::string_view where);
    // Makes an optional field absent.
    void clear(std::string_view name, std::string_view where);

  private:
    void change_parts(std::string_view text, std::string_view where);
    bool name_once(const std::string& what, std::string_view where);
    void add_problem(std::string_view where, std::string what, std::string remedy);

    Record record_;
    std::vector<schema::Problem>& problems_;
    std::set<std::string> named_{};
};

}  // namespace kinds
