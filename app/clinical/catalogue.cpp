#include "app/clinical/catalogue.h"

#include <array>

#include "app/clinical/instruments/acne_grades.h"
#include "app/clinical/instruments/colour_index.h"
#include "app/clinical/instruments/gags.h"
#include "app/clinical/instruments/gais.h"
#include "app/clinical/instruments/goodman_baron.h"
#include "app/clinical/instruments/iga.h"
#include "app/clinical/instruments/lesion_counts.h"
#include "app/clinical/instruments/masi.h"
#include "app/clinical/instruments/pahpi.h"
#include "app/clinical/instruments/pain.h"
#include "app/clinical/instruments/questionnaires.h"
#include "app/clinical/instruments/scar_scales.h"
#include "app/clinical/instruments/skin_readings.h"

namespace clinical {

namespace {

constexpr std::array all_scales{
    lesions_total_scale,
    lesions_inflammatory_scale,
    lesions_noninflammatory_scale,
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
    vancouver_scale,
    pahpi_scale,
    masi_scale,
    mmasi_scale,
    melanin_index_scale,
    erythema_index_scale,
    sebum_scale,
    tewl_scale,
    hydration_scale,
    pores_scale,
    pain_nrs_scale,
    pain_vas_scale,
    cadi_scale,
    dlqi_scale,
    gais_scale,
};

}  // namespace

std::span<const Scale> scales() {
    return all_scales;
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
