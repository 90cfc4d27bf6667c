#include "app/clinical/witness.h"

#include "app/clinical/instruments/lesion_counts.h"
#include "app/clinical/instruments/masi.h"

namespace clinical {

std::string_view witness_of(std::string_view instrument_code) {
    if (instrument_code == lesions_inflammatory_scale.code ||
        instrument_code == lesions_noninflammatory_scale.code) {
        return lesions_total_scale.code;
    }
    return instrument_code == mmasi_scale.code ? masi_scale.code : instrument_code;
}

}  // namespace clinical
