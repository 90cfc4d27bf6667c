#include "app/clinical/aftercare/care_case.h"

#include <algorithm>

namespace clinical {

namespace {

using schema::Device;
using schema::Fitzpatrick;
using schema::Session;

bool is_radiofrequency(Device device) {
    return device == Device::rf_insulated || device == Device::rf_noninsulated;
}

bool is_shallow(const Session& session) {
    const bool may_be = session.device == Device::roller || session.device == Device::home;
    return may_be && !session.areas.empty() &&
           std::all_of(session.areas.begin(), session.areas.end(), [](const auto& area) {
               return area.depth_mm <= shallow_mm;
           });
}

}  // namespace

CareCase care_case(const Session& session, std::optional<Fitzpatrick> skin) {
    return {.device = is_radiofrequency(session.device) ? CareDevice::radiofrequency
                                                        : CareDevice::needles,
            .depth = is_shallow(session) ? CareDepth::shallow : CareDepth::deep,
            .skin = skin && *skin < Fitzpatrick::IV ? CareSkin::types_I_to_III
                                                    : CareSkin::types_IV_to_VI};
}

}  // namespace clinical
