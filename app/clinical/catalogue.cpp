#include "app/clinical/catalogue.h"

#include <algorithm>
#include <array>

#include "app/clinical/instruments/acne_q.h"
#include "app/clinical/instruments/cadi.h"
#include "app/clinical/instruments/cea.h"
#include "app/clinical/instruments/colour_index.h"
#include "app/clinical/instruments/compaq.h"
#include "app/clinical/instruments/dlqi.h"
#include "app/clinical/instruments/ecca.h"
#include "app/clinical/instruments/fasqol.h"
#include "app/clinical/instruments/fitzpatrick.h"
#include "app/clinical/instruments/gags.h"
#include "app/clinical/instruments/gais.h"
#include "app/clinical/instruments/gea.h"
#include "app/clinical/instruments/goodman_baron_grade.h"
#include "app/clinical/instruments/goodman_baron_score.h"
#include "app/clinical/instruments/hayashi.h"
#include "app/clinical/instruments/hydration.h"
#include "app/clinical/instruments/iga.h"
#include "app/clinical/instruments/leeds.h"
#include "app/clinical/instruments/lesion_counts.h"
#include "app/clinical/instruments/masi.h"
#include "app/clinical/instruments/melasqol.h"
#include "app/clinical/instruments/monk.h"
#include "app/clinical/instruments/msi.h"
#include "app/clinical/instruments/pahpi.h"
#include "app/clinical/instruments/pain_nrs.h"
#include "app/clinical/instruments/pain_vas.h"
#include "app/clinical/instruments/pgic.h"
#include "app/clinical/instruments/pores.h"
#include "app/clinical/instruments/scar_count.h"
#include "app/clinical/instruments/scar_global.h"
#include "app/clinical/instruments/scar_s.h"
#include "app/clinical/instruments/scar_vas.h"
#include "app/clinical/instruments/scars.h"
#include "app/clinical/instruments/sebum.h"
#include "app/clinical/instruments/sga.h"
#include "app/clinical/instruments/tewl.h"
#include "app/clinical/instruments/trunk_lesions.h"
#include "app/clinical/instruments/vancouver.h"

namespace clinical {

namespace {

constexpr std::array all_scales{
    lesions_total_scale,
    lesions_inflammatory_scale,
    lesions_noninflammatory_scale,
    trunk_lesions_scale,
    iga_scale,
    gags_scale,
    hayashi_scale,
    gea_scale,
    leeds_scale,
    sga_scale,
    goodman_baron_grade_scale,
    goodman_baron_score_scale,
    ecca_scale,
    scar_s_scale,
    scar_global_scale,
    scar_count_scale,
    vancouver_scale,
    scar_vas_scale,
    scars_scale,
    acne_q_scale,
    pahpi_scale,
    masi_scale,
    mmasi_scale,
    msi_scale,
    melanin_index_scale,
    erythema_index_scale,
    cea_scale,
    fitzpatrick_scale,
    monk_scale,
    sebum_scale,
    tewl_scale,
    hydration_scale,
    pores_scale,
    pain_nrs_scale,
    pain_vas_scale,
    cadi_scale,
    dlqi_scale,
    compaq_scale,
    fasqol_scale,
    melasqol_scale,
    gais_scale,
    pgic_scale,
};

}  // namespace

std::span<const Scale> scales() {
    return all_scales;
}

const Scale* find_scale(std::string_view code) {
    const auto* found = std::find_if(
        all_scales.begin(), all_scales.end(), [&](const Scale& each) { return each.code == code; });
    return found == all_scales.end() ? nullptr : found;
}

bool states_change(const schema::Instrument& instrument) {
    const auto* scale = instrument.built_in ? find_scale(instrument.code) : nullptr;
    return scale != nullptr && scale->states_change;
}

std::vector<schema::Instrument> catalogue() {
    std::vector<schema::Instrument> instruments;
    instruments.reserve(all_scales.size());
    for (const auto& scale : all_scales) {
        instruments.push_back(instrument_of(scale));
    }
    return instruments;
}

}  // namespace clinical
