#pragma once
// Which of the names of an index a text holds.

#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/safety/medicine_index.h"

namespace clinical {

struct NameRead {
    const MedicineName* name{};  // of the index
    std::string as_written;
    bool is_guess = false;  // one slip of spelling was tolerated
};

struct NamesRead {
    std::vector<NameRead> named;       // in the order of the text; one for each medicine it fits
    std::vector<std::string> unknown;  // parts of the text that are no name of the index
};

// As read_medicines() of medicines.h says of the lists of medicines.
NamesRead read_names(std::string_view text, const MedicineIndex& index);

}  // namespace clinical
