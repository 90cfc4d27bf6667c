#pragma once
// Which medicines a written name means, as far as the lists under medicines/ know them.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/word.h"

namespace clinical {

// What the medicine usually is: the name alone does not tell a gel of isotretinoin from a capsule.
enum class MedicineClass {
    isotretinoin,
    other_retinoid,  // by mouth: acitretin, alitretinoin, bexarotene
    topical_retinoid,
    anticoagulant,
    antiplatelet,
    nsaid,
    immunosuppressant,
    photosensitiser,
};

// One medicine of a list. Names are separated by ", "; the generic name is a name too.
struct ListedMedicine {
    std::string_view generic;
    std::string_view names{};   // in Latin letters: makers' names, other languages, chemical names
    std::string_view arabic{};  // in Arabic letters
};

// A medicine that belongs to two classes stands in the lists of both.
struct MedicineList {
    MedicineClass kind{};
    std::span<const ListedMedicine> medicines;
    std::string_view source;
    std::string_view unverified;  // what could not be checked
};

std::span<const MedicineList> medicine_lists();

struct MedicineNamed {
    MedicineClass kind{};
    std::string generic;
    std::string as_written;
    bool is_guess = false;  // one slip of spelling was tolerated

    bool operator==(const MedicineNamed&) const = default;
};

struct MedicinesRead {
    std::vector<MedicineNamed> named;  // in the order of the text; one per class that a name fits
    // Parts of the text that are no listed medicine, as written. There is no list of harmless
    // medicines: paracetamol is among these.
    std::vector<std::string> unknown;

    bool operator==(const MedicinesRead&) const = default;
};

// Both parts are empty only where the text has no name in it: it is blank, or only punctuation,
// numbers, words of dose and form ("20 mg cream"), or a letter alone. That judges nothing either.
// Negation is not understood: "no aspirin" names aspirin. Text that is no UTF-8 is read as far as
// it is; what is told as written may then be no UTF-8.
MedicinesRead read_medicines(std::string_view text);

}  // namespace clinical

namespace schema {

template <>
struct Words<clinical::MedicineClass> {
    static constexpr std::array<std::string_view, 8> all{"isotretinoin",
                                                         "other_retinoid",
                                                         "topical_retinoid",
                                                         "anticoagulant",
                                                         "antiplatelet",
                                                         "nsaid",
                                                         "immunosuppressant",
                                                         "photosensitiser"};
};

}  // namespace schema
