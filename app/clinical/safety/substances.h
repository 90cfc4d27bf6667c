#pragma once
// What a product holds, or what somebody is allergic to, as far as the lists under substances/ know
// the words.

#include <string>
#include <string_view>
#include <vector>

namespace clinical {

enum class SubstanceClass {
    amide_anaesthetic,
    ester_anaesthetic,    // and PABA, which they become
    other_anaesthetic,    // of neither type
    unnamed_anaesthetic,  // "local anaesthetic", "numbing cream": whichever
    anaesthetic_risk,     // sulphonamides: topical anaesthetics name them as a risk
    beside_anaesthetic,   // adrenaline
    metal,
    of_products,  // actives, perfume and alcohol of products for the skin
    of_contact,   // latex, antiseptics
};

struct Substance {
    SubstanceClass kind{};
    std::string_view generic;  // of the list

    bool operator==(const Substance&) const = default;
};

struct SubstancesRead {
    std::vector<Substance> named;      // each once; of a product all that it holds
    std::vector<std::string> unknown;  // parts of the text that are on no list, as written
};

// Whoever names a product names what it holds: EMLA is lidocaine and prilocaine. Compared as
// medicines are (medicines.h): case, marks, doses and forms do not count, one slip is tolerated in
// words of six letters or more (five of Arabic script).
SubstancesRead substances_of(std::string_view text);

// Of amide, ester or neither: an anaesthetic that has a name.
bool is_named_anaesthetic(const Substance& substance);

}  // namespace clinical
