#include "app/clinical/instruments/scar_s.h"

namespace clinical {

std::optional<int> scar_s(const schema::ScarS& sites) {
    if (!sites.face || !sites.chest || !sites.back) {
        return std::nullopt;
    }
    return *sites.face + *sites.chest + *sites.back;
}

}  // namespace clinical
